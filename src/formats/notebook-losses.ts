import type { Loss } from '../model/issue.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { noteCount } from '../model/notebook.ts'

/** What a format loses that has no room for a reader's notebook. */
export function notebookLosses({ notebook }: Pick<LaidOut, 'notebook'>): readonly Loss[] {
  const count = notebook === undefined ? 0 : noteCount(notebook)
  return count === 0 ? [] : [{ what: 'notes of your own', count }]
}
