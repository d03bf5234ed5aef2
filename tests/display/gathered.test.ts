import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gathered, nextToward } from '../../src/display/gathered.ts'

describe('nodes at one spot', () => {
  test('have the first in the middle, and none nearer to another than 1', () => {
    const points = gathered(100)
    expect([points.length, points[0]]).toEqual([100, { x: 0, y: 0 }])
    const nearest = points.map((one, index) =>
      Math.min(
        ...points
          .filter((_, other) => other !== index)
          .map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
      ),
    )
    expect(Math.min(...nearest)).toBeCloseTo(1)
    expect(Math.max(...nearest)).toBeCloseTo(1)
  })

  test('stay where they are when more come', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (few, more) => {
        expect(gathered(few + more).slice(0, few)).toEqual(gathered(few))
      }),
    )
  })
})

describe('the next node in a direction', () => {
  const [near, aside, behind] = [
    { x: 10, y: 1 },
    { x: 8, y: 7 },
    { x: -1, y: 0 },
  ]
  const right = { x: 1, y: 0 }

  test('is the nearest that lies ahead rather than aside', () => {
    expect(nextToward({ x: 0, y: 0 }, right, [aside, behind, near])).toBe(near)
  })

  test('is none where nothing lies ahead', () => {
    expect(nextToward({ x: 0, y: 0 }, right, [behind, { x: 0, y: 0 }, { x: 1, y: 5 }])).toBe(
      undefined,
    )
  })
})
