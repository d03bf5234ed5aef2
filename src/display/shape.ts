/** The shapes that say kind a second time, beside colour. */
export type Shape =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'triangle-down'
  | 'pentagon'
  | 'hexagon'
  | 'octagon'
  | 'star'
  | 'star-four'
  | 'cross'

/**
 * A shape as a star polygon: `corners` outer corners at radius `reach`, the first one turned by
 * `turn` radians from straight up; `waist` is the inner corners' radius as a share of the outer
 * one (undefined: no inner corners). `reach` evens out the areas, so that no kind looks larger.
 * A circle has no corners.
 */
export interface Outline {
  readonly corners: number
  readonly turn: number
  readonly reach: number
  readonly waist?: number
}

export const outlines: Readonly<Record<Shape, Outline>> = {
  circle: { corners: 0, turn: 0, reach: 1 },
  square: { corners: 4, turn: Math.PI / 4, reach: 1.25 },
  diamond: { corners: 4, turn: 0, reach: 1.25 },
  triangle: { corners: 3, turn: 0, reach: 1.5 },
  'triangle-down': { corners: 3, turn: Math.PI, reach: 1.5 },
  pentagon: { corners: 5, turn: 0, reach: 1.16 },
  hexagon: { corners: 6, turn: Math.PI / 6, reach: 1.1 },
  octagon: { corners: 8, turn: Math.PI / 8, reach: 1.05 },
  star: { corners: 5, turn: 0, reach: 1.5, waist: 0.5 },
  'star-four': { corners: 4, turn: 0, reach: 1.55, waist: 0.45 },
  cross: { corners: 4, turn: Math.PI / 4, reach: 1.45, waist: 0.42 },
}

/** The outline's corners around the origin for radius 1, y downwards as in SVG; empty for a circle. */
export function corners(shape: Shape): readonly (readonly [number, number])[] {
  const { corners: count, turn, reach, waist } = outlines[shape]
  const steps = waist === undefined ? count : count * 2
  return Array.from({ length: steps }, (_, step) => {
    const radius = waist !== undefined && step % 2 === 1 ? reach * waist : reach
    const angle = turn + (step * 2 * Math.PI) / steps
    return [radius * Math.sin(angle), -radius * Math.cos(angle)] as const
  })
}
