import { isoDay } from '../model/iso-day.ts'
import { dayOf } from '../model/period.ts'
import type { Period } from '../model/period.ts'
import { barOf } from './bar-of.ts'

/** A stretch of time laid out in bars of one year, some years, a month or a day. */
export interface TimeAxis {
  readonly unit: 'years' | 'months' | 'days'
  /** How many units a bar is wide; more than one only for years. */
  readonly width: number
  /** The first day of each bar, and the day after the last one. */
  readonly edges: readonly number[]
}

const mostBars = 120
const mostMonths = 60
const mostDays = 92
const roundWidths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/** The axis of a stretch between finite days, in the finest unit that has bars enough for it. */
export function timeAxis({ from, to }: Period): TimeAxis {
  const [first, last] = [monthOf(from), monthOf(to)]
  const [firstYear, lastYear] = [Math.floor(first / 12), Math.floor(last / 12)]
  // What lies in whole years is most likely known to the year only.
  const wholeYears =
    from === dayOfMonth(firstYear * 12) && to === dayOfMonth(lastYear * 12 + 12) - 1
  if (wholeYears || last - first >= mostMonths) return yearAxis(firstYear, lastYear)
  if (to - from < mostDays) {
    return { unit: 'days', width: 1, edges: steps(from, to - from + 1, 1, (day) => day) }
  }
  return { unit: 'months', width: 1, edges: steps(first, last - first + 1, 1, dayOfMonth) }
}

function yearAxis(first: number, last: number): TimeAxis {
  const count = last - first + 1
  const width =
    roundWidths.find((each) => count / each <= mostBars) ??
    Math.ceil(count / mostBars / 1000) * 1000
  const start = Math.floor(first / width) * width
  const bars = Math.floor((last - start) / width) + 1
  return { unit: 'years', width, edges: steps(start, bars, width, (year) => dayOfMonth(year * 12)) }
}

function steps(
  start: number,
  bars: number,
  width: number,
  dayAt: (unit: number) => number,
): readonly number[] {
  return Array.from({ length: bars + 1 }, (_, index) => dayAt(start + index * width))
}

/** Months since the year 0. */
function monthOf(day: number): number {
  const date = new Date(isoDay(day))
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function dayOfMonth(month: number): number {
  return dayOf(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1)
}

/** How many dated things touch each bar. */
export interface TimeHistogram {
  readonly bars: readonly { readonly all: number; readonly shown: number }[]
  readonly tallest: number
}

/** A dated thing, and whether the picture shows it now. */
export interface DatedThing {
  readonly dates: readonly Period[]
  readonly shown: boolean
}

/** Counts each thing in every bar that one of its dates touches, once. */
export function timeHistogram(axis: TimeAxis, things: Iterable<DatedThing>): TimeHistogram {
  const count = axis.edges.length - 1
  const [first = 0, beyond = 0] = [axis.edges[0], axis.edges[count]]
  // How much the number rises or falls from one bar to the next, so that long stretches cost little.
  const [all, shown] = [new Int32Array(count + 1), new Int32Array(count + 1)]
  const rise = (steps: Int32Array, at: number, by: number): void => {
    steps[at] = (steps[at] ?? 0) + by
  }
  for (const thing of things) {
    let next = 0
    for (const { from, to } of thing.dates.toSorted((a, b) => a.from - b.from)) {
      if (to < first || from >= beyond) continue
      const begin = Math.max(next, barOf(axis.edges, from))
      const end = barOf(axis.edges, to) + 1
      if (begin >= end) continue
      next = end
      for (const steps of thing.shown ? [all, shown] : [all]) {
        rise(steps, begin, 1)
        rise(steps, end, -1)
      }
    }
  }
  let [allNow, shownNow, tallest] = [0, 0, 0]
  const bars = Array.from({ length: count }, (_, index) => {
    allNow += all[index] ?? 0
    shownNow += shown[index] ?? 0
    tallest = Math.max(tallest, allNow)
    return { all: allNow, shown: shownNow }
  })
  return { bars, tallest }
}

/** A stretch for reading: "2017 to 2024", "2017-05 to 2018-06"; its parts are equally fine. */
export function periodText(period: Period): string {
  const { from, to } = boundTexts(period)
  return from === to ? from : `${from} to ${to}`
}

/** The bounds of a stretch as years or months where it consists of whole ones, else as days. */
export function boundTexts({ from, to }: Period): { readonly from: string; readonly to: string } {
  const [first, last] = [monthOf(from), monthOf(to)]
  if (from !== dayOfMonth(first) || to + 1 !== dayOfMonth(last + 1)) {
    return { from: isoDay(from), to: isoDay(to) }
  }
  const wholeYears = first % 12 === 0 && (last + 1) % 12 === 0
  const text = wholeYears ? yearText : monthText
  return { from: text(from), to: text(to) }
}

function yearText(day: number): string {
  return String(new Date(isoDay(day)).getUTCFullYear())
}

function monthText(day: number): string {
  return isoDay(day).slice(0, -3)
}

/** The labels under the bars: bar by bar where there is room, else every so many. */
export function timeTicks({ unit, edges }: TimeAxis): readonly { at: number; text: string }[] {
  const bars = edges.length - 1
  const every = [1, 2, 5, 10, 20, 50].find((each) => bars / each <= mostTicks) ?? 100
  const textOf = { years: yearText, months: monthText, days: isoDay }[unit]
  return edges.slice(0, -1).flatMap((day, at) => {
    if (at % every !== 0) return []
    return [{ at, text: textOf(day) }]
  })
}

const mostTicks = 7
