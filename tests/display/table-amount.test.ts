import { expect, test } from 'vitest'
import { amountOf } from '../../src/display/table-amount.ts'

test('dates, their parts, years and zones stand in one order', () => {
  const dates = [
    '-0044-03-15',
    '0033-04-03',
    '1999',
    '2023-04',
    '2023-04-11',
    '2023-04-11T10:00:00+02:00',
    '2023-04-11T08:30:00Z',
    '2023-04-11T08:30:00.500Z',
    '2023-12-31T23:00:00-02:00',
    '2024-01-01T02:00',
    '2024-02-29',
  ]
  const years = dates.map((text) => amountOf({ text, datatype: 'date' }) ?? Number.NaN)
  expect(years.toSorted((a, b) => a - b)).toEqual(years)
  expect(new Set(years).size).toBe(dates.length)
  expect(amountOf({ text: '2023', datatype: 'year' })).toBeLessThan(years[3] ?? 0)
})

test('figures in thousands, millions and billions are compared as what they are worth', () => {
  const decimal = (text: string, unit?: string): number | undefined =>
    amountOf({ text, datatype: 'decimal', ...(unit === undefined ? {} : { unit }) })
  expect([
    decimal('2.5', 'billion USD'),
    decimal('98', 'million'),
    decimal('15', 'percent'),
    decimal('3', 'constructor'),
    decimal('many', 'billion USD'),
    decimal(''),
    amountOf({ text: 'yesterday', datatype: 'date' }),
    amountOf({ text: '7', datatype: 'string' }),
  ]).toEqual([2.5e9, 98e6, 15, 3, undefined, undefined, undefined, undefined])
})
