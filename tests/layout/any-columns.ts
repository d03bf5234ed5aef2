import fc from 'fast-check'
import type { GraphColumns } from '../../src/layout/canonical-graph.ts'

/** Rough graphs of one node and more: loops, parallel edges, odd sizes, lone nodes, parts. */
export const anyColumns: fc.Arbitrary<GraphColumns> = fc
  .integer({ min: 1, max: 40 })
  .chain((order) =>
    fc.record({
      ids: fc.constant(Array.from({ length: order }, (_, index) => `n${index}`)),
      sizes: fc
        .array(
          fc.oneof(
            fc.double({ min: 0, max: 30, noNaN: true }),
            fc.constantFrom(Number.NaN, -1, Infinity),
          ),
          { minLength: order, maxLength: order },
        )
        .map((sizes) => Float64Array.from(sizes)),
      edges: fc
        .array(fc.tuple(fc.nat(order - 1), fc.nat(order - 1)), { maxLength: 80 })
        .map((pairs) => Uint32Array.from(pairs.flat())),
    }),
  )

/** A graph and the same one with nodes and edges in another order, which `from` tells by index. */
export const anyOrder = anyColumns.chain((input) => {
  const order = input.ids.length
  return fc
    .record({
      from: fc.shuffledSubarray([...input.ids.keys()], { minLength: order }),
      edges: fc.shuffledSubarray([...pairsOf(input.edges)], { minLength: input.edges.length / 2 }),
    })
    .map(({ from, edges }) => ({
      input,
      from,
      mixed: {
        ids: from.map((index) => input.ids[index] ?? ''),
        sizes: Float64Array.from(from, (index) => input.sizes[index] ?? 1),
        edges: Uint32Array.from(edges.flat().map((index) => from.indexOf(index))),
      },
    }))
})

/** Both ends of each edge. */
export function pairsOf(edges: Uint32Array): readonly (readonly [number, number])[] {
  return Array.from({ length: edges.length / 2 }, (_, edge) => [
    edges[edge * 2] ?? 0,
    edges[edge * 2 + 1] ?? 0,
  ])
}

interface Places {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Places in another order. */
export function reordered({ x, y }: Places, from: readonly number[]): Places {
  return {
    x: Float64Array.from(from, (index) => x[index] ?? 0),
    y: Float64Array.from(from, (index) => y[index] ?? 0),
  }
}

/** What is wrong with the places of discs: not finite, or one on another. */
export function faults({ x, y }: Places, { ids, sizes }: GraphColumns): readonly string[] {
  const radius = (at: number): number => {
    const size = sizes[at] ?? 1
    return Number.isFinite(size) && size > 0 ? size : 1
  }
  const wrong = x.length === ids.length && y.length === ids.length ? [] : ['not one place each']
  ids.forEach((id, a) => {
    if (!Number.isFinite((x[a] ?? 0) + (y[a] ?? 0))) wrong.push(`${id} is nowhere`)
    for (let b = 0; b < a; b += 1) {
      const distance = Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0))
      if (distance < radius(a) + radius(b)) wrong.push(`${id} is on ${ids[b] ?? ''}`)
    }
  })
  return wrong
}
