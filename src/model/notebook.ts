import type { EntityId, StatementId } from './ids.ts'
import { sameStop } from './stops.ts'
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
}

/** What a note is on. */
export type Noted =
  | { readonly of: 'entity'; readonly id: EntityId }
  | { readonly of: 'statement'; readonly id: StatementId }

/** Nothing has been written. */
export const emptyNotebook: Notebook = { entities: new Map(), statements: new Map(), stops: [] }

/** The note on something; undefined where there is none. */
export function noteOn({ entities, statements }: Notebook, about: Noted): string | undefined {
  return about.of === 'entity' ? entities.get(about.id) : statements.get(about.id)
}

/** The notebook with another note on something; a blank one takes the note away. */
export function withNote(notebook: Notebook, about: Noted, text: string): Notebook {
  const note = text.trim()
  if ((noteOn(notebook, about) ?? '') === note) return notebook
  return about.of === 'entity'
    ? { ...notebook, entities: written(notebook.entities, about.id, note) }
    : { ...notebook, statements: written(notebook.statements, about.id, note) }
}

/** The notes on what a knowledge has, and all saved views: each tells what it lacks when it opens. */
export function notebookWithin(
  { entities, statements, stops }: Notebook,
  knowledge: {
    readonly entities: ReadonlyMap<EntityId, unknown>
    readonly statements: ReadonlyMap<StatementId, unknown>
  },
): Notebook {
  return {
    entities: new Map([...entities].filter(([id]) => knowledge.entities.has(id))),
    statements: new Map([...statements].filter(([id]) => knowledge.statements.has(id))),
    stops,
  }
}

/** How many notes there are. */
export function noteCount({ entities, statements }: Notebook): number {
  return entities.size + statements.size
}

/** True where both hold the same, in the same order. */
export function sameNotebook(a: Notebook, b: Notebook): boolean {
  return (
    a === b ||
    (sameNotes(a.entities, b.entities) &&
      sameNotes(a.statements, b.statements) &&
      a.stops.length === b.stops.length &&
      a.stops.every((stop, at) => sameStop(stop, b.stops[at] ?? stop)))
  )
}

function written<Id>(
  notes: ReadonlyMap<Id, string>,
  id: Id,
  note: string,
): ReadonlyMap<Id, string> {
  const next = new Map(notes)
  if (note === '') next.delete(id)
  else next.set(id, note)
  return next
}

function sameNotes<Id>(a: ReadonlyMap<Id, string>, b: ReadonlyMap<Id, string>): boolean {
  const others = [...b]
  return (
    a.size === b.size &&
    [...a].every(([id, text], at) => others[at]?.[0] === id && others[at][1] === text)
  )
}
