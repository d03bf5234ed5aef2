import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GraphColumns } from '../../src/layout/canonical-graph.ts'
import { aroundNode } from '../../src/layout/radial.ts'
import { turned } from '../../src/layout/turn.ts'
import { anyColumns, anyOrder, faults, pairsOf, reordered } from './any-columns.ts'

const withCentre = anyColumns.chain((input) =>
  fc.record({ input: fc.constant(input), centre: fc.nat(input.ids.length - 1) }),
)

/** How many steps each node is from the centre; Infinity where no way leads there. */
function stepsFrom({ ids, edges }: GraphColumns, centre: number): readonly number[] {
  const steps = ids.map((_, node) => (node === centre ? 0 : Infinity))
  for (const _ of ids)
    for (const [a, b] of pairsOf(edges)) {
      steps[a] = Math.min(steps[a] ?? 0, (steps[b] ?? 0) + 1)
      steps[b] = Math.min(steps[b] ?? 0, (steps[a] ?? 0) + 1)
    }
  return steps
}

describe('the layout around a node', () => {
  test('puts every node somewhere, none on another', () => {
    fc.assert(
      fc.property(withCentre, ({ input, centre }) => {
        expect(faults(aroundNode(input, centre), input)).toEqual([])
      }),
    )
  })

  test('has in its rings what is so many steps away, and beneath them what no way leads to', () => {
    fc.assert(
      fc.property(withCentre, ({ input, centre }) => {
        const { x, y, guides } = aroundNode(input, centre)
        const steps = stepsFrom(input, centre)
        const circles = guides.filter(({ radius }) => radius > 0)
        const ringOf = input.ids.map((_, node) => {
          const distance = Math.hypot(x[node] ?? 0, y[node] ?? 0)
          const outer = circles.filter(({ radius }) => radius < distance).length
          return outer === circles.length ? Infinity : outer + 1
        })
        expect(ringOf.map((ring, node) => (node === centre ? 0 : ring))).toEqual(steps)
        const told = guides.flatMap(({ about, nodes }) =>
          [...nodes].map((node) => [node, about ?? Infinity] as const),
        )
        expect(new Map([...told, [centre, 0] as const])).toEqual(new Map(steps.entries()))
        const lowest = -(circles.at(-1)?.radius ?? 0)
        expect(steps.every((ring, node) => ring < Infinity || (y[node] ?? 0) < lowest)).toBe(true)
      }),
    )
  })

  test('does not depend on the order of the file', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(), ({ input, mixed, from }, any) => {
        const centre = any % input.ids.length
        const { x, y } = aroundNode(mixed, from.indexOf(centre))
        expect({ x, y }).toEqual(reordered(aroundNode(input, centre), from))
      }),
    )
  })

  test('has children beside their parent, so that no two edges of a tree cross', () => {
    const parents = [0, 0, 0, 1, 2, 3, 1, 2, 3, 1, 2, 3]
    const edges = Uint32Array.from(parents.flatMap((parent, at) => [at + 1, parent]))
    const ids = Array.from({ length: 13 }, (_, at) => `n${at}`)
    const { x, y } = aroundNode({ ids, sizes: ids.map(() => 6), edges }, 0)
    const place = (at: number) => [x[at] ?? 0, y[at] ?? 0] as const
    const crossed = pairsOf(edges).flatMap((one, at) =>
      pairsOf(edges)
        .slice(0, at)
        .filter((other) => new Set([...one, ...other]).size === 4)
        .filter(([c, d]) => cross(place(one[0]), place(one[1]), place(c), place(d))),
    )
    expect(crossed).toEqual([])
  })
})

type At = readonly [number, number]

function cross(a: At, b: At, c: At, d: At): boolean {
  const side = (p: At, q: At, r: At): boolean =>
    (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

test('a turn is that of the sine and the cosine', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (share) => {
      const { x, y } = turned(share)
      expect(x).toBeCloseTo(Math.sin(share * 2 * Math.PI), 12)
      expect(y).toBeCloseTo(Math.cos(share * 2 * Math.PI), 12)
    }),
  )
})
