import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byKind } from '../../src/layout/by-kind.ts'
import { anyColumns, anyOrder, faults, reordered } from './any-columns.ts'

const kinds = ['city', 'model', '', 'law', '__proto__']
const kindAt = (seed: number) => (_: unknown, at: number) =>
  kinds[(at * at + seed * at + seed) % kinds.length] ?? ''

describe('the layout by kind', () => {
  test('puts every node somewhere, none on another', () => {
    fc.assert(
      fc.property(anyColumns, fc.nat(20), (input, seed) => {
        expect(faults(byKind(input, input.ids.map(kindAt(seed))), input)).toEqual([])
      }),
    )
  })

  test('has each kind in a circle of its own, and no circle touches another', () => {
    fc.assert(
      fc.property(anyColumns, fc.nat(20), (input, seed) => {
        const groups = input.ids.map(kindAt(seed))
        const { x, y, guides } = byKind(input, groups)
        const outside = guides.flatMap((circle) =>
          [...circle.nodes].filter(
            (node) =>
              groups[node] !== circle.about ||
              Math.hypot((x[node] ?? 0) - circle.x, (y[node] ?? 0) - circle.y) > circle.radius,
          ),
        )
        expect(outside).toEqual([])
        expect(guides.flatMap(({ nodes }) => [...nodes]).toSorted((a, b) => a - b)).toEqual([
          ...input.ids.keys(),
        ])
        const near = guides.flatMap((one, at) =>
          guides
            .slice(0, at)
            .filter(
              (other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius,
            ),
        )
        expect(near).toEqual([])
      }),
    )
  })

  test('names the largest kind first, those of one size by name', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const columns = { ids, sizes: [4, 4, 4, 4, 4], edges: new Uint32Array() }
    const { guides } = byKind(columns, ['x', 'y', 'y', 'w', ''])
    expect(guides.map(({ about }) => about)).toEqual(['y', '', 'w', 'x'])
  })

  test('does not depend on the order of the file', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(20), ({ input, mixed, from }, seed) => {
        const groups = input.ids.map(kindAt(seed))
        const { x, y } = byKind(
          mixed,
          from.map((index) => groups[index] ?? ''),
        )
        expect({ x, y }).toEqual(reordered(byKind(input, groups), from))
      }),
    )
  })

  test('seats those that belong together alike, so that edges are hardly longer than they must be', () => {
    // Two kinds of one size, each node of the one with a partner in the other.
    const ids = Array.from({ length: 120 }, (_, at) => `n${(at * 37) % 120}`)
    const pairs = Array.from({ length: 60 }, (_, at) => [at, at + 60] as const)
    const columns = { ids, sizes: ids.map(() => 5), edges: Uint32Array.from(pairs.flat()) }
    const { x, y, guides } = byKind(
      columns,
      ids.map((_, at) => (at < 60 ? 'left' : 'right')),
    )
    const [one, other] = guides
    const least = Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))
    const excess = (a: number, b: number): number =>
      Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0)) - least
    const own = pairs.reduce((sum, [a, b]) => sum + excess(a, b), 0)
    const mixed = pairs.reduce((sum, [a, b]) => sum + excess(a, 60 + ((b + 23) % 60)), 0)
    expect(own).toBeLessThan(0.3 * mixed)
  })

  test('packs more kinds than could be drawn together', () => {
    const ids = Array.from({ length: 600 }, (_, at) => `n${at}`)
    const columns = { ids, sizes: ids.map(() => 5), edges: Uint32Array.of(0, 1, 2, 3) }
    const groups = ids.map((_, at) => `k${Math.floor(at / 2)}`)
    expect(faults(byKind(columns, groups), { ...columns, sizes: ids.map(() => 20) })).toEqual([])
  })
})
