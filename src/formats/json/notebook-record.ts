import * as v from 'valibot'
import { entityId, statementId } from '../../model/ids.ts'
import type { EntityId, StatementId } from '../../model/ids.ts'
import type { Notebook } from '../../model/notebook.ts'

const noteOn = <Id>(brand: (text: string) => Id) =>
  v.object({ id: v.pipe(v.string(), v.transform(brand)), text: v.string() })

/** A reader's notebook, as Orrery JSON and patches have it. */
export const notebookRecord = v.object({
  entities: v.optional(v.array(noteOn(entityId)), []),
  statements: v.optional(v.array(noteOn(statementId)), []),
})

type NotebookRecord = v.InferOutput<typeof notebookRecord>

/** The notebook of a file; of several notes on one thing the last one counts. */
export function notebookOf({ entities, statements }: NotebookRecord): Notebook {
  return { entities: notesOf(entities), statements: notesOf(statements) }
}

/** A notebook as the file has it. */
export function recordOfNotebook({ entities, statements }: Notebook): object {
  return { entities: recordsOf(entities), statements: recordsOf(statements) }
}

function notesOf<Id extends EntityId | StatementId>(
  records: readonly { readonly id: Id; readonly text: string }[],
): ReadonlyMap<Id, string> {
  return new Map(records.map(({ id, text }) => [id, text]))
}

function recordsOf(notes: ReadonlyMap<string, string>): readonly object[] | undefined {
  return notes.size === 0 ? undefined : [...notes].map(([id, text]) => ({ id, text }))
}
