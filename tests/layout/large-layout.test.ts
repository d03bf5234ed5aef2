import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peerLayout } from '../../benchmarks/layout-peer.ts'
import { qualityOf } from '../../benchmarks/layout-quality.ts'
import { sampleGraph } from '../../benchmarks/layout-graphs.ts'
import type { GraphColumns } from '../../src/layout/canonical-graph.ts'
import { createLargeLayout, type LargeProgress } from '../../src/layout/large-layout.ts'

const weights = fc.oneof(
  fc.double({ min: 0.01, max: 100 }),
  fc.constantFrom(Number.NaN, 0, -3, Infinity, 1e308),
)
const sizes = fc.oneof(fc.double({ min: 0, max: 30 }), fc.constantFrom(Number.NaN, -1, Infinity))

/** Loops, parallel edges, several parts, lone nodes, odd weights and sizes, and enough for levels. */
const roughGraphs = fc.integer({ min: 1, max: 400 }).chain((order) =>
  fc.record({
    sizes: fc.array(sizes, { minLength: order, maxLength: order }),
    edges: fc.array(fc.tuple(fc.nat(order - 1), fc.nat(order - 1), weights), {
      maxLength: order * 2,
    }),
  }),
)

type Rough = typeof roughGraphs extends fc.Arbitrary<infer Value> ? Value : never

const inputOf = (graph: Rough): GraphColumns => ({
  ids: graph.sizes.map((_, index) => `n${index}`),
  sizes: graph.sizes,
  edges: Uint32Array.from(graph.edges.flatMap(([source, target]) => [source, target])),
  weights: graph.edges.map(([, , weight]) => weight),
})

describe('the layout of a large graph', () => {
  test('of nothing is nothing, and a single node is in the middle', () => {
    const lone = { ids: ['a'], sizes: [5], edges: new Uint32Array() }
    expect([{ ...lone, ids: [], sizes: [] }, lone].map((input) => [...finished(input)])).toEqual([
      [],
      [0, 0],
    ])
  })

  test('does not depend on the order of nodes and edges, to the bit', () => {
    const orders = roughGraphs.chain((graph) =>
      fc.record({
        graph: fc.constant(graph),
        nodes: fc.shuffledSubarray([...graph.sizes.keys()], { minLength: graph.sizes.length }),
        edges: fc.shuffledSubarray([...graph.edges.keys()], { minLength: graph.edges.length }),
        turned: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(orders, ({ graph, nodes, edges, turned }) => {
        const plain = inputOf(graph)
        const place = new Map(nodes.map((node, at) => [node, at]))
        const list = edges.flatMap((edge) => (graph.edges[edge] ? [graph.edges[edge]] : []))
        const mixed: GraphColumns = {
          ids: nodes.map((node) => plain.ids[node] ?? ''),
          sizes: nodes.map((node) => graph.sizes[node] ?? 1),
          edges: Uint32Array.from(
            list.flatMap(([source, target]) => {
              const ends = [place.get(source) ?? 0, place.get(target) ?? 0]
              return turned ? ends.toReversed() : ends
            }),
          ),
          weights: list.map(([, , weight]) => weight),
        }
        const expected = finished(plain)
        expect(finished(mixed)).toEqual(
          Float32Array.from(
            nodes.flatMap((node) => [expected[node * 2] ?? 0, expected[node * 2 + 1] ?? 0]),
          ),
        )
      }),
      { numRuns: 12 },
    )
  })

  test('is finite on the way, ends, and leaves no discs overlapping', () => {
    fc.assert(
      fc.property(roughGraphs, (graph) => {
        const layout = createLargeLayout(inputOf(graph))
        let steps = 0
        let progress: LargeProgress
        let finite = true
        do {
          progress = layout.step()
          steps += 1
          if (steps % 20 === 1) finite &&= layout.positions().every(Number.isFinite)
        } while (!progress.done && steps < 20_000)
        const positions = layout.positions()
        expect({
          done: progress.done,
          finite: finite && positions.every(Number.isFinite),
          overlaps: overlaps(positions, graph.sizes),
        }).toEqual({ done: true, finite: true, overlaps: [] })
      }),
      { numRuns: 15 },
    )
  })

  test('tells a share that never falls, and says that it is done again and again', () => {
    const { edges, order } = sampleGraph('communities', 600)
    const layout = createLargeLayout({ ids: idsOf(order), sizes: [], edges })
    const told: LargeProgress[] = []
    do told.push(layout.step())
    while (told.at(-1)?.done !== true)
    const shares = told.map(({ share }) => share)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual([
      'sorting',
      'communities',
      'nodes',
      'spacing',
      'done',
    ])
    expect(layout.step()).toEqual({ stage: 'done', share: 1, done: true })
  })

  test('lays out stars, heaps of lone nodes and many small parts', () => {
    const star = Array.from({ length: 800 }, (_, leaf) => [0, leaf + 1]).flat()
    const pairs = Array.from({ length: 200 }, (_, pair) => [801 + pair * 2, 802 + pair * 2]).flat()
    const ids = idsOf(2000)
    const positions = finished({ ids, sizes: [], edges: Uint32Array.from([...star, ...pairs]) })
    expect(
      overlaps(
        positions,
        ids.map(() => 1),
      ),
    ).toEqual([])
  })

  test('refuses two nodes with one id, and an edge that ends nowhere', () => {
    const run = (ids: readonly string[], edges: readonly number[]) => () =>
      finished({ ids, sizes: [], edges: Uint32Array.from(edges) })
    expect(run(['a', 'a'], [])).toThrow('the id a')
    expect(run(['a'], [0, 3])).toThrow('ends at 3')
  })

  test.each([
    ['communities', 600],
    ['tree', 400],
  ] as const)(
    'keeps neighbourhoods and distances of %s as well as the package does after 500 iterations',
    (kind, order) => {
      const graph = sampleGraph(kind, order)
      const own = qualityOf(graph, finished({ ids: idsOf(order), sizes: [], edges: graph.edges }))
      const peer = qualityOf(graph, peerLayout(graph, 500))
      expect(own.preservation).toBeGreaterThanOrEqual(peer.preservation)
      expect(own.stress).toBeLessThanOrEqual(peer.stress)
    },
  )
})

function idsOf(order: number): readonly string[] {
  return Array.from({ length: order }, (_, index) => `n${index}`)
}

function finished(input: GraphColumns): Float32Array {
  const layout = createLargeLayout(input)
  while (!layout.step().done);
  return layout.positions()
}

/** Pairs of discs that overlap, by a sweep along x. */
function overlaps(positions: Float32Array, sizes: readonly number[]): readonly string[] {
  const radius = (index: number): number => {
    const size = sizes[index] ?? 1
    return Number.isFinite(size) && size > 0 ? size : 1
  }
  const x = (index: number): number => positions[index * 2] ?? 0
  const order = [...sizes.keys()].toSorted((a, b) => x(a) - x(b))
  return order.flatMap((a, at) => {
    const found: string[] = []
    for (let next = at + 1; next < order.length; next += 1) {
      const b = order[next] ?? 0
      if (x(b) - x(a) > radius(a) + 30) break
      const up = (positions[b * 2 + 1] ?? 0) - (positions[a * 2 + 1] ?? 0)
      if (Math.hypot(x(b) - x(a), up) < radius(a) + radius(b)) found.push(`${a} on ${b}`)
    }
    return found
  })
}
