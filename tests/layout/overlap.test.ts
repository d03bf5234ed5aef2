import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutOverlap, type Disc } from '../../src/layout/overlap.ts'

const margin = 4

// Zero often, for discs in one place; never minus zero, which is the same place but not the same value.
const coordinate = fc
  .oneof(fc.constant(0), fc.double({ min: -100, max: 100, noNaN: true }))
  .map((value) => value + 0)

const discs = fc.array(
  fc.record({
    x: coordinate,
    y: coordinate,
    radius: fc.double({ min: 0.5, max: 30, noNaN: true }),
    fixed: fc.boolean(),
  }),
  { maxLength: 60 },
)

describe('overlap removal', () => {
  test('parts all discs of which not both are fixed, and moves no fixed one', () => {
    fc.assert(
      fc.property(discs, (given) => {
        const moved = withoutOverlap(given, margin).map((point, index): Disc => {
          const { radius, fixed } = given[index] ?? { radius: 0, fixed: true }
          return { ...point, radius, fixed }
        })
        expect(touchingPairs(moved)).toEqual([])
        expect(moved.filter((disc) => disc.fixed)).toEqual(given.filter((disc) => disc.fixed))
      }),
      { numRuns: 60 },
    )
  })

  test('leaves discs that have room where they are', () => {
    const roomy = [0, 100, 200].map((x) => ({ x, y: x / 2, radius: 10 }))
    expect(withoutOverlap(roomy, margin)).toEqual(roomy.map(({ x, y }) => ({ x, y })))
  })

  test('opens a heap of two hundred discs in one place', () => {
    const heap = Array.from({ length: 200 }, () => ({ x: 1, y: 1, radius: 5 }))
    const moved = withoutOverlap(heap, margin).map((point) => ({ ...point, radius: 5 }))
    expect(touchingPairs(moved)).toEqual([])
  })
})

function touchingPairs(all: readonly Disc[]): readonly string[] {
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b, j) => {
      const distance = Math.hypot(a.x - b.x, a.y - b.y)
      const both = a.fixed === true && b.fixed === true
      return !both && distance < a.radius + b.radius + margin ? [`${i} and ${i + 1 + j}`] : []
    }),
  )
}
