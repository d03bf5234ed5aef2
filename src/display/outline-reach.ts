import { corners, type Shape } from './shape.ts'

const polygons = new Map<Shape, readonly (readonly [number, number])[]>()

/**
 * How far a shape of radius 1 reaches from its centre in the direction (x, y), y upwards, so that
 * a line can end at its outline.
 */
export function outlineReach(shape: Shape, x: number, y: number): number {
  if (shape === 'circle') return 1
  const length = Math.hypot(x, y)
  if (length === 0) return 1
  const polygon = polygonOf(shape)
  const direction = [x / length, -y / length] as const
  for (const [index, from] of polygon.entries()) {
    const to = polygon[(index + 1) % polygon.length]
    const reach = to === undefined ? undefined : rayMeets(direction, from, to)
    if (reach !== undefined) return reach
  }
  return 1
}

function polygonOf(shape: Shape): readonly (readonly [number, number])[] {
  const known = polygons.get(shape)
  if (known !== undefined) return known
  const polygon = corners(shape)
  polygons.set(shape, polygon)
  return polygon
}

/** The distance along the ray from the origin to the segment, undefined where they do not meet. */
function rayMeets(
  [dx, dy]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number | undefined {
  const ex = bx - ax
  const ey = by - ay
  const across = dx * ey - dy * ex
  if (Math.abs(across) < 1e-9) return undefined
  const along = (ax * ey - ay * ex) / across
  const share = (ax * dy - ay * dx) / across
  return along > 0 && share >= -1e-9 && share <= 1 + 1e-9 ? along : undefined
}
