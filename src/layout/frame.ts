import type { Point } from '../model/knowledge.ts'
import { extentOf } from './extent.ts'

/** Width to height of a picture that fills a screen beside a panel. */
export const aspect = 1.15
/** A picture is never drawn out by more than this, or clusters turn into stripes. */
const greatestStretch = 1.3

/**
 * Turns the picture so that its longer axis lies level, draws it out towards `aspect`, and mirrors
 * it so that the node `anchor` is on the upper left; centred at 0. Only square roots. `greatest` is
 * the most by which it may be drawn out.
 */
export function framed(
  points: readonly Point[],
  anchor: number,
  greatest = greatestStretch,
): readonly Point[] {
  const turned = turnedLevel(points)
  const box = extentOf(turned)
  const width = box.right - box.left
  const height = box.top - box.bottom
  const wanted = width > 0 && height > 0 ? Math.sqrt((aspect * height) / width) : 1
  const stretch = Math.min(Math.max(wanted, 1 / greatest), greatest)
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
  const at = turned[anchor] ?? middle
  const x = at.x > middle.x ? -stretch : stretch
  const y = at.y < middle.y ? -1 / stretch : 1 / stretch
  return turned.map((point) => ({ x: (point.x - middle.x) * x, y: (point.y - middle.y) * y }))
}

function turnedLevel(points: readonly Point[]): readonly Point[] {
  const order = Math.max(1, points.length)
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / order
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / order
  let xx = 0
  let xy = 0
  let yy = 0
  for (const point of points) {
    const x = point.x - meanX
    const y = point.y - meanY
    xx += x * x
    xy += x * y
    yy += y * y
  }
  const half = (xx - yy) / 2
  const root = Math.sqrt(half * half + xy * xy)
  // The main eigenvector of the covariance; of its two forms the one without cancellation.
  const axis = half >= 0 ? { x: half + root, y: xy } : { x: xy, y: root - half }
  const length = Math.sqrt(axis.x * axis.x + axis.y * axis.y)
  const cos = length > 0 ? axis.x / length : 1
  const sin = length > 0 ? axis.y / length : 0
  return points.map(({ x, y }) => ({
    x: (x - meanX) * cos + (y - meanY) * sin,
    y: (y - meanY) * cos - (x - meanX) * sin,
  }))
}
