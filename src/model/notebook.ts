import type { EntityId, StatementId } from './ids.ts'
import type { NamedSets } from './named-sets.ts'
import type { Stop } from './stops.ts'

/**
 * What a reader has written about a graph: plain text, and no part of what the graph says. None of
 * it is a statement, and it is evidence for none.
 */
export interface Notebook {
  /** Notes on entities and statements, whether the graph has these at present or not. */
  readonly entities: ReadonlyMap<EntityId, string>
  readonly statements: ReadonlyMap<StatementId, string>
  /** Saved views, in the order of the tour that they are. */
  readonly stops: readonly Stop[]
  /** With all their nodes, whether the graph has these at present or not. */
  readonly sets: NamedSets
}

/** What a note is on. */
export type Noted =
  | { readonly of: 'entity'; readonly id: EntityId }
  | { readonly of: 'statement'; readonly id: StatementId }

/** Nothing has been written. */
export const emptyNotebook: Notebook = {
  entities: new Map(),
  statements: new Map(),
  stops: [],
  sets: new Map(),
}

/** The note on something; undefined where there is none. */
export function noteOn({ entities, statements }: Notebook, about: Noted): string | undefined {
  return about.of === 'entity' ? entities.get(about.id) : statements.get(about.id)
}

/**
 * The notes on what a knowledge has, the sets with those of their nodes that it has, and all saved
 * views: each tells what it lacks when it opens.
 */
export function notebookWithin(
  { entities, statements, stops, sets }: Notebook,
  knowledge: {
    readonly entities: ReadonlyMap<EntityId, unknown>
    readonly statements: ReadonlyMap<StatementId, unknown>
  },
): Notebook {
  return {
    entities: new Map([...entities].filter(([id]) => knowledge.entities.has(id))),
    statements: new Map([...statements].filter(([id]) => knowledge.statements.has(id))),
    stops,
    sets: new Map(
      [...sets].map(([name, nodes]) => [
        name,
        new Set([...nodes].filter((id) => knowledge.entities.has(id))),
      ]),
    ),
  }
}
