import type { Point } from '../model/knowledge.ts'

/** An upright stretch of the plane in graph units; y grows upwards. */
export interface Extent {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** The smallest upright box around the points; all zero where there are none. */
export function extentOf(points: readonly Point[]): Extent {
  const first = points[0] ?? { x: 0, y: 0 }
  return points.reduce(
    (box, { x, y }) => ({
      left: Math.min(box.left, x),
      right: Math.max(box.right, x),
      bottom: Math.min(box.bottom, y),
      top: Math.max(box.top, y),
    }),
    { left: first.x, right: first.x, bottom: first.y, top: first.y },
  )
}

/** True where both are the same stretch. */
export function sameExtent(a: Extent, b: Extent): boolean {
  return a.left === b.left && a.right === b.right && a.bottom === b.bottom && a.top === b.top
}
