import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parallels } from '../../src/display/parallels.ts'

test('edges between the same two nodes are numbered together where the first of them stands', () => {
  const end = fc.nat({ max: 4 })
  fc.assert(
    fc.property(fc.array(fc.tuple(end, end)), (pairs) => {
      const groups = new Map<string, number[]>()
      pairs.forEach((pair, place) => {
        const key = pair.toSorted((a, b) => a - b).join(' ')
        groups.set(key, [...(groups.get(key) ?? []), place])
      })
      const { order, index, count } = parallels(Uint32Array.from(pairs.flat()), 5)
      expect([...order]).toEqual([...groups.values()].flat())
      for (const group of groups.values()) {
        expect(group.map((place) => [index[place], count[place]])).toEqual(
          group.map((_, at) => [at, group.length]),
        )
      }
    }),
  )
})
