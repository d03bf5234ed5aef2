import { expect, test } from 'vitest'
import { difference, intersection, union } from '../../src/graph/sets.ts'

test('sets are joined, met and subtracted in the order of the first', () => {
  const [a, b] = [new Set(['z', 'y', 'x']), new Set(['x', 'w', 'z'])]
  expect([union(a, b), intersection(a, b), difference(a, b)].map((set) => [...set])).toEqual([
    ['z', 'y', 'x', 'w'],
    ['z', 'x'],
    ['y'],
  ])
})
