import type { Loss } from '../model/issue.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { noteCount } from '../model/note-changes.ts'

/** What a format loses that has no room for a reader's notebook. */
export function notebookLosses({ notebook }: Pick<LaidOut, 'notebook'>): readonly Loss[] {
  if (notebook === undefined) return []
  return [
    { what: 'notes of your own', count: noteCount(notebook) },
    { what: 'saved views', count: notebook.stops.length },
    { what: 'named sets', count: notebook.sets.size },
  ].filter(({ count }) => count > 0)
}
