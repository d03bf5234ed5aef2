import { numberOf } from '../model/literal.ts'
import type { Literal } from '../model/literal.ts'

const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}

/**
 * What a literal is sorted by: its number, with "million" and the like taken into account, or its
 * date as a year with a fraction, so that years and dates stand in one order. Undefined where it is
 * neither.
 */
export function amountOf(literal: Literal): number | undefined {
  if (literal.datatype === 'date') return yearsIn(literal.text)
  const number = numberOf(literal)
  const [scale = ''] = literal.unit?.split(' ') ?? []
  return number === undefined || !Object.hasOwn(scales, scale)
    ? number
    : number * (scales[scale] ?? 1)
}

const date =
  /^([+-]?\d{4,6})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?)?)?(?:Z|([+-]\d\d):?(\d\d))?$/

/** "2024-07-01" is a little less than 2024.5; undefined where the text is no date. */
function yearsIn(text: string): number | undefined {
  const [match, ...parts] = date.exec(text) ?? []
  if (match === undefined) return undefined
  const [year = '', month = '01', day = '01', hour = '0', minute = '0', second = '0'] = parts
  const [zoneHours = '0', zoneMinutes = '0'] = parts.slice(6)
  const zone = Number(zoneHours) * 60 + Number(zoneMinutes) * (zoneHours.startsWith('-') ? -1 : 1)
  const at = new Date(0)
  // Not through Date.UTC, which takes the years 0 to 99 for others.
  at.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  at.setUTCHours(Number(hour), Number(minute) - zone, 0, Number(second) * 1000)
  const start = new Date(0)
  start.setUTCFullYear(at.getUTCFullYear(), 0, 1)
  const years = at.getUTCFullYear() + (at.getTime() - start.getTime()) / (366 * 86_400_000)
  return Number.isNaN(years) ? undefined : years
}
