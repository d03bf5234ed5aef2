import { isDate } from './literal.ts'
import type { AttributeValue, Column, Entity, Knowledge, Span, Statement } from './knowledge.ts'
import { periodOf, spanPeriod } from './period.ts'
import type { Period } from './period.ts'

/** Gives the dates of a statement or an entity; none where it has none that can be read. */
export interface Dating {
  readonly ofStatement: (statement: Statement) => readonly Period[]
  readonly ofEntity: (entity: Entity) => readonly Period[]
  /** When a statement holds; for ever where it has no date, never where none can be read. */
  readonly holding: (statement: Statement) => readonly Holding[]
}

/**
 * A period on all of whose days something holds, or else on one of them at least. What lasts from
 * one date to another is sure to hold between the two alone: in the year that it ends, or on the
 * day, something else may begin.
 */
export interface Holding extends Period {
  readonly throughout: boolean
}

/**
 * How this knowledge is dated. The dates of a statement are its spans, its value where that is a
 * date, its qualifiers and its columns with dates; when it holds the value does not tell. Qualifiers
 * and columns that are called a start or an end bound one period together. An entity has its spans
 * alone: what its columns say of it may be any date.
 */
export function datingOf({
  columns,
  qualifiers,
}: Pick<Knowledge, 'columns' | 'qualifiers'>): Dating {
  const dated = new Map(
    columns.statement.filter((column) => isDate(column.datatype)).map((each) => [each.id, each]),
  )
  const named = ({ qualifiers: own, attributes }: Statement): NamedDates => {
    const dates = new NamedDates()
    for (const { predicate, literal } of own) {
      if (!isDate(literal.datatype)) continue
      // An IRI says what it is called at its end.
      const [id = ''] = /[^/#]*$/.exec(predicate) ?? []
      dates.add(`${id} ${qualifiers.get(predicate)?.label ?? ''}`, literal.text)
    }
    for (const { title, text } of datesAmong(attributes, dated)) dates.add(title, text)
    return dates
  }
  return {
    ofEntity: ({ spans }) => spansOf(spans),
    ofStatement: (statement) => [
      ...spansOf(statement.spans),
      ...ownDate(statement),
      ...named(statement).periods(),
    ],
    holding: (statement) => {
      const dates = named(statement)
      if (statement.spans.length === 0 && dates.count === 0) return [always]
      return [...statement.spans.flatMap(holdingOfSpan), ...dates.holding()]
    },
  }
}

const always: Holding = { from: -Infinity, to: Infinity, throughout: true }

/** The value of a statement where that is a date. */
function ownDate({ value }: Statement): readonly Period[] {
  if (value.type !== 'literal' || !isDate(value.literal.datatype)) return []
  const period = periodOf(value.literal.text)
  return period === undefined ? [] : [period]
}

function holdingOfSpan({ start, end }: Span): readonly Holding[] {
  const first = start === undefined ? undefined : periodOf(start)
  const last = end === undefined ? undefined : periodOf(end)
  const unread = (text?: string, period?: Period) => text !== undefined && period === undefined
  return unread(start, first) || unread(end, last) ? [] : between(first, last)
}

/** What is sure of a start and an end, of which each may be missing. */
function between(start: Period | undefined, end: Period | undefined): readonly Holding[] {
  if (start === undefined && end === undefined) return []
  const from = start === undefined ? -Infinity : start.to + 1
  const to = end === undefined ? Infinity : end.from - 1
  return from <= to ? [{ from, to, throughout: true }] : []
}

function spansOf(spans: Statement['spans']): readonly Period[] {
  return spans.map(spanPeriod).filter((period) => period !== undefined)
}

function* datesAmong(
  attributes: readonly AttributeValue[],
  columns: ReadonlyMap<Column['id'], Column>,
): Iterable<{ readonly title: string; readonly text: string }> {
  if (columns.size === 0) return
  for (const { column, text } of attributes) {
    const title = columns.get(column)?.title
    if (title !== undefined) yield { title, text }
  }
}

// P580 and P582 are what Wikidata calls its start and its end.
const startName = /\b(?:start|starts|started|begin|begins|began|from|since|p580)\b/
const endName = /\b(?:end|ends|ended|until|till|to|p582)\b/

/** Dates that have a name: starts and ends are the bounds of one period. */
class NamedDates {
  /** How many dates were added, those that cannot be read too. */
  count = 0
  readonly #points: Period[] = []
  #start: Period | undefined
  #end: Period | undefined

  add(title: string, text: string): void {
    this.count += 1
    const period = periodOf(text)
    if (period === undefined) return
    // "startDate" and "start_date" are two words.
    const name = title
      .replace(/[a-z](?=[A-Z])/g, '$& ')
      .replaceAll('_', ' ')
      .toLowerCase()
    if (startName.test(name)) {
      if (this.#start === undefined || period.from < this.#start.from) this.#start = period
    } else if (endName.test(name)) {
      if (this.#end === undefined || period.to > this.#end.to) this.#end = period
    } else this.#points.push(period)
  }

  periods(): readonly Period[] {
    const [start, end] = [this.#start, this.#end]
    if (start === undefined && end === undefined) return this.#points
    const [first, last] = [start?.from ?? -Infinity, end?.to ?? Infinity]
    // An end before its start is a slip: it says when, but not which way round.
    return [...this.#points, { from: Math.min(first, last), to: Math.max(first, last) }]
  }

  holding(): readonly Holding[] {
    return [
      ...this.#points.map((point) => ({ ...point, throughout: false })),
      ...between(this.#start, this.#end),
    ]
  }
}
