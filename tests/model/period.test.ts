import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfIso, isoDay } from '../../src/model/iso-day.ts'
import { dayOf, periodOf, spanPeriod } from '../../src/model/period.ts'
import type { Span } from '../../src/model/knowledge.ts'

const written = (text: string): readonly string[] | undefined => {
  const period = periodOf(text)
  return period === undefined ? undefined : [isoDay(period.from), isoDay(period.to)]
}

describe('the days that a date can mean', () => {
  test.each([
    ['2017', ['2017-01-01', '2017-12-31']],
    ['2024-02', ['2024-02-01', '2024-02-29']],
    ['2024-12', ['2024-12-01', '2024-12-31']],
    ['2023-04-11', ['2023-04-11', '2023-04-11']],
    ['2023-04-11T23:59:59Z', ['2023-04-11', '2023-04-11']],
    ['2023-04-11+08:00', ['2023-04-11', '2023-04-11']],
    ['2009.0', ['2009-01-01', '2009-12-31']],
    ['-0044-03-15', ['-000044-03-15', '-000044-03-15']],
    ['0004', ['0004-01-01', '0004-12-31']],
    ['+012345', ['+012345-01-01', '+012345-12-31']],
  ])('%s: %j', (text, days) => {
    expect(written(text)).toEqual(days)
  })

  test.each(['', '19', '2023-02-29', '2023-13', '2023-00-01', '11.04.2023', '999999', 'Infinity'])(
    'are none at “%s”',
    (text) => {
      expect(written(text)).toBe(undefined)
    },
  )

  test('hold every day that exists, as ISO writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 - 1 }), (day) => {
        expect(dayOfIso(isoDay(day))).toBe(day)
        // Our files write four digits or more, with a sign where they like.
        expect(periodOf(isoDay(day))).toEqual({ from: day, to: day })
      }),
    )
  })
})

describe('the days of a span', () => {
  const days = (span: Span): readonly (number | string)[] | undefined => {
    const period = spanPeriod(span)
    if (period === undefined) return undefined
    return [period.from, period.to].map((day) => (Number.isFinite(day) ? isoDay(day) : day))
  }

  test('reach from the beginning of its start to the end of its end', () => {
    expect(days({ start: '2009', end: '2011-02' })).toEqual(['2009-01-01', '2011-02-28'])
    expect(days({ start: '2009-03-01' })).toEqual(['2009-03-01', Infinity])
    expect(days({ end: '2009' })).toEqual([-Infinity, '2009-12-31'])
  })

  test('leave out a bound that is left out, but for other hours of its day', () => {
    expect(days({ start: '2009', end: '2012', startExcluded: true, endExcluded: true })).toEqual([
      '2010-01-01',
      '2011-12-31',
    ])
    expect(days({ start: '2009-03-01T10:00', end: '2009-03-02', startExcluded: true })).toEqual([
      '2009-03-01',
      '2009-03-02',
    ])
  })

  test('are none without a bound, with a bound that is no date, or back to front', () => {
    const spans: readonly Span[] = [{}, { start: '19' }, { start: '2012', end: '2011' }]
    expect(spans.map(days)).toEqual([undefined, undefined, undefined])
    expect(days({ start: '2011', end: '2012', startExcluded: true, endExcluded: true })).toBe(
      undefined,
    )
  })

  test('begin with the day that is asked for, in any year', () => {
    expect([dayOf(1970, 0, 1), dayOf(4, 0, 1) < 0, dayOf(1e7, 0, 1)]).toEqual([0, true, Number.NaN])
  })
})
