import type { Point } from '../model/knowledge.ts'
import { quickReach } from './quick-reach.ts'
import { startOfRow, type Rows } from './rows.ts'
import type { SceneNodes } from './scene-nodes.ts'
import type { Sight } from './sight.ts'

/** No outline goes further from its middle than so many of its radii. */
const furthest = 1.6

/**
 * The rank of the node at a point of the screen: of those that cover it the last, which lies on
 * top, or else the one whose outline is nearest within reach. A small node has a wider reach, and
 * among `crowded` ones, which are so much smaller than alone, all have a narrower one.
 */
export function nodeNear(
  nodes: SceneNodes,
  strips: Rows,
  { origin, unit, sizeRatio }: Sight,
  crowded: number,
  { x, y }: Point,
): number | undefined {
  const { floats, count, grown = 1 } = strips
  // In framed units, with y upwards.
  const pointX = (x - origin.x) / unit
  const pointY = (origin.y - y) / unit
  let nearest: number | undefined
  let least = Infinity
  for (let rank = 0; rank < count; rank += 1) {
    const at = startOfRow(strips, rank)
    const dx = (pointX - (floats[at] ?? 0)) * unit
    const dy = (pointY - (floats[at + 1] ?? 0)) * unit
    const radius = ((floats[at + 2] ?? 0) * grown) / sizeRatio
    const reach = Math.max(2.5 * crowded, 9 * crowded - radius)
    const limit = radius * furthest + reach
    if (Math.abs(dx) > limit || Math.abs(dy) > limit) continue
    const outline = radius * quickReach(nodes.at(rank).shape, dx, dy)
    const distance = Math.max(0, Math.hypot(dx, dy) - outline)
    if (distance > reach || distance > least) continue
    least = distance
    nearest = rank
  }
  return nearest
}
