import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { validateGraph } from 'sigma/utils'
import { describe, expect, test } from 'vitest'
import type { PictureEdge, PictureNode } from '../../src/display/picture.ts'
import { SceneGraph } from '../../src/scene/scene-graph.ts'
import type { SceneEdge, SceneNode } from '../../src/scene/scene-graph.ts'

const keys = ['0', '1', '2', '3', '4', '5', '6']
const node: SceneNode = {
  x: 1,
  y: 2,
  size: 3,
  color: '#123456',
  label: 'a',
  type: 'node',
  rank: 0,
  picture: {} as PictureNode,
}
const edge: SceneEdge = {
  size: 1,
  color: '#123456',
  label: 'to',
  type: 'line',
  picture: {} as PictureEdge,
}

/** Pairs of ends, with parallel edges, edges there and back, and self-loops among them. */
const anyPairs = fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...keys)))

describe('the graph of a scene', () => {
  test('answers as graphology does', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const ours = new SceneGraph()
        const theirs = new MultiDirectedGraph<SceneNode, SceneEdge>()
        for (const key of keys) {
          ours.addNode(key, node)
          theirs.addNode(key, node)
        }
        pairs.forEach(([source, target], index) => {
          ours.addEdge(String(index), source, target, edge)
          theirs.addEdgeWithKey(String(index), source, target, edge)
        })
        expect([ours.order, ours.size]).toEqual([theirs.order, theirs.size])
        expect(ours.nodes()).toEqual(theirs.nodes())
        expect(ours.edges()).toEqual(theirs.edges())
        for (const key of keys) {
          expect(ours.edges(key).toSorted()).toEqual(theirs.edges(key).toSorted())
          expect(ours.neighbors(key).toSorted()).toEqual(theirs.neighbors(key).toSorted())
        }
        expect(visits(ours)).toEqual(visits(theirs))
      }),
    )
  })

  test('is a graph to sigma, which hears of no change', () => {
    const graph = new SceneGraph()
    graph.addNode('0', node)
    expect(() => validateGraph(graph.forSigma())).not.toThrow()
    expect(graph.on().removeListener()).toBe(graph)
    expect(() => graph.dropNode()).toThrow('replaced and never changed')
  })

  test('knows what it has, and throws at a stranger', () => {
    const graph = new SceneGraph()
    graph.addNode('0', node)
    expect([graph.hasNode('0'), graph.hasNode('1'), graph.hasEdge('0')]).toEqual([
      true,
      false,
      false,
    ])
    expect(() => graph.getEdgeAttributes('0')).toThrow('nothing with the key 0')
  })
})

function visits(graph: Pick<SceneGraph, 'forEachNode' | 'forEachEdge'>): readonly unknown[] {
  const seen: unknown[] = []
  graph.forEachNode((key, { x }) => seen.push([key, x]))
  graph.forEachEdge((key, { label }, source, target) => seen.push([key, label, source, target]))
  return seen
}
