import { fits } from '../../model/literal.ts'
import type { Datatype } from '../../model/literal.ts'
import { inCalendar } from '../../model/calendar-date.ts'

// No leading zeros and no plus sign: 007 and +49 are names, not quantities.
const integer = /^-?(?:0|[1-9]\d*)$/
const decimal = /^-?(?:0|[1-9]\d*)?(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const commaDecimal = /^-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/

/** The tests that every value of a column must pass, the narrowest datatype first. */
const tests: readonly (readonly [Datatype, (text: string) => boolean])[] = [
  ['boolean', (text) => /^(?:true|false)$/i.test(text)],
  ['integer', (text) => integer.test(text)],
  ['decimal', (text) => decimal.test(text) && /\d/.test(text) && Number.isFinite(Number(text))],
  ['date', (text) => /^\d{4}-/.test(text) && fits(text, 'date') && inCalendar(text)],
  ['uri', (text) => /^https?:\/\/\S+$/i.test(text)],
]

/** The narrowest datatype that every one of the values fits; text where there are none. */
export function inferDatatype(values: Iterable<string>, title: string): Datatype {
  let open = tests
  let any = false
  let years = /(?:^|[^a-z])(?:(?:birth|death)?date|year|jahr|année|año|年|日期)/i.test(title)
  for (const value of values) {
    any = true
    years &&= /^[12]\d{3}$/.test(value)
    open = open.filter(([, test]) => test(value))
    if (open.length === 0) return 'string'
  }
  if (!any) return 'string'
  return years ? 'year' : (open[0]?.[0] ?? 'string')
}

/** The datatype of a column whose values come from several tables. */
export function joinedDatatype(one: Datatype, two: Datatype): Datatype {
  if (one === two) return one
  const numbers: readonly Datatype[] = ['integer', 'decimal', 'year']
  if (!numbers.includes(one) || !numbers.includes(two)) return 'string'
  return [one, two].includes('decimal') ? 'decimal' : 'integer'
}

/** A number with a decimal comma, written with a point; undefined where the text is none. */
export function pointNumber(text: string): string | undefined {
  if (!commaDecimal.test(text)) return undefined
  return text.replaceAll('.', '').replace(',', '.')
}

/** The finite number that a cell holds; undefined where it holds none. */
export function numberIn(text: string, decimalComma: boolean): number | undefined {
  const trimmed = text.trim()
  const point = decimalComma ? pointNumber(trimmed) : trimmed
  if (point === undefined || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(point)) {
    return undefined
  }
  const number = Number(point)
  return Number.isFinite(number) ? number : undefined
}

/**
 * True where the values are numbers with a decimal comma: all of them are numbers then, one has a
 * comma, and the comma does not merely group thousands.
 */
export function hasDecimalComma(values: readonly string[]): boolean {
  const commas = values.filter((value) => value.includes(','))
  return (
    commas.length > 0 &&
    values.every((value) => commaDecimal.test(value)) &&
    commas.some((value) => !/^-?[1-9]\d{0,2},\d{3}$/.test(value))
  )
}
