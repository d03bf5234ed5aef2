import type { Box } from '../display/label-placement.ts'
import type { Point } from '../model/knowledge.ts'
import type { LabelFrame } from './label-frame.ts'

/** From where labels are looked at. */
export type LabelSight = Pick<LabelFrame, 'width' | 'height' | 'scale' | 'screenPoint'>

/** So many CSS pixels the middle of the window may wander before labels are placed anew. */
const furthest = 150
/** And by such a factor all may grow or shrink. */
const largest = 1.08

/** How points of the screen have moved from one sight to another. */
function movement(before: LabelSight, now: LabelSight): (point: Point) => Point {
  const growth = now.scale / before.scale
  const from = before.screenPoint({ x: 0, y: 0 })
  const to = now.screenPoint({ x: 0, y: 0 })
  return ({ x, y }) => ({ x: to.x + (x - from.x) * growth, y: to.y + (y - from.y) * growth })
}

/** Whether labels that were placed for one sight may be carried along to another. */
export function canCarry(before: LabelSight, now: LabelSight): boolean {
  const growth = now.scale / before.scale
  const middle = { x: now.width / 2, y: now.height / 2 }
  const moved = movement(before, now)(middle)
  return (
    before.width === now.width &&
    before.height === now.height &&
    Math.max(growth, 1 / growth) < largest &&
    Math.hypot(moved.x - middle.x, moved.y - middle.y) < furthest
  )
}

/** A label's box, carried along with the point of the screen that it belonged to. */
export function carrying(before: LabelSight, now: LabelSight): (box: Box, belongsTo: Point) => Box {
  const move = movement(before, now)
  return ({ left, top, right, bottom }, belongsTo) => {
    const { x, y } = move(belongsTo)
    const [across, down] = [x - belongsTo.x, y - belongsTo.y]
    return { left: left + across, top: top + down, right: right + across, bottom: bottom + down }
  }
}
