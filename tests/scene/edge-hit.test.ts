import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bentCurve, loopCurve, pointOn, type Curve } from '../../src/display/edge-path.ts'
import type { PictureEdge } from '../../src/display/picture.ts'
import type { Point } from '../../src/model/knowledge.ts'
import { allAtOnce } from '../../src/model/steps.ts'
import { edgeNear } from '../../src/scene/edge-hit.ts'
import { sceneContent, type SceneContent } from '../../src/scene/scene-content.ts'
import type { Sight } from '../../src/scene/sight.ts'
import { pictureEdge, pictureNode, picturesOf } from './pictured.ts'

/** A frame of 100 units, seen at four CSS pixels a unit, its middle at (300, 250). */
const frame = { left: 0, right: 100, bottom: 0, top: 100 }
const sight: Sight = {
  origin: { x: 100, y: 450 },
  unit: 400,
  sizeRatio: 2,
}
const reach = 6
const onScreen = ({ x, y }: Point): Point => ({ x: 100 + x * 4, y: 450 - y * 4 })

const anyCoordinate = fc.integer({ min: 0, max: 100 })
const anyPoint = fc.record({ x: anyCoordinate, y: anyCoordinate })
const anyGraph = fc
  .record({
    points: fc.array(anyPoint, { minLength: 2, maxLength: 6 }),
    pairs: fc.array(
      fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.constantFrom(0, 0, 0.15, -0.3)),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ points, pairs }) => {
    const nodes = points.map(({ x, y }, index) => pictureNode(String(index), x, y))
    const edges = pairs.map(([one, other, bend], index) => {
      const [source, target] = [one % points.length, other % points.length]
      return pictureEdge(`e${index}`, String(source), String(target), {
        bend: source === target ? index + 1 : bend,
      })
    })
    return allAtOnce(sceneContent({ nodes, edges }, frame, '#ffffff'))
  })

function curveOf({ nodes, edges }: SceneContent, place: number): Curve {
  const { bend } = edges.at(place)
  const [source, target] = [edges.source(place), edges.target(place)]
  const [from, to] = [nodes.place(source), nodes.place(target)]
  return source === target
    ? loopCurve(onScreen(from), nodes.at(source).size / sight.sizeRatio, bend)
    : bentCurve(onScreen(from), onScreen(to), bend)
}

function distanceTo(curve: Curve, { x, y }: Point): number {
  const steps = 2000
  return Array.from({ length: steps + 1 }, (_, step) => pointOn(curve, step / steps)).reduce(
    (least, on) => Math.min(least, Math.hypot(on.x - x, on.y - y)),
    Infinity,
  )
}

function between(edges: readonly PictureEdge[]): SceneContent {
  const nodes = [pictureNode('a', 10, 50), pictureNode('b', 90, 50)]
  return allAtOnce(sceneContent({ nodes, edges }, frame, '#ffffff'))
}

describe('the edge at a point of the screen', () => {
  test('is one within reach that none is clearly nearer than, whatever the graph', () => {
    fc.assert(
      fc.property(anyGraph, anyPoint, (graph, place) => {
        const pointer = onScreen(place)
        const distances = picturesOf(graph.edges).map((_, edge) =>
          distanceTo(curveOf(graph, edge), pointer),
        )
        const nearest = Math.min(...distances)
        const found = edgeNear(graph.edgeStrips, sight, { reach, share: 1 }, pointer)
        const told = found === undefined ? reach : (distances[found] ?? Number.NaN)
        // Bent lines are looked at in straight pieces, which may be off by a fraction of a pixel.
        expect(told).toBeLessThan(Math.min(nearest, reach) + 0.6)
      }),
      { numRuns: 300 },
    )
  })

  test('is the bent one where the pointer is on its bow, and the straight one between', () => {
    const graph = between([
      pictureEdge('straight', 'a', 'b'),
      pictureEdge('bent', 'a', 'b', { bend: 0.2 }),
    ])
    const idAt = (point: Point): string | undefined => {
      const place = edgeNear(graph.edgeStrips, sight, { reach, share: 1 }, point)
      return place === undefined ? undefined : graph.edges.at(place).id
    }
    // 80 units are 320 pixels; a bend of 0.2 lifts the middle by 64 of them.
    expect(idAt(onScreen({ x: 50, y: 50 }))).toBe('straight')
    expect(idAt(onScreen({ x: 50, y: 66 }))).toBe('bent')
    expect(idAt(onScreen({ x: 50, y: 58 }))).toBeUndefined()
  })

  test('is none of those that are left out at a distance', () => {
    const graph = between([pictureEdge('one', 'a', 'b'), pictureEdge('other', 'a', 'b')])
    const middle = onScreen({ x: 50, y: 50 })
    const found = (share: number): number | undefined =>
      edgeNear(graph.edgeStrips, sight, { reach, share }, middle)
    expect([found(1), found(0.5), found(0)]).toEqual([1, 0, undefined])
  })
})
