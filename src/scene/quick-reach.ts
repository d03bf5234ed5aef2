import { outlineReach } from '../display/outline-reach.ts'
import type { Shape } from '../display/shape.ts'

/** So many directions are told apart: half a degree is nothing at an outline. */
const directions = 720
/** What has been worked out, by shape and direction; 0 where it has not. */
const reaches = new Map<Shape, Float64Array>()

/** `outlineReach` from a table: it is asked twice for every edge of a large graph. */
export function quickReach(shape: Shape, x: number, y: number): number {
  if (shape === 'circle' || (x === 0 && y === 0)) return 1
  const turn = Math.round((Math.atan2(y, x) / (2 * Math.PI) + 1) * directions) % directions
  const known = reaches.get(shape) ?? new Float64Array(directions)
  if (known[turn] === 0) {
    const angle = (turn / directions) * 2 * Math.PI
    known[turn] = outlineReach(shape, Math.cos(angle), Math.sin(angle))
    reaches.set(shape, known)
  }
  return known[turn] ?? 1
}
