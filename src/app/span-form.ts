import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { isTime } from '../display/table-times.ts'
import type { ColumnOf } from '../model/draft.ts'
import type { Knowledge, Span } from '../model/knowledge.ts'
import { fits } from '../model/literal.ts'
import { periodOf, spanPeriod } from '../model/period.ts'

/** One stretch of time as it is typed; without either bound there is none. */
export interface SpanFields {
  readonly start: string
  readonly end: string
  /** True where the bound itself is left out. */
  readonly startExcluded: boolean
  readonly endExcluded: boolean
  /** As the record has it; undefined for what is being added. */
  readonly before?: Span
}

/** What is wrong with a stretch of time, and with which of its bounds. */
interface SpanProblem {
  readonly bound: 'start' | 'end'
  readonly message: string
}

/** When something holds, in the form of an entity or a statement. */
export interface SpanForm {
  readonly fields: Signal<readonly SpanFields[]>
  /** True where such things have times in this graph, or may have: one with sources has qualifiers. */
  readonly offered: boolean
  /** True where some have. */
  readonly usual: boolean
  /** What the fields say. */
  readonly spans: ReadonlySignal<readonly Span[]>
  /** What is to be put right, by the place of the row. */
  readonly problems: ReadonlySignal<ReadonlyMap<number, SpanProblem>>
}

/** A row with nothing in it. */
export const blankSpan: SpanFields = {
  start: '',
  end: '',
  startExcluded: false,
  endExcluded: false,
}

/** A form for the times that something has; `cell` is the column of the table that it is opened for. */
export function createSpanForm(
  { entities, statements, sources }: Knowledge,
  of: ColumnOf,
  before: readonly Span[],
  cell?: string,
): SpanForm {
  const isWanted = before.length === 0 && cell !== undefined && isTime(cell)
  const fields = signal(isWanted ? [blankSpan] : before.map(fieldsOfSpan))
  const usual = [...(of === 'entity' ? entities : statements).values()].some(
    ({ spans }) => spans.length > 0,
  )
  return {
    fields,
    offered: usual || sources.size === 0,
    usual,
    spans: computed(() => fields.value.flatMap(spanOfFields)),
    problems: computed(
      () =>
        new Map(
          fields.value.flatMap((row, index): [number, SpanProblem][] => {
            const problem = isAsItWas(row) ? undefined : problemOf(row)
            return problem === undefined ? [] : [[index, problem]]
          }),
        ),
    ),
  }
}

function fieldsOfSpan(before: Span): SpanFields {
  return { ...blankSpan, ...before, before }
}

/** One that is as it was stays so to the letter, and is never wrong: files keep what cannot be read. */
function isAsItWas(row: SpanFields): boolean {
  const { before } = row
  if (before === undefined) return false
  const { start, end, startExcluded, endExcluded } = fieldsOfSpan(before)
  return (
    row.start === start &&
    row.end === end &&
    row.startExcluded === startExcluded &&
    row.endExcluded === endExcluded
  )
}

function spanOfFields(row: SpanFields): readonly Span[] {
  if (row.before !== undefined && isAsItWas(row)) return [row.before]
  const span = writtenSpan(row)
  return span.start === undefined && span.end === undefined ? [] : [span]
}

function writtenSpan({ start, end, startExcluded, endExcluded }: SpanFields): Span {
  const [first, last] = [start.trim(), end.trim()]
  return {
    ...(first === '' ? {} : { start: first }),
    ...(last === '' ? {} : { end: last }),
    ...(first !== '' && startExcluded ? { startExcluded } : {}),
    ...(last !== '' && endExcluded ? { endExcluded } : {}),
  }
}

function problemOf(row: SpanFields): SpanProblem | undefined {
  const span = writtenSpan(row)
  for (const bound of ['start', 'end'] as const) {
    const text = span[bound]
    if (text !== undefined && periodOf(text) === undefined && numberIn(text) === undefined)
      return { bound, message: 'Write a date, like 2001-04-29 or 2001, or a number.' }
  }
  return endsBeforeItBegins(span)
    ? { bound: 'end', message: 'It ends before it begins.' }
    : undefined
}

/** False too where a date stands beside a number: nobody knows which is the later. */
function endsBeforeItBegins(span: Span): boolean {
  const { start = '', end = '' } = span
  if (periodOf(start) !== undefined && periodOf(end) !== undefined)
    return spanPeriod(span) === undefined
  const [first, last] = [numberIn(start), numberIn(end)]
  return first !== undefined && last !== undefined && last < first
}

function numberIn(text: string): number | undefined {
  const number = fits(text, 'decimal') ? Number(text) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}
