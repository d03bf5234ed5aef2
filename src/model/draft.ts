import type { ColumnId, EntityId, KindId, PredicateId, SourceId, StatementId } from './ids.ts'
import type { Column, Entity, Kind, Predicate, Source, Statement } from './knowledge.ts'

/**
 * What a reader has changed of a graph: whole records that stand in place of those of the same id,
 * come beside them, or take them away. It holds nothing that is as the graph was opened.
 */
export interface Draft extends Vocabulary {
  readonly entities: ReadonlyMap<EntityId, Entity | Removed>
  readonly statements: ReadonlyMap<StatementId, Statement | Removed>
  readonly sources: ReadonlyMap<SourceId, Source>
}

/** What the graph did not have before: each there for a record of the draft that uses it. */
export interface Vocabulary {
  readonly kinds: ReadonlyMap<KindId, Kind>
  readonly predicates: ReadonlyMap<PredicateId, Predicate>
  readonly columns: Readonly<Record<ColumnOf, ReadonlyMap<ColumnId, Column>>>
}

/** What the values of a column belong to. */
export type ColumnOf = 'entity' | 'statement'

export type Removed = 'removed'

/** Nothing has been changed. */
export const emptyDraft: Draft = {
  entities: new Map(),
  statements: new Map(),
  sources: new Map(),
  kinds: new Map(),
  predicates: new Map(),
  columns: { entity: new Map(), statement: new Map() },
}

/** How many records the draft is about. */
export function draftSize({ columns, ...records }: Draft): number {
  return [...Object.values(records), ...Object.values(columns)].reduce(
    (sum, { size }) => sum + size,
    0,
  )
}
