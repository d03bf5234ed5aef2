import { isDate } from './literal.ts'
import type { AttributeValue, Column, Entity, Knowledge, Statement } from './knowledge.ts'
import { periodOf, spanPeriod } from './period.ts'
import type { Period } from './period.ts'

/** Gives the dates of a statement or an entity; none where it has none that can be read. */
export interface Dating {
  readonly ofStatement: (statement: Statement) => readonly Period[]
  readonly ofEntity: (entity: Entity) => readonly Period[]
}

/**
 * How this knowledge is dated. The dates of a statement are its spans, its value where that is a
 * date, its qualifiers and its columns with dates. Qualifiers and columns that are called a start
 * or an end bound one period together. An entity has its spans alone: what its columns say of it
 * may be any date.
 */
export function datingOf({ columns, qualifiers }: Knowledge): Dating {
  const dated = new Map(
    columns.statement.filter((column) => isDate(column.datatype)).map((each) => [each.id, each]),
  )
  return {
    ofEntity: ({ spans }) => spansOf(spans),
    ofStatement: ({ spans, value, qualifiers: own, attributes }) => {
      const named = new NamedDates()
      if (value.type === 'literal' && isDate(value.literal.datatype))
        named.add('', value.literal.text)
      for (const { predicate, literal } of own) {
        if (!isDate(literal.datatype)) continue
        // An IRI says what it is called at its end.
        const [id = ''] = /[^/#]*$/.exec(predicate) ?? []
        named.add(`${id} ${qualifiers.get(predicate)?.label ?? ''}`, literal.text)
      }
      for (const { title, text } of datesAmong(attributes, dated)) named.add(title, text)
      return [...spansOf(spans), ...named.periods()]
    },
  }
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
  readonly #periods: Period[] = []
  #from: number | undefined
  #to: number | undefined

  add(title: string, text: string): void {
    const period = periodOf(text)
    if (period === undefined) return
    // "startDate" and "start_date" are two words.
    const name = title
      .replace(/[a-z](?=[A-Z])/g, '$& ')
      .replaceAll('_', ' ')
      .toLowerCase()
    if (startName.test(name)) this.#from = Math.min(period.from, this.#from ?? Infinity)
    else if (endName.test(name)) this.#to = Math.max(period.to, this.#to ?? -Infinity)
    else this.#periods.push(period)
  }

  periods(): readonly Period[] {
    const [from, to] = [this.#from, this.#to]
    if (from === undefined && to === undefined) return this.#periods
    const [first, last] = [from ?? -Infinity, to ?? Infinity]
    // An end before its start is a slip: it says when, but not which way round.
    return [...this.#periods, { from: Math.min(first, last), to: Math.max(first, last) }]
  }
}
