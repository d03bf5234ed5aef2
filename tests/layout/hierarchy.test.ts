import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GraphColumns } from '../../src/layout/canonical-graph.ts'
import { alongEdges } from '../../src/layout/hierarchy.ts'
import { anyColumns, anyOrder, faults, pairsOf, reordered } from './any-columns.ts'

/** The graph with every edge from a smaller number to a greater one, in some other order of nodes. */
const anyAcyclic = anyColumns.map((input): GraphColumns => ({
  ...input,
  ids: input.ids.map((_, at) => `n${(at * 17) % 41}`),
  edges: Uint32Array.from(
    pairsOf(input.edges)
      .filter(([a, b]) => a !== b)
      .flatMap(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
  ),
}))

describe('the layout along edges', () => {
  test('puts every node somewhere, none on another', () => {
    fc.assert(
      fc.property(anyColumns, (input) => {
        expect(faults(alongEdges(input), input)).toEqual([])
      }),
    )
  })

  test('has every edge lead downwards where none run in a circle', () => {
    fc.assert(
      fc.property(anyAcyclic, (input) => {
        const { y } = alongEdges(input)
        const rising = pairsOf(input.edges).filter(([a, b]) => (y[a] ?? 0) <= (y[b] ?? 0))
        expect(rising).toEqual([])
      }),
    )
  })

  test('has at least one edge of each circle lead downwards, and no edge lead along a row', () => {
    fc.assert(
      fc.property(anyColumns, (input) => {
        const { y } = alongEdges(input)
        const level = pairsOf(input.edges).filter(([a, b]) => a !== b && y[a] === y[b])
        expect(level).toEqual([])
      }),
    )
  })

  test('has beneath all others, and tells of them, the nodes that no edge touches', () => {
    fc.assert(
      fc.property(anyColumns, (input) => {
        const { y, guides } = alongEdges(input)
        const touched = new Set(
          pairsOf(input.edges)
            .filter(([a, b]) => a !== b)
            .flat(),
        )
        const apart = [...input.ids.keys()].filter((node) => !touched.has(node))
        expect(guides.flatMap(({ nodes }) => [...nodes]).toSorted((a, b) => a - b)).toEqual(apart)
        const lowest = Math.min(...[...touched].map((node) => y[node] ?? 0))
        expect(apart.every((node) => (y[node] ?? 0) < lowest)).toBe(true)
      }),
    )
  })

  test('does not depend on the order of the file', () => {
    fc.assert(
      fc.property(anyOrder, ({ input, mixed, from }) => {
        const { x, y } = alongEdges(mixed)
        expect({ x, y }).toEqual(reordered(alongEdges(input), from))
      }),
    )
  })

  test('draws a tree without a crossing, children below their parent', () => {
    const ids = ['root', 'left', 'right', 'a', 'b', 'c', 'd']
    const edges = Uint32Array.of(0, 2, 0, 1, 1, 3, 2, 5, 1, 4, 2, 6)
    const { x, y } = alongEdges({ ids, sizes: ids.map(() => 5), edges })
    const at = (id: string): number => x[ids.indexOf(id)] ?? 0
    const middle = (one: string, other: string): number => (at(one) + at(other)) / 2
    expect(at('left')).toBeCloseTo(middle('a', 'b'))
    expect(at('right')).toBeCloseTo(middle('c', 'd'))
    expect(at('root')).toBeCloseTo(middle('left', 'right'))
    expect(new Set(y).size).toBe(3)
  })
})
