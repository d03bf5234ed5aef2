import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph, degree, edgesAt, otherEnd } from '../../src/graph/graph.ts'
import { neighbourhood } from '../../src/graph/neighbourhood.ts'
import { densestCore, fitsIn, largestComponent, widestNeighbourhood } from '../../src/graph/part.ts'
import type { GraphPart, GraphSize } from '../../src/graph/part.ts'
import { shownLimit } from '../../src/graph/shown-limit.ts'
import { skeletonOf } from '../../src/graph/skeleton.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyKnowledge } from './any-multigraph.ts'

const all: GraphSize = { nodes: Infinity, edges: Infinity }
const anyLimit = fc.record({ nodes: fc.integer({ min: 0, max: 7 }), edges: fc.nat({ max: 12 }) })

const idsOf = (knowledge: Knowledge, part: GraphPart | undefined): ReadonlySet<EntityId> =>
  new Set(skeletonOf(knowledge).ids.filter((_, index) => part?.holds[index] === 1))
const sizeOf = (knowledge: Knowledge, ids: ReadonlySet<EntityId>): GraphSize => ({
  nodes: ids.size,
  edges: [...buildGraph(knowledge).edges.values()].filter(
    ({ source, target }) => ids.has(source) && ids.has(target),
  ).length,
})
/** Different neighbours of a node among others, itself left out. */
const neighboursAmong = (
  knowledge: Knowledge,
  id: EntityId,
  among: ReadonlySet<EntityId>,
): number => {
  const graph = buildGraph(knowledge)
  const ends = edgesAt(graph, id).map((edge) => otherEnd(edge, id))
  return new Set(ends.filter((end) => end !== id && among.has(end))).size
}
/** By the definition: who has too few neighbours goes, until nobody does. */
const bruteCore = (knowledge: Knowledge, k: number): ReadonlySet<EntityId> => {
  let ids = new Set(knowledge.entities.keys())
  for (;;) {
    const stay = new Set([...ids].filter((id) => neighboursAmong(knowledge, id, ids) >= k))
    if (stay.size === ids.size) return ids
    ids = stay
  }
}

describe('the parts of a graph that is too large', () => {
  test('the skeleton knows every node and edge, and each edge at both its ends', () => {
    fc.assert(
      fc.property(anyKnowledge(), (knowledge) => {
        const graph = buildGraph(knowledge)
        const { nodeCount, edgeCount, both } = skeletonOf(knowledge)
        const ends = [...graph.edges.values()].reduce(
          (sum, { source, target }) => sum + (source === target ? 1 : 2),
          0,
        )
        expect([nodeCount, edgeCount, both.neighbours.length]).toEqual([
          graph.nodes.length,
          graph.edges.size,
          ends,
        ])
      }),
    )
  })

  test('the largest component is connected, closed, and no other is larger', () => {
    fc.assert(
      fc.property(anyKnowledge(8), (knowledge) => {
        const graph = buildGraph(knowledge)
        const part = largestComponent(skeletonOf(knowledge))
        const ids = idsOf(knowledge, part)
        const components = graph.nodes.map((id) => neighbourhood(graph, id, graph.nodes.length))
        const largest = Math.max(0, ...components.map(({ size }) => size))
        expect(ids.size).toBe(largest)
        expect(part.size).toEqual(sizeOf(knowledge, ids))
        expect([new Set<EntityId>(), ...components]).toContainEqual(ids)
      }),
    )
  })

  test('the densest core is the largest that fits, as peeling by the definition gives it', () => {
    fc.assert(
      fc.property(anyKnowledge(7, 20), anyLimit, (knowledge, limit) => {
        const core = densestCore(skeletonOf(knowledge), limit)
        const cores = [1, 2, 3, 4, 5, 6]
          .map((k) => ({ k, ids: bruteCore(knowledge, k) }))
          .filter(({ ids }) => ids.size > 0)
          // Of several k with one core the greatest names it.
          .filter(({ k, ids }) => bruteCore(knowledge, k + 1).size < ids.size)
        const best = cores.find(({ ids }) => fitsIn(sizeOf(knowledge, ids), limit))
        expect(core?.k).toBe(best?.k)
        if (core === undefined || best === undefined) return
        expect(idsOf(knowledge, core)).toEqual(best.ids)
        expect(core.size).toEqual(sizeOf(knowledge, best.ids))
      }),
    )
  })

  test('the widest neighbourhood fits, and one step more does not or adds nothing', () => {
    fc.assert(
      fc.property(anyKnowledge(7, 10), anyLimit, fc.nat(), (knowledge, limit, where) => {
        const graph = buildGraph(knowledge)
        fc.pre(graph.nodes.length > 0)
        const at = where % graph.nodes.length
        const [centre] = graph.nodes.slice(at)
        if (centre === undefined) return
        const part = widestNeighbourhood(skeletonOf(knowledge), at, limit)
        const within = (steps: number): GraphSize =>
          sizeOf(knowledge, neighbourhood(graph, centre, steps))
        expect(part === undefined).toBe(!fitsIn(within(1), limit))
        if (part === undefined) return
        expect(idsOf(knowledge, part)).toEqual(neighbourhood(graph, centre, part.steps))
        expect(part.size).toEqual(within(part.steps))
        expect(fitsIn(part.size, limit)).toBe(true)
        const more = within(part.steps + 1)
        expect(!fitsIn(more, limit) || more.nodes === part.size.nodes).toBe(true)
      }),
    )
  })

  test('of the seven nodes, the core is who has two neighbours among themselves', () => {
    const knowledge = sevenNodes()
    const core = densestCore(skeletonOf(knowledge), all)
    const graph = buildGraph(knowledge)
    const lonely = graph.nodes.filter((id) => degree(graph, id) === 0)
    expect(core?.k).toBe(1)
    expect(idsOf(knowledge, core).size).toBe(graph.nodes.length - lonely.length)
  })
})

test('how much may be shown follows from the memory, where the browser tells', () => {
  expect([8, 32, undefined, 0.25].map((memory) => shownLimit(memory))).toEqual([
    { nodes: 250_000, edges: 1_000_000 },
    { nodes: 250_000, edges: 1_000_000 },
    { nodes: 125_000, edges: 500_000 },
    { nodes: 7812, edges: 31_250 },
  ])
})
