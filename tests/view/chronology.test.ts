import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from '../../src/model/period.ts'
import { dayOf } from '../../src/model/period.ts'
import { chronologyOf, showsAt, timeState } from '../../src/view/chronology.ts'
import type { TimeState } from '../../src/view/chronology.ts'
import { datedNodes, datesByHand } from '../dated-nodes.ts'

const knowledge = datedNodes()
const chronology = chronologyOf(knowledge)

/** Few days, so that bounds often meet. */
const day = fc.integer({ min: -6, max: 6 })
const stretch = fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
const date: fc.Arbitrary<Period> = fc.oneof(
  stretch,
  day.map((from) => ({ from, to: Infinity })),
  day.map((to) => ({ from: -Infinity, to })),
)
const dates = fc.array(date, { maxLength: 3 })

/** Day by day; beyond the days that are asked for, an open end has one day more at each side. */
function stateByDays(of: readonly Period[], range: Period): TimeState {
  const days = Array.from({ length: 21 }, (_, index) => index - 10)
  const meant = days.filter((each) => of.some(({ from, to }) => from <= each && each <= to))
  const inside = meant.filter((each) => range.from <= each && each <= range.to)
  if (of.length === 0) return 'undated'
  if (inside.length === 0) return 'outside'
  return inside.length === meant.length ? 'certain' : 'possible'
}

describe('a statement against a range of time', () => {
  test('is certain, possible, outside or undated as its days say, one by one', () => {
    fc.assert(
      fc.property(dates, stretch, (of, range) => {
        expect(timeState(of, range)).toBe(stateByDays(of, range))
      }),
    )
  })

  test('is in one state only: every range parts all statements of a graph', () => {
    fc.assert(
      fc.property(stretch, (range) => {
        const counts = { certain: 0, possible: 0, undated: 0, outside: 0 }
        for (const id of knowledge.statements.keys()) {
          counts[timeState(chronology.datesOf(id), range)] += 1
        }
        const { certain, possible, undated, outside } = counts
        expect(certain + possible + undated + outside).toBe(knowledge.statements.size)
        expect(undated).toBe(knowledge.statements.size - 4)
      }),
    )
  })

  test('stays certain in a wider range, and shown if it was possible', () => {
    const more = fc.nat({ max: 4 })
    fc.assert(
      fc.property(dates, stretch, more, more, (of, range, before, after) => {
        const wider = { from: range.from - before, to: range.to + after }
        const [narrow, wide] = [timeState(of, range), timeState(of, wider)]
        const allowed: Readonly<Record<TimeState, readonly TimeState[]>> = {
          certain: ['certain'],
          possible: ['certain', 'possible'],
          undated: ['undated'],
          outside: ['certain', 'possible', 'outside'],
        }
        expect(allowed[narrow]).toContain(wide)
      }),
    )
  })

  test('is shown where it is certain, and else as the reader chooses, but never outside', () => {
    const hides = fc.subarray(['possible', 'undated'] as const).map((doubts) => new Set(doubts))
    fc.assert(
      fc.property(dates, stretch, hides, (of, range, hidden) => {
        const state = timeState(of, range)
        const shown =
          state === 'certain' ||
          (state === 'possible' && !hidden.has('possible')) ||
          (state === 'undated' && !hidden.has('undated'))
        expect(showsAt({ ...range, hides: hidden }, of)).toBe(shown)
      }),
    )
  })
})

describe('the chronology of a graph', () => {
  test('reaches from the first day that is named to the last', () => {
    expect([chronology.extent, chronology.datedEntities]).toEqual([
      { from: dayOf(2020, 5, 1), to: dayOf(2024, 11, 31) },
      1,
    ])
    expect(chronologyOf({ ...knowledge, statements: new Map(), entities: new Map() }).extent).toBe(
      undefined,
    )
  })

  test('knows the dates of statements and entities', () => {
    for (const id of knowledge.statements.keys()) {
      const date = datesByHand.get(id)
      expect(chronology.datesOf(id)).toEqual(date === undefined ? [] : [date])
    }
    for (const id of knowledge.entities.keys()) {
      const date = datesByHand.get(id)
      expect(chronology.datesOfEntity(id)).toEqual(date === undefined ? [] : [date])
    }
  })
})
