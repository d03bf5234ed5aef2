import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundTexts,
  periodText,
  timeAxis,
  timeHistogram,
  timeTicks,
} from '../../src/display/time-axis.ts'
import { dayOfIso, isoDay } from '../../src/model/iso-day.ts'
import type { Period } from '../../src/model/period.ts'

const period = (from: string, to: string): Period => ({
  from: dayOfIso(from) ?? Number.NaN,
  to: dayOfIso(to) ?? Number.NaN,
})
const finite = fc
  .tuple(fc.integer({ min: -800_000, max: 800_000 }), fc.nat({ max: 40_000 }))
  .map(([from, days]) => ({ from, to: from + days }))

describe('an axis of time', () => {
  test('has bars of years, months or days as the stretch asks for', () => {
    const described = [
      period('2017-01-01', '2030-12-31'),
      period('2023-01-01', '2023-12-31'),
      period('2021-05-01', '2023-02-10'),
      period('2009-03-01', '2009-03-10'),
      period('0476-09-04', '2024-12-31'),
    ].map((of) => {
      const { unit, width, edges } = timeAxis(of)
      return `${edges.length - 1} of ${width} ${unit} from ${isoDay(edges[0] ?? 0)}`
    })
    expect(described).toEqual([
      '14 of 1 years from 2017-01-01',
      '1 of 1 years from 2023-01-01',
      '22 of 1 months from 2021-05-01',
      '10 of 1 days from 2009-03-01',
      '79 of 20 years from 0460-01-01',
    ])
  })

  test('holds the whole stretch in at most 121 bars that follow one another', () => {
    fc.assert(
      fc.property(finite, (of) => {
        const { edges } = timeAxis(of)
        const [first = Infinity, last = -Infinity] = [edges[0], edges.at(-1)]
        expect(first <= of.from && of.to < last).toBe(true)
        expect(edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? 0))).toBe(
          true,
        )
        expect(edges.length).toBeLessThanOrEqual(122)
      }),
    )
  })

  test('is labelled where there is room', () => {
    expect(timeTicks(timeAxis(period('2017-01-01', '2030-12-31'))).map(({ text }) => text)).toEqual(
      ['2017', '2019', '2021', '2023', '2025', '2027', '2029'],
    )
    expect(timeTicks(timeAxis(period('2021-05-01', '2021-09-10')))[1]).toEqual({
      at: 1,
      text: '2021-06',
    })
  })
})

describe('a histogram of time', () => {
  test('counts a thing once in every bar that a date of it touches', () => {
    const axis = timeAxis(period('2000-01-01', '2009-12-31'))
    const date = fc
      .tuple(fc.integer({ min: 10_000, max: 15_500 }), fc.nat({ max: 2000 }), fc.nat({ max: 3 }))
      .map(([from, days, open]): Period => ({
        from: open === 1 ? -Infinity : from,
        to: open === 2 ? Infinity : from + days,
      }))
    const thing = fc.record({ dates: fc.array(date, { maxLength: 3 }), shown: fc.boolean() })
    fc.assert(
      fc.property(fc.array(thing), (things) => {
        const touching = (index: number, among: typeof things): number => {
          const [start = 0, beyond = 0] = axis.edges.slice(index, index + 2)
          return among.filter(({ dates }) =>
            dates.some(({ from, to }) => from < beyond && to >= start),
          ).length
        }
        const bars = axis.edges.slice(1).map((_, index) => ({
          all: touching(index, things),
          shown: touching(
            index,
            things.filter(({ shown }) => shown),
          ),
        }))
        const tallest = Math.max(...bars.map(({ all }) => all))
        expect(timeHistogram(axis, things)).toEqual({ bars, tallest })
      }),
    )
  })
})

describe('a stretch of time in words', () => {
  test.each([
    ['2017-01-01', '2024-12-31', '2017 to 2024'],
    ['2017-01-01', '2017-12-31', '2017'],
    ['2017-01-01', '2017-01-31', '2017-01'],
    ['2017-05-01', '2018-12-31', '2017-05 to 2018-12'],
    ['2017-05-03', '2018-12-31', '2017-05-03 to 2018-12-31'],
    ['2017-05-03', '2017-05-03', '2017-05-03'],
  ])('%s, %s: %s', (from, to, text) => {
    expect(periodText(period(from, to))).toBe(text)
  })

  test('is as fine at one end as at the other', () => {
    expect(boundTexts(period('2017-01-01', '2017-01-31'))).toEqual({
      from: '2017-01',
      to: '2017-01',
    })
  })
})
