import { entityId, kindId, predicateId, statementId } from '../../model/ids.ts'
import type { EntityId, KindId, PredicateId, StatementId } from '../../model/ids.ts'
import type { Entity, Kind, Predicate, Span, Statement } from '../../model/knowledge.ts'
import { fits } from '../../model/literal.ts'
import { quoted } from '../quoted.ts'
import { attributeColumns } from './attribute-columns.ts'
import type { AttributeColumns } from './attribute-columns.ts'
import { ownSpansIn } from './own-columns.ts'
import { spansIn } from './read-cells.ts'
import { textFor } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'

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
export type Unreadable = (what: string, text: string) => void

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
    gathering.entities.set(id, { id, aliases: [], parents: [], spans: [], attributes: [] })
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

/** An edge as a statement, under its own id or a fresh one, and put with the others. */
export function addEdge(
  gathering: Gathering,
  edge: Pick<Statement, 'subject' | 'predicate' | 'direction'> & {
    readonly entity: EntityId
  } & Partial<Statement>,
): void {
  const { entity, ...rest } = edge
  const id = edge.id ?? gathering.freshId()
  gathering.statements.set(id, {
    qualifiers: [],
    references: [],
    disputes: [],
    spans: [],
    attributes: [],
    ...rest,
    id,
    value: { type: 'entity', entity },
  })
}

/** The stretches of time that a row has: one by its bounds, or those of a single cell. */
export function spansFor(sheet: Sheet, row: SheetRow, unreadable: Unreadable): readonly Span[] {
  const times = textFor(sheet, row, 'times')
  if (times !== undefined && sheet.own) return ownSpansIn(times)
  const listed = times === undefined || times.trim() === '' ? [] : spansIn(times)
  if (listed === undefined && times !== undefined) unreadable('times', times)
  const bound = (role: 'start' | 'end' | 'date'): string | undefined => {
    const text = textFor(sheet, row, role)
    if (text === undefined || text.trim() === '') return undefined
    if (fits(text, 'date') || fits(text, 'decimal')) return text
    unreadable(role, text)
    return undefined
  }
  const date = bound('date')
  const start = bound('start') ?? date
  const end = bound('end') ?? date
  const own = { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
  return [...(Object.keys(own).length === 0 ? [] : [own]), ...(listed ?? [])]
}

/** Reports a value of one record, and says that it is kept. */
export function reportUnreadable(
  sheet: Sheet,
  line: number,
  what: string,
  text: string,
  of: string,
): void {
  const message = `the ${what} ${quoted(text)} of ${of} in line ${line} cannot be read`
  sheet.log.warn('bad value', line, `${message}; it is kept as text`)
}
