import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withMoved, withStop, withoutStop } from '../../src/model/stops.ts'
import type { Stop } from '../../src/model/stops.ts'

const stop = (title: string): Stop => ({ title, text: '', view: `node=${title}` })
const titles = (stops: readonly Stop[]): string => stops.map(({ title }) => title).join('')
const four = ['a', 'b', 'c', 'd'].map(stop)

describe('saved views', () => {
  test('move by places, as far as there are any', () => {
    expect([
      titles(withMoved(four, 0, 1)),
      titles(withMoved(four, 3, -2)),
      titles(withMoved(four, 2, 9)),
      titles(withMoved(four, 1, -9)),
    ]).toEqual(['bacd', 'adbc', 'abdc', 'bacd'])
  })

  test('stay the very same list where nothing moves', () => {
    expect([withMoved(four, 0, -1), withMoved(four, 3, 1), withMoved(four, 7, 1)]).toEqual(
      Array.from({ length: 3 }, () => four),
    )
    expect(withMoved(four, 0, -1)).toBe(four)
  })

  test('keep all that they are through any move, and a move back undoes it', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.integer({ min: -3, max: 3 }), (at, by) => {
        const to = Math.min(3, Math.max(0, at + by))
        const moved = withMoved(four, at, by)
        expect(moved[to]).toBe(four[at])
        expect(withMoved(moved, to, at - to)).toEqual(four)
      }),
    )
  })

  test('are replaced and taken out one by one', () => {
    expect([titles(withStop(four, 1, stop('x'))), titles(withoutStop(four, 1))]).toEqual([
      'axcd',
      'acd',
    ])
  })
})
