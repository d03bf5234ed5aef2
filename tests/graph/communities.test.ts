import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { communities, modularity } from '../../src/graph/communities.ts'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import type { CompactGraph } from '../../src/graph/compact-graph.ts'
import { anyGraph, graphOf } from './any-multigraph.ts'
import { bruteModularity } from './brute-metrics.ts'

describe('communities', () => {
  test("hang together, and no node could move to a neighbour's to raise the modularity", () => {
    fc.assert(
      fc.property(anyGraph(9, 18), (graph) => {
        const compact = compactGraph(graph)
        const found = communities(compact.adjacency)
        if (found === undefined) throw new Error('cancelled')
        const of = [...found.of]
        expect(found.modularity).toBeCloseTo(bruteModularity(compact, of), 9)
        expect(modularity(compact.adjacency, found.of)).toBeCloseTo(found.modularity, 12)
        expect(partsOf(compact, of)).toBe(found.sizes.length)
        const { sources, targets, weights } = compact.adjacency
        sources.forEach((source, edge) => {
          const target = targets[edge] ?? 0
          if ((weights[edge] ?? 0) < 1e-200) return
          for (const [node, to] of [
            [source, target],
            [target, source],
          ] as const) {
            const moved = of.with(node, of[to] ?? 0)
            expect(bruteModularity(compact, moved)).toBeLessThan(found.modularity + 1e-9)
          }
        })
      }),
    )
  })

  test('tell two cliques with one edge between them apart', () => {
    const clique = (start: number) =>
      [0, 1, 2, 3].flatMap((a) =>
        [0, 1, 2, 3].filter((b) => a < b).map((b) => [start + a, start + b]),
      )
    const graph = compactGraph(graphOf(8, [...clique(0), ...clique(4), [3, 4]]))
    expect([...(communities(graph.adjacency)?.of ?? [])]).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
  })

  test('are one each without edges', () => {
    const { adjacency } = compactGraph(graphOf(3, []))
    expect(communities(adjacency)).toEqual({
      of: Uint32Array.of(0, 1, 2),
      sizes: Uint32Array.of(1, 1, 1),
      modularity: 0,
    })
  })
})

/** How many parts the nodes of one group make, over all groups. */
function partsOf({ adjacency }: CompactGraph, of: readonly number[]): number {
  const { sources, targets, weights } = adjacency
  const part = of.map((_, node) => node)
  for (let round = 0; round < of.length; round += 1)
    sources.forEach((source, edge) => {
      const target = targets[edge] ?? 0
      if ((weights[edge] ?? 0) < 1e-200 || of[source] !== of[target]) return
      const least = Math.min(part[source] ?? 0, part[target] ?? 0)
      part[source] = least
      part[target] = least
    })
  return new Set(part).size
}
