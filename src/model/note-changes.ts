import { sameSets } from './named-sets.ts'
import { noteOn } from './notebook.ts'
import type { Notebook, Noted } from './notebook.ts'
import { sameStop } from './stops.ts'

/** The notebook with another note on something; a blank one takes the note away. */
export function withNote(notebook: Notebook, about: Noted, text: string): Notebook {
  const note = text.trim()
  if ((noteOn(notebook, about) ?? '') === note) return notebook
  return about.of === 'entity'
    ? { ...notebook, entities: written(notebook.entities, about.id, note) }
    : { ...notebook, statements: written(notebook.statements, about.id, note) }
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
      a.stops.every((stop, at) => sameStop(stop, b.stops[at] ?? stop)) &&
      sameSets(a.sets, b.sets))
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
