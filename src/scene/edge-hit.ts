import { bentCurve, loopCurve, pointOn, type Curve } from '../display/edge-path.ts'
import type { Point } from '../model/knowledge.ts'
import type { EdgeStrips } from './edge-strips.ts'
import { startOfRow } from './rows.ts'
import type { Sight } from './sight.ts'

/** Which edges the pointer may find. */
export interface EdgeReach {
  /** How far from an edge the pointer may be, in CSS pixels. */
  readonly reach: number
  /** Only this share of the strips is there, from the first on. */
  readonly share: number
}

/** So many pieces of a bent line are looked at. */
const pieces = 24

/**
 * The place of the edge nearest to a point of the screen, or undefined where none is within reach;
 * of equally near ones the last, which lies on top. All strips are looked at: for half a million of
 * them that is a few milliseconds.
 */
export function edgeNear(
  strips: EdgeStrips,
  { origin, unit, sizeRatio }: Sight,
  { reach, share }: EdgeReach,
  { x, y }: Point,
): number | undefined {
  const { floats, count, straight, grown = 1 } = strips
  // In framed units, with y upwards.
  const pointX = (x - origin.x) / unit
  const pointY = (origin.y - y) / unit
  let nearest: number | undefined
  let least = (reach / unit) ** 2
  const found = (place: number, squared: number): void => {
    if (squared > least) return
    least = squared
    nearest = place
  }
  const lastStraight = Math.ceil(straight * share)
  for (let place = 0; place < lastStraight; place += 1) {
    const at = startOfRow(strips, place)
    const fromX = floats[at] ?? 0
    const fromY = floats[at + 1] ?? 0
    found(
      place,
      toSegment(
        pointX - fromX,
        pointY - fromY,
        (floats[at + 2] ?? 0) - fromX,
        (floats[at + 3] ?? 0) - fromY,
      ),
    )
  }
  const last = straight + Math.ceil((count - straight) * share)
  for (let place = straight; place < last; place += 1) {
    const at = startOfRow(strips, place)
    const source = { x: (floats[at] ?? 0) - pointX, y: (floats[at + 1] ?? 0) - pointY }
    const target = { x: (floats[at + 2] ?? 0) - pointX, y: (floats[at + 3] ?? 0) - pointY }
    const [radius, bend, loop] = [
      (floats[at + 4] ?? 0) * grown,
      floats[at + 6] ?? 0,
      floats[at + 7] ?? 0,
    ]
    const curve = loop > 0 ? loopCurve(onScreen(source, unit), radius / sizeRatio, loop) : undefined
    if (curve === undefined && isFar(source, target, bend, reach / unit)) continue
    found(
      place,
      toCurve(curve ?? bentCurve(onScreen(source, unit), onScreen(target, unit), bend)) / unit ** 2,
    )
  }
  return nearest
}

/** From the pointer, in CSS pixels with y downwards. */
function onScreen({ x, y }: Point, unit: number): Point {
  return { x: x * unit, y: -y * unit }
}

/** True where the bent line stays out of reach of (0, 0): it lies within a disc around its middle. */
function isFar(source: Point, target: Point, bend: number, reach: number): boolean {
  const length = Math.hypot(target.x - source.x, target.y - source.y)
  const middle = Math.hypot(source.x + target.x, source.y + target.y) / 2
  return middle > length * Math.max(0.5, 2 * Math.abs(bend)) + reach
}

/** The squared distance from (0, 0) to the curve. */
function toCurve(curve: Curve): number {
  let least = Infinity
  let from = pointOn(curve, 0)
  for (let piece = 1; piece <= pieces; piece += 1) {
    const to = pointOn(curve, piece / pieces)
    least = Math.min(least, toSegment(-from.x, -from.y, to.x - from.x, to.y - from.y))
    from = to
  }
  return least
}

/** The squared distance from (x, y) to the segment from (0, 0) to (dx, dy). */
function toSegment(x: number, y: number, dx: number, dy: number): number {
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length))
  return (x - along * dx) ** 2 + (y - along * dy) ** 2
}
