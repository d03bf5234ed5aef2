import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outlineReach } from '../../src/display/outline-reach.ts'
import type { PictureNode } from '../../src/display/picture.ts'
import { outlines, type Shape } from '../../src/display/shape.ts'
import type { Point } from '../../src/model/knowledge.ts'
import { allAtOnce } from '../../src/model/steps.ts'
import { nodeNear } from '../../src/scene/node-hit.ts'
import { sceneContent } from '../../src/scene/scene-content.ts'
import type { Sight } from '../../src/scene/sight.ts'
import { pictureNode } from './pictured.ts'

/** A frame of 100 units, seen at four CSS pixels a unit, its middle at (300, 250). */
const frame = { left: 0, right: 100, bottom: 0, top: 100 }
const sight: Sight = { origin: { x: 100, y: 450 }, unit: 400, sizeRatio: 2 }
const onScreen = ({ x, y }: Point): Point => ({ x: 100 + x * 4, y: 450 - y * 4 })

function foundAt(nodes: readonly PictureNode[], point: Point, crowded = 1): string | undefined {
  const content = allAtOnce(sceneContent({ nodes, edges: [] }, frame, '#ffffff'))
  const rank = nodeNear(content.nodes, content.nodeStrips, sight, crowded, point)
  return rank === undefined ? undefined : content.nodes.at(rank).id
}

/** CSS pixels from a point of the screen to the node's outline, as the labels take it to be. */
function distanceTo({ x, y, size, shape }: PictureNode, point: Point): number {
  const centre = onScreen({ x, y })
  const [dx, dy] = [point.x - centre.x, centre.y - point.y]
  const outline = (size / sight.sizeRatio) * outlineReach(shape, dx, dy)
  return Math.max(0, Math.hypot(dx, dy) - outline)
}

const anyNodes = fc
  .array(
    fc.record({
      x: fc.integer({ min: 40, max: 60 }),
      y: fc.integer({ min: 40, max: 60 }),
      size: fc.constantFrom(2, 8, 30),
      shape: fc.constantFrom(...(Object.keys(outlines) as Shape[])),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((one, index) => ({ ...pictureNode(String(index)), ...one })))
const anyPointer = fc.record({
  x: fc.integer({ min: 250, max: 350 }),
  y: fc.integer({ min: 200, max: 300 }),
})

describe('the node at a point of the screen', () => {
  test('is the one whose outline is nearest, or none where all are out of reach', () => {
    fc.assert(
      fc.property(anyNodes, anyPointer, (nodes, pointer) => {
        const beyond = nodes.map((node) => ({
          id: String(node.id),
          distance: distanceTo(node, pointer),
          reach: Math.max(2.5, 9 - node.size / sight.sizeRatio),
        }))
        const inReach = beyond.filter(({ distance, reach }) => distance <= reach)
        const nearest = Math.min(...inReach.map(({ distance }) => distance))
        const possible = inReach.filter(({ distance }) => distance < nearest + 0.1)
        const found = foundAt(nodes, pointer)
        // Directions are rounded to half a degree, which moves an outline by a fraction of a pixel.
        fc.pre(beyond.every(({ distance, reach }) => Math.abs(distance - reach) >= 0.1))
        expect([undefined, ...possible.map(({ id }) => id)]).toContain(found)
        expect(found === undefined).toBe(possible.length === 0)
      }),
      { numRuns: 500 },
    )
  })

  test('is, of those that cover it, the one on top', () => {
    const under = pictureNode('under', 50, 50)
    const over = pictureNode('over', 50.2, 50)
    expect(foundAt([under, over], onScreen({ x: 50, y: 50 }))).toBe('over')
  })

  test('is found from less far in a crowd', () => {
    const node = pictureNode('a', 50, 50)
    const beside = { x: 300 + 4 + 4, y: 250 }
    expect(foundAt([node], beside)).toBe('a')
    expect(foundAt([node], beside, 0.3)).toBeUndefined()
  })
})
