import type { EntityId, SourceId, StatementId } from './ids.ts'
import type { Entity, Source, Statement } from './knowledge.ts'

/**
 * What a reader has changed of a graph: whole records that stand in place of those of the same id,
 * come beside them, or take them away. It holds nothing that is as the graph was opened.
 */
export interface Draft {
  readonly entities: ReadonlyMap<EntityId, Entity | Removed>
  readonly statements: ReadonlyMap<StatementId, Statement | Removed>
  readonly sources: ReadonlyMap<SourceId, Source>
}

export type Removed = 'removed'

/** Nothing has been changed. */
export const emptyDraft: Draft = { entities: new Map(), statements: new Map(), sources: new Map() }

/** How many records the draft is about. */
export function draftSize({ entities, statements, sources }: Draft): number {
  return entities.size + statements.size + sources.size
}
