import { describe, expect, test } from 'vitest'
import { datatypes, fits, numberOf } from '../../src/model/literal.ts'

describe('a text', () => {
  test('is written as its datatype asks, or not', () => {
    const texts = [
      '',
      '0',
      '-1',
      '+7',
      '9223372036854775808',
      '1.5',
      '.5',
      '1.',
      '1e9',
      'NaN',
      '-INF',
      '0x1F',
      '1,5',
      'true',
      'FALSE',
      'yes',
      '2024',
      '-0044',
      '24',
      '2024-02',
      '2024-02-29',
      '2024-13-01',
      '2024-00-01',
      '2024-01-32',
      '2024-01-01T10:20:30Z',
      '2024-01-01T25:00',
      'https://example.org',
      'a b',
    ]
    const table = datatypes.map((datatype) => [
      datatype,
      texts.filter((text) => fits(text, datatype)).join(' | '),
    ])
    expect(Object.fromEntries(table)).toEqual({
      string: texts.join(' | '),
      integer: '0 | -1 | +7 | 9223372036854775808 | 2024 | -0044 | 24',
      decimal:
        '0 | -1 | +7 | 9223372036854775808 | 1.5 | .5 | 1. | 1e9 | NaN | -INF | 2024 | -0044 | 24',
      boolean: '0 | true | FALSE',
      date: '2024-02 | 2024-02-29 | 2024-01-01T10:20:30Z',
      year: '9223372036854775808 | 2024 | -0044',
      uri: texts.filter((text) => /^\S+$/.test(text)).join(' | '),
    })
  })
})

describe("a literal's number", () => {
  test('is there only where the text is one, and finite', () => {
    const numbers = (
      [
        ['integer', '12'],
        ['decimal', '-1.5e3'],
        ['year', '2024'],
        ['decimal', 'NaN'],
        ['decimal', 'INF'],
        ['decimal', '1e999'],
        ['decimal', ''],
        ['integer', '1.5'],
        ['string', '12'],
        ['date', '2024'],
      ] as const
    ).map(([datatype, text]) => numberOf({ datatype, text }))
    const none = undefined
    expect(numbers).toEqual([12, -1500, 2024, none, none, none, none, none, none, none])
  })
})
