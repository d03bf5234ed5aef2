import { inCalendar } from './calendar-date.ts'
import { millisecondsOfDay } from './iso-day.ts'
import type { Span } from './knowledge.ts'

/** Whole days since 1970-01-01, the first and the last included; infinite where a bound is open. */
export interface Period {
  readonly from: number
  readonly to: number
}

const written = /^([+-]?\d{4,})(?:\.0+)?(?:-(\d\d)(?:-(\d\d)(T.*)?)?)?(?:Z|[+-]\d\d:\d\d)?$/

/**
 * The days that a date can mean: all of the year or the month where it says no more, the day where
 * it says the hour as well. Undefined where the text is no date of a day that exists. Hours and
 * time zones are left out: a day is the day that is written.
 */
export function periodOf(text: string): Period | undefined {
  const [, yearText, monthText, dayText] = written.exec(text) ?? []
  if (yearText === undefined || (monthText !== undefined && !inCalendar(text))) return undefined
  const year = Number(yearText)
  if (monthText === undefined) return between(dayOf(year, 0, 1), dayOf(year + 1, 0, 1) - 1)
  const month = Number(monthText) - 1
  if (dayText === undefined) return between(dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1)
  const day = dayOf(year, month, Number(dayText))
  return between(day, day)
}

/**
 * The days that a span can mean; undefined where it has a bound that is no date, no bound at all,
 * or ends before it begins. A bound that is left out is left out whole, with all its year.
 */
export function spanPeriod({ start, end, startExcluded, endExcluded }: Span): Period | undefined {
  const first = start === undefined ? undefined : periodOf(start)
  const last = end === undefined ? undefined : periodOf(end)
  if ((start !== undefined && first === undefined) || (end !== undefined && last === undefined)) {
    return undefined
  }
  if (first === undefined && last === undefined) return undefined
  // On the day of an hour that is left out there are other hours.
  const afterStart = startExcluded === true && start?.includes('T') !== true
  const beforeEnd = endExcluded === true && end?.includes('T') !== true
  return between(
    first === undefined ? -Infinity : afterStart ? first.to + 1 : first.from,
    last === undefined ? Infinity : beforeEnd ? last.from - 1 : last.to,
  )
}

/** The day's number; not a number beyond the years that JavaScript's dates know. */
export function dayOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day) / millisecondsOfDay
}

function between(from: number, to: number): Period | undefined {
  return from <= to ? { from, to } : undefined
}
