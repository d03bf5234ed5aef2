import { entityId, kindId, predicateId, statementId } from '../../model/ids.ts'
import type { EntityId, KindId, PredicateId, StatementId } from '../../model/ids.ts'
import type {
  AttributeValue,
  Entity,
  Kind,
  Predicate,
  Span,
  Statement,
} from '../../model/knowledge.ts'
import { fits } from '../../model/literal.ts'
import { quoted } from '../quoted.ts'
import { attributeColumns } from './attribute-columns.ts'
import type { AttributeColumns } from './attribute-columns.ts'
import { ownSpansIn } from './own-columns.ts'
import { spansIn } from './read-cells.ts'
import { textFor } from './sheet.ts'
import type { TableRow } from './parsed-table.ts'
import type { Sheet } from './sheet.ts'

/** What the tables have given so far. */
export interface Gathering {
  readonly entities: Map<EntityId, Entity>
  readonly kinds: Map<KindId, Kind>
  readonly statements: Map<StatementId, Statement>
  readonly predicates: Map<PredicateId, Predicate>
  readonly entityColumns: AttributeColumns
  readonly statementColumns: AttributeColumns
  /** Ends of edges that no table of nodes has, in the order in which they occur. */
  readonly implied: { readonly id: EntityId; readonly sheet: Sheet; readonly line: number }[]
  /** An id for an edge that has none of its own. */
  readonly freshId: () => StatementId
}

/** Called for a value that cannot be read: what it is, and its text. */
export type Unreadable = (row: TableRow, what: string, text: string) => AttributeValue

/** For building records field by field: with 100,000 rows, spreads are half of the time. */
export type Mutable<Record> = { -readonly [Key in keyof Record]: Record[Key] }

/** One for all: most records have no aliases, parents, references and so on. */
export const none: readonly never[] = []

/** What an edge without a predicate says. */
export const linkedTo = 'linked to'

/** A gathering with nothing in it. `taken` holds the ids that edges have in the tables. */
export function emptyGathering(taken: ReadonlySet<string>): Gathering {
  let number = 0
  return {
    entities: new Map(),
    kinds: new Map(),
    statements: new Map(),
    predicates: new Map(),
    entityColumns: attributeColumns(),
    statementColumns: attributeColumns(),
    implied: [],
    freshId: () => {
      do number += 1
      while (taken.has(`edge-${number}`))
      return statementId(`edge-${number}`)
    },
  }
}

/** The entity that an edge ends at; one that no table of nodes has is made. */
export function endOf(gathering: Gathering, text: string, sheet: Sheet, line: number): EntityId {
  const id = entityId(text)
  if (!gathering.entities.has(id)) {
    gathering.entities.set(id, {
      id,
      aliases: none,
      parents: none,
      spans: none,
      attributes: none,
    })
    gathering.implied.push({ id, sheet, line })
  }
  return id
}

/** Makes sure that a kind is known. */
export function kindOf({ kinds }: Gathering, text: string): KindId {
  const id = kindId(text)
  if (!kinds.has(id)) kinds.set(id, { id, label: text, plural: text })
  return id
}

/** Makes sure that a predicate is known, by its id or under a label of its own. */
export function predicateOf({ predicates }: Gathering, text: string, label = text): PredicateId {
  const id = predicateId(text)
  if (!predicates.has(id)) {
    predicates.set(id, {
      type: 'relation',
      id,
      label,
      inverse: text === linkedTo ? 'linked from' : `${label} (reverse)`,
      subjects: [],
      objects: [],
      singleValued: false,
    })
  }
  return id
}

/** The stretches of time that a row has: one by its bounds, or those of a single cell. */
export function spansFor(
  sheet: Sheet,
  row: TableRow,
  attributes: AttributeValue[],
  unreadable: Unreadable,
): readonly Span[] {
  const {
    times: timesColumn,
    date: dateColumn,
    start: startColumn,
    end: endColumn,
  } = sheet.mapping.columns
  if ((timesColumn ?? dateColumn ?? startColumn ?? endColumn) === undefined) return none
  const times = textFor(sheet, row, 'times')
  if (times !== undefined && sheet.own) return ownSpansIn(times)
  const listed = times === undefined || times.trim() === '' ? [] : spansIn(times)
  if (listed === undefined && times !== undefined) attributes.push(unreadable(row, 'times', times))
  const bound = (role: 'start' | 'end' | 'date'): string | undefined => {
    const text = textFor(sheet, row, role)
    if (text === undefined || text.trim() === '') return undefined
    if (fits(text, 'date') || fits(text, 'decimal')) return text
    attributes.push(unreadable(row, role, text))
    return undefined
  }
  const date = bound('date')
  const start = bound('start') ?? date
  const end = bound('end') ?? date
  const own = { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
  return [...(Object.keys(own).length === 0 ? [] : [own]), ...(listed ?? [])]
}

/** Reports values of a sheet's records that cannot be read, and keeps them as text. */
export function reporter(sheet: Sheet, columns: AttributeColumns, ofWhat: string): Unreadable {
  return ({ line }, what, text) => {
    const message = `the ${what} ${quoted(text)} of ${ofWhat} in line ${line} cannot be read`
    sheet.log.warn('bad value', line, `${message}; it is kept as text`)
    return columns.asWritten(what, text)
  }
}
