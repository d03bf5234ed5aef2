import * as v from 'valibot'
import { entityId, statementId } from '../../model/ids.ts'
import type { EntityId, StatementId } from '../../model/ids.ts'
import { withSet } from '../../model/named-sets.ts'
import type { NamedSets } from '../../model/named-sets.ts'
import type { Notebook } from '../../model/notebook.ts'
import type { Stop, Tour } from '../../model/stops.ts'

const noteOn = <Id>(brand: (text: string) => Id) =>
  v.object({ id: v.pipe(v.string(), v.transform(brand)), text: v.string() })

const stopRecord = v.object({
  title: v.string(),
  text: v.optional(v.string(), ''),
  view: v.string(),
  rests: v.exactOptional(v.array(v.pipe(v.string(), v.transform(statementId)))),
})

const tourRecord = v.object({ title: v.string(), stops: v.array(stopRecord) })

const setRecord = v.object({
  name: v.string(),
  nodes: v.optional(v.array(v.pipe(v.string(), v.transform(entityId))), []),
})

/** A reader's notebook, as Orrery JSON and patches have it. */
export const notebookRecord = v.object({
  entities: v.optional(v.array(noteOn(entityId)), []),
  statements: v.optional(v.array(noteOn(statementId)), []),
  stops: v.optional(v.array(stopRecord), []),
  sets: v.optional(v.array(setRecord), []),
})

type NotebookRecord = v.InferOutput<typeof notebookRecord>

/**
 * The notebook of a file; of several notes on one thing the last one counts, and sets of one name
 * are numbered.
 */
export function notebookOf({ entities, statements, stops, sets }: NotebookRecord): Notebook {
  return {
    entities: notesOf(entities),
    statements: notesOf(statements),
    stops,
    sets: sets.reduce<NamedSets>(
      (all, { name, nodes }) => withSet(all, name, new Set(nodes)),
      new Map(),
    ),
  }
}

/** A tour as it lies beside its dataset; undefined where `json` is none. */
export function tourOf(json: unknown): Tour | undefined {
  const parsed = v.safeParse(tourRecord, json)
  return parsed.success ? parsed.output : undefined
}

/** A notebook as the file has it. */
export function recordOfNotebook({ entities, statements, stops, sets }: Notebook): object {
  return {
    entities: recordsOf(entities),
    statements: recordsOf(statements),
    stops: stops.length === 0 ? undefined : stops.map(recordOfStop),
    sets:
      sets.size === 0 ? undefined : [...sets].map(([name, nodes]) => ({ name, nodes: [...nodes] })),
  }
}

function recordOfStop({ title, text, view, rests }: Stop): object {
  return { title, text: text === '' ? undefined : text, view, rests }
}

function notesOf<Id extends EntityId | StatementId>(
  records: readonly { readonly id: Id; readonly text: string }[],
): ReadonlyMap<Id, string> {
  return new Map(records.map(({ id, text }) => [id, text]))
}

function recordsOf(notes: ReadonlyMap<string, string>): readonly object[] | undefined {
  return notes.size === 0 ? undefined : [...notes].map(([id, text]) => ({ id, text }))
}
