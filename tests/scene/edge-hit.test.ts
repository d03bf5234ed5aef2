import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bentCurve, loopCurve, pointOn, type Curve } from '../../src/display/edge-path.ts'
import type { PictureEdge } from '../../src/display/picture.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Point } from '../../src/model/knowledge.ts'
import { allAtOnce } from '../../src/model/steps.ts'
import { edgeNear, type Sight } from '../../src/scene/edge-hit.ts'
import { createKeys } from '../../src/scene/keys.ts'
import { pictureGraph, type PictureGraph } from '../../src/scene/picture-graph.ts'
import { pictureEdge, pictureNode } from './pictured.ts'

/** A frame of 100 units, seen at four CSS pixels a unit, its middle at (300, 250). */
const frame = { left: 0, right: 100, bottom: 0, top: 100 }
const sight: Sight = {
  origin: { x: 100, y: 450 },
  unit: 400,
  sizeRatio: 2,
  reach: 6,
  share: 1,
}
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
    return allAtOnce(pictureGraph({ nodes, edges }, createKeys<EntityId>(), frame))
  })

function curveOf({ nodes, edges }: PictureGraph, place: number): Curve {
  const { bend } = edges.at(place)
  const source = nodes.at(edges.source(place))
  const target = nodes.at(edges.target(place))
  return source === target
    ? loopCurve(onScreen(source), source.size / sight.sizeRatio, bend)
    : bentCurve(onScreen(source), onScreen(target), bend)
}

function distanceTo(curve: Curve, { x, y }: Point): number {
  const steps = 2000
  return Array.from({ length: steps + 1 }, (_, step) => pointOn(curve, step / steps)).reduce(
    (least, on) => Math.min(least, Math.hypot(on.x - x, on.y - y)),
    Infinity,
  )
}

function between(edges: readonly PictureEdge[]): PictureGraph {
  const nodes = [pictureNode('a', 10, 50), pictureNode('b', 90, 50)]
  return allAtOnce(pictureGraph({ nodes, edges }, createKeys<EntityId>(), frame))
}

describe('the edge at a point of the screen', () => {
  test('is one within reach that none is clearly nearer than, whatever the graph', () => {
    fc.assert(
      fc.property(anyGraph, anyPoint, (graph, place) => {
        const pointer = onScreen(place)
        const distances = graph.edges.pictures.map((_, edge) =>
          distanceTo(curveOf(graph, edge), pointer),
        )
        const nearest = Math.min(...distances)
        const found = edgeNear(graph.strips, sight, pointer)
        const told = found === undefined ? sight.reach : (distances[found] ?? Number.NaN)
        // Bent lines are looked at in straight pieces, which may be off by a fraction of a pixel.
        expect(told).toBeLessThan(Math.min(nearest, sight.reach) + 0.6)
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
      const place = edgeNear(graph.strips, sight, point)
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
    expect(edgeNear(graph.strips, sight, middle)).toBe(1)
    expect(edgeNear(graph.strips, { ...sight, share: 0.5 }, middle)).toBe(0)
    expect(edgeNear(graph.strips, { ...sight, share: 0 }, middle)).toBeUndefined()
  })
})
