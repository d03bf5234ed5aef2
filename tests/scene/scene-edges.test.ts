import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { describe, expect, test } from 'vitest'
import type { StatementId } from '../../src/model/ids.ts'
import { neighbours, OwnEdges } from '../../src/scene/scene-edges.ts'
import type { SceneEdges } from '../../src/scene/scene-edges.ts'
import { pictureEdge } from './pictured.ts'

const order = 7
const anyNode = fc.nat({ max: order - 1 })
/** Pairs of ends, with parallel edges, edges there and back, and self-loops among them. */
const anyPairs = fc.array(fc.tuple(anyNode, anyNode))

function edgesBetween(pairs: readonly (readonly [number, number])[]): SceneEdges {
  const pictures = pairs.map(([source, target], place) =>
    pictureEdge(`e${place}`, String(source), String(target)),
  )
  const ends = Uint32Array.from(pairs.flat())
  return new OwnEdges({ pictures, ends, straight: pairs.length }, order)
}

describe('the edges of a scene', () => {
  test('answer as graphology does', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const ours = edgesBetween(pairs)
        const theirs = new MultiDirectedGraph()
        for (let node = 0; node < order; node += 1) theirs.addNode(String(node))
        pairs.forEach(([source, target], place) =>
          theirs.addEdgeWithKey(String(place), String(source), String(target)),
        )
        expect(ours.count).toBe(theirs.size)
        for (let node = 0; node < order; node += 1) {
          const near = [...neighbours(ours, node)].map(String)
          expect([...ours.around(node)].map(String).toSorted()).toEqual(
            theirs.edges(String(node)).toSorted(),
          )
          expect(near.toSorted()).toEqual(theirs.neighbors(String(node)).toSorted())
        }
        pairs.forEach(([source, target], place) => {
          expect([ours.source(place), ours.target(place)]).toEqual([source, target])
        })
      }),
    )
  })

  test('are found by what they state', () => {
    const edges = edgesBetween([
      [0, 1],
      [1, 2],
    ])
    const asked = new Set(['e1', 'e2'] as StatementId[])
    expect([...edges.placesOf(asked)]).toEqual([['e1', 1]])
    expect(() => edges.at(2)).toThrow('no edge at place 2')
  })
})
