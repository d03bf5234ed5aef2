import type { Point } from '../model/knowledge.ts'

/**
 * So many places in rows like bricks in a wall, about `width` wide and hanging from the middle of
 * their upper edge at 0, 0; in their order they run from left to right and downwards. `step` is the
 * least distance between two of them.
 */
export function brickPlaces(count: number, width: number, step: number): readonly Point[] {
  const columns = Math.max(1, Math.min(count, Math.round(width / step)))
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / columns)
    const shift = columns === 1 ? 0 : row % 2 === 0 ? -0.25 : 0.25
    return {
      x: ((at % columns) - (columns - 1) / 2 + shift) * step,
      y: -row * step,
    }
  })
}
