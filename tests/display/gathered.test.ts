import { describe, expect, test } from 'vitest'
import { gathered, nextToward } from '../../src/display/gathered.ts'
import type { Point } from '../../src/model/knowledge.ts'

const first = (count: number): readonly Point[] => {
  const places = gathered()
  return Array.from({ length: count }, () => places.next().value)
}

describe('places around one spot', () => {
  test('have the first in the middle, and none nearer to another than 1', () => {
    const points = first(100)
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
