import type { Point } from '../model/knowledge.ts'

/** How loops are drawn, on the screen and in the SVG alike; lengths in CSS pixels. */
export const loop = {
  /** Where all loops of a node point to: up and to the right, in radians. */
  direction: Math.PI / 4,
  /** Half the angle between the two legs. */
  spread: 0.62,
  /** How far the handles of the first loop lie beyond the node, and by how much more each next. */
  first: 26,
  step: 18,
  /** How much the node's own radius adds. */
  radii: 1.7,
} as const

/** The four points of an edge's cubic curve, in CSS pixels with y downwards. */
export type Curve = readonly [Point, Point, Point, Point]

/** The curve from `source` to `target` that bends to its left, as the picture's `bend` has it. */
export function bentCurve(source: Point, target: Point, bend: number): Curve {
  const dx = target.x - source.x
  const dy = target.y - source.y
  const control = {
    x: (source.x + target.x) / 2 + 2 * bend * dy,
    y: (source.y + target.y) / 2 - 2 * bend * dx,
  }
  return [source, towards(source, control), towards(target, control), target]
}

/** The loop number `number` at a node of the given radius. */
export function loopCurve(centre: Point, radius: number, number: number): Curve {
  const handle = radius * loop.radii + loop.first + loop.step * (number - 1)
  const leg = (angle: number): Point => ({
    x: centre.x + handle * Math.cos(angle),
    y: centre.y - handle * Math.sin(angle),
  })
  return [centre, leg(loop.direction + loop.spread), leg(loop.direction - loop.spread), centre]
}

/** The curve's point at `t` from 0 to 1. */
export function pointOn([start, first, second, end]: Curve, t: number): Point {
  const s = 1 - t
  const blend = (a: number, b: number, c: number, d: number): number =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
  return {
    x: blend(start.x, first.x, second.x, end.x),
    y: blend(start.y, first.y, second.y, end.y),
  }
}

/** The direction in which the curve runs at `t`, of length 1; (1, 0) where it stands still. */
export function directionOn(curve: Curve, t: number): Point {
  const step = 1e-3
  const before = pointOn(curve, Math.max(0, t - step))
  const after = pointOn(curve, Math.min(1, t + step))
  const length = Math.hypot(after.x - before.x, after.y - before.y)
  if (length === 0) return { x: 1, y: 0 }
  return { x: (after.x - before.x) / length, y: (after.y - before.y) / length }
}

/** The piece of the curve between `from` and `to`, by de Casteljau's construction. */
export function pieceOf(curve: Curve, from: number, to: number): Curve {
  const { after } = split(curve, from)
  return split(after, from >= 1 ? 0 : (to - from) / (1 - from)).before
}

/** The first `t` of the curve's later half at which `inside` holds from there on, by bisection. */
export function arrivalOn(curve: Curve, inside: (point: Point) => boolean): number {
  let outer = 0.5
  let inner = 1
  if (inside(pointOn(curve, outer))) return outer
  for (let step = 0; step < 24; step += 1) {
    const middle = (outer + inner) / 2
    if (inside(pointOn(curve, middle))) inner = middle
    else outer = middle
  }
  return outer
}

/** The same curve from its end to its start. */
export function reversed([start, first, second, end]: Curve): Curve {
  return [end, second, first, start]
}

function split([a, b, c, d]: Curve, t: number): { before: Curve; after: Curve } {
  const mix = (from: Point, to: Point): Point => ({
    x: from.x + (to.x - from.x) * t,
    y: from.y + (to.y - from.y) * t,
  })
  const [ab, bc, cd] = [mix(a, b), mix(b, c), mix(c, d)]
  const [abc, bcd] = [mix(ab, bc), mix(bc, cd)]
  const middle = mix(abc, bcd)
  return { before: [a, ab, abc, middle], after: [middle, bcd, cd, d] }
}

function towards(from: Point, to: Point): Point {
  return { x: from.x + ((to.x - from.x) * 2) / 3, y: from.y + ((to.y - from.y) * 2) / 3 }
}
