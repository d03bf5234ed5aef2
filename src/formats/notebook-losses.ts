import type { Loss } from '../model/issue.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { noteCount } from '../model/note-changes.ts'

/** What a format loses that has no room for a reader's notebook, or only for its saved views. */
export function notebookLosses(
  { notebook }: Pick<LaidOut, 'notebook'>,
  holds: 'nothing' | 'saved views' = 'nothing',
): readonly Loss[] {
  if (notebook === undefined) return []
  return [
    { what: 'notes of your own', count: noteCount(notebook) },
    { what: 'saved views', count: holds === 'nothing' ? notebook.stops.length : 0 },
    { what: 'named sets', count: notebook.sets.size },
  ].filter(({ count }) => count > 0)
}
