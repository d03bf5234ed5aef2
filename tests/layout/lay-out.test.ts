import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../src/layout/lay-out.ts'
import type { LayoutEdge, LayoutInput } from '../../src/layout/layout-input.ts'

const input = (sizes: readonly number[], edges: readonly LayoutEdge[]): LayoutInput => ({
  nodes: sizes.map((size, index) => ({ id: `n${index}`, size })),
  edges,
})

/** Rough graphs: loops, parallel edges, odd weights and sizes, lone nodes. */
const roughGraphs = fc.integer({ min: 1, max: 24 }).chain((order) =>
  fc.record({
    sizes: fc.array(
      fc.oneof(fc.double({ min: 0, max: 30 }), fc.constantFrom(Number.NaN, -1, Infinity)),
      { minLength: order, maxLength: order },
    ),
    edges: fc.array(
      fc.record({
        source: fc.nat(order - 1),
        target: fc.nat(order - 1),
        weight: fc.oneof(
          fc.double({ min: 0.01, max: 100 }),
          fc.constantFrom(Number.NaN, 0, -3, Infinity, 1e308),
        ),
      }),
      { maxLength: 50 },
    ),
  }),
)

describe('the layout', () => {
  test('of nothing is nothing, and a single node is in the middle', () => {
    expect([layOut(input([], [])), layOut(input([5], []))]).toEqual([[], [{ x: 0, y: 0 }]])
  })

  test('does not depend on the order of nodes and edges, to the byte', () => {
    const orders = roughGraphs.chain(({ sizes, edges }) =>
      fc.record({
        sizes: fc.constant(sizes),
        edges: fc.constant(edges),
        nodeOrder: fc.shuffledSubarray([...sizes.keys()], { minLength: sizes.length }),
        edgeOrder: fc.shuffledSubarray([...edges.keys()], { minLength: edges.length }),
        turned: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(orders, ({ sizes, edges, nodeOrder, edgeOrder, turned }) => {
        const plain = input(sizes, edges)
        const mixed: LayoutInput = {
          nodes: nodeOrder.flatMap((index) => plain.nodes[index] ?? []),
          edges: edgeOrder
            .flatMap((index) => edges[index] ?? [])
            .map(({ source, target, weight }) => ({
              source: nodeOrder.indexOf(turned ? target : source),
              target: nodeOrder.indexOf(turned ? source : target),
              weight,
            })),
        }
        const expected = layOut(plain)
        expect(layOut(mixed)).toEqual(nodeOrder.map((index) => expected[index]))
      }),
      { numRuns: 25 },
    )
  })

  test('is finite and without overlaps whatever the weights and sizes are', () => {
    fc.assert(
      fc.property(roughGraphs, ({ sizes, edges }) => {
        const points = layOut(input(sizes, edges))
        expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
        expect(overlaps(points, sizes)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('puts members of a community nearer to one another than to strangers', () => {
    const points = layOut(planted(4, 20))
    const mean = (own: boolean): number => {
      const distances = points.flatMap((a, i) =>
        points.flatMap((b, j) =>
          j > i && (i % 4 === j % 4) === own ? [Math.hypot(a.x - b.x, a.y - b.y)] : [],
        ),
      )
      return distances.reduce((sum, distance) => sum + distance, 0) / distances.length
    }
    expect(mean(true)).toBeLessThan(0.6 * mean(false))
  })

  test('is wider than high, about 82 pixels times the root of the number of nodes, centred', () => {
    const points = layOut(planted(4, 20))
    const [left, right] = ends(points.map(({ x }) => x))
    const [bottom, top] = ends(points.map(({ y }) => y))
    const width = right - left
    expect(width / Math.sqrt(80)).toBeGreaterThan(70)
    expect(width / Math.sqrt(80)).toBeLessThan(100)
    expect(width / (top - bottom)).toBeGreaterThan(1.1)
    expect([left + right, bottom + top].map((sum) => Math.abs(Math.round(sum)))).toEqual([0, 0])
  })

  test('keeps small parts beside the large one', () => {
    const main = planted(4, 20)
    const pairs = [80, 82, 84].map((source) => ({ source, target: source + 1 }))
    const lone = ['x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7'].map((id) => ({ id, size: 5 }))
    const points = layOut({ nodes: [...main.nodes, ...lone], edges: [...main.edges, ...pairs] })
    const [left, right] = ends(points.map(({ x }) => x))
    expect(right - left).toBeLessThan(1.4 * 82 * Math.sqrt(88))
  })

  test('lays out a thousand lone nodes and a long path', () => {
    const lone = Array.from({ length: 1000 }, () => 4)
    const path = Array.from({ length: 300 }, (_, source) => ({ source, target: source + 1 }))
    const points = layOut(input(lone, path))
    expect(overlaps(points, lone)).toEqual([])
  })
})

/** Rings with chords: node i belongs to community i modulo `groups`; two edges join each pair. */
function planted(groups: number, members: number): LayoutInput {
  const order = groups * members
  const edges = Array.from({ length: order }, (_, source) => [
    { source, target: (source + groups) % order },
    { source, target: (source + groups * 7) % order },
  ]).flat()
  const bridges = Array.from({ length: groups }, (_, group) => ({
    source: group,
    target: ((group + 1) % groups) + groups * 3,
  }))
  return input(
    Array.from({ length: order }, () => 6),
    [...edges, ...bridges],
  )
}

const ends = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
]

function overlaps(
  points: readonly { readonly x: number; readonly y: number }[],
  sizes: readonly number[],
): readonly string[] {
  const radius = (index: number): number => {
    const size = sizes[index] ?? 1
    return Number.isFinite(size) && size > 0 ? size : 1
  }
  return points.flatMap((a, i) =>
    points.flatMap((b, j) =>
      j > i && Math.hypot(a.x - b.x, a.y - b.y) < radius(i) + radius(j) ? [`${i} on ${j}`] : [],
    ),
  )
}
