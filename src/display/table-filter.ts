import { isoDay } from '../model/iso-day.ts'
import { periodOf } from '../model/period.ts'
import { furthestDay } from '../view/view.ts'
import type { ColumnFilter } from '../view/view.ts'
import { amountOf } from './table-amount.ts'
import type { TableColumn } from './table-column.ts'
import { foldedCell, wordsOf } from './table-words.ts'

/** Amounts from the first to the last of them; one of the two may be left out of it. */
interface Amounts {
  readonly from: number
  readonly to: number
  readonly without?: 'from' | 'to'
}

/** What a bound is worth: one amount, or for a date all from its first moment to that after it. */
interface Bound {
  readonly from: number
  readonly to: number
  readonly isDate: boolean
}

const everything: Amounts = { from: -Infinity, to: Infinity }

/**
 * True for the rows whose cell is as the filter asks: is this text, or has all these words in
 * whatever case and accents. Where a column holds numbers or dates, ">= 3", "< 2020" and "2 to 8"
 * ask for amounts, and so does a figure alone where there are figures.
 */
export function cellFilter(
  column: TableColumn,
  { by, text }: ColumnFilter,
): (row: number) => boolean {
  if (by === 'value') return (row) => column.text(row) === text
  const amounts = amountsIn(text, column)
  if (amounts === everything) return () => true
  if (amounts !== undefined) {
    return (row) => {
      const amount = column.amount(row)
      return amount !== undefined && isAmong(amount, amounts)
    }
  }
  const words = wordsOf(text)
  return (row) => {
    const folded = foldedCell(column.text(row))
    return words.every((word) => folded.includes(word))
  }
}

function isAmong(amount: number, { from, to, without }: Amounts): boolean {
  const isAfter = without === 'from' ? amount > from : amount >= from
  return isAfter && (without === 'to' ? amount < to : amount <= to)
}

const comparison = /^(>=|≥|<=|≤|>|<|=)\s*(.*)$/
/** A hyphen alone would be a minus, or part of a date. */
const range = /^(.*?)\s*(?:–|—|\.\.+|…|\bto\b|\s-\s)\s*(.*)$/i

/** The amounts that were asked for; undefined where the text asks for words. */
function amountsIn(typed: string, { holds, figures }: TableColumn): Amounts | undefined {
  if (holds === 'texts') return undefined
  const text = typed.trim()
  const [, sign, compared = ''] = comparison.exec(text) ?? []
  if (sign !== undefined) {
    // Whoever has only begun to type does not want to see all rows go.
    return compared === '' ? everything : comparedTo(sign, boundIn(compared, holds))
  }
  const [whole, first = '', last = ''] = range.exec(text) ?? []
  if (whole !== undefined) return between(first, last, holds)
  return figures ? comparedTo('=', boundIn(text, holds)) : undefined
}

function comparedTo(sign: string, bound: Bound | undefined): Amounts | undefined {
  if (bound === undefined) return undefined
  switch (sign) {
    case '>=':
    case '≥':
      return { from: bound.from, to: Infinity }
    case '<=':
    case '≤':
      return { from: -Infinity, ...endOf(bound) }
    case '>':
      // A date goes on until the next begins, which is after it.
      return { from: bound.to, to: Infinity, ...(bound.isDate ? {} : { without: 'from' }) }
    case '<':
      return { from: -Infinity, to: bound.from, without: 'to' }
    default:
      return { from: bound.from, ...endOf(bound) }
  }
}

function between(first: string, last: string, holds: TableColumn['holds']): Amounts | undefined {
  const [from, to] = [boundIn(first, holds), boundIn(last, holds)]
  const isBound = (text: string, bound: Bound | undefined) => text === '' || bound !== undefined
  if (!isBound(first, from) || !isBound(last, to)) return undefined
  if (from === undefined && to === undefined) return everything
  return { from: from?.from ?? -Infinity, ...(to === undefined ? { to: Infinity } : endOf(to)) }
}

function endOf({ to, isDate }: Bound): Pick<Amounts, 'to' | 'without'> {
  return isDate ? { to, without: 'to' } : { to }
}

const number = /^([+-]?[\d,]*\.?\d+)(?:\s*(thousand|million|billion|trillion))?$/i

/** "3.5", "1,000", "2 billion", "2024-05"; among dates "2024" is all of the year. */
function boundIn(text: string, holds: TableColumn['holds']): Bound | undefined {
  const isDay = /^[+-]?\d{4,}-/.test(text)
  const date = isDay || holds === 'dates' ? dateIn(text) : undefined
  if (date !== undefined) return date
  const [, digits, scale = ''] = number.exec(text) ?? []
  if (digits === undefined) return undefined
  const literal = { text: digits.replaceAll(',', ''), datatype: 'decimal' as const }
  const amount = amountOf({ ...literal, unit: scale.toLowerCase() })
  return amount === undefined ? undefined : { from: amount, to: amount, isDate: false }
}

function dateIn(text: string): Bound | undefined {
  const period = periodOf(text)
  if (period === undefined || period.to >= furthestDay) return undefined
  const from = amountOf({ text: isoDay(period.from), datatype: 'date' })
  const to = amountOf({ text: isoDay(period.to + 1), datatype: 'date' })
  return from === undefined || to === undefined ? undefined : { from, to, isDate: true }
}
