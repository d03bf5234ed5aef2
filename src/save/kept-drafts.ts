import { answer, openStore } from './database.ts'
import { flagDraft } from './draft-flag.ts'

interface KeptDraft {
  /** What links call the graph. */
  readonly graph: string
  readonly patch: string
}

/** The patch that is kept for a graph. Fails where the browser's storage does. */
export async function findDraft(graph: string): Promise<string | undefined> {
  const store = await openStore('drafts', 'readonly')
  return ((await answer(store.get(graph))) as KeptDraft | undefined)?.patch
}

/** Keeps a patch for a graph in place of the one before; undefined: none. Fails with the storage. */
export async function storeDraft(graph: string, patch: string | undefined): Promise<void> {
  const store = await openStore('drafts', 'readwrite')
  if (patch === undefined) {
    await answer(store.delete(graph))
    flagDraft(graph, false)
  } else {
    await answer(store.put({ graph, patch } satisfies KeptDraft))
    flagDraft(graph, true)
  }
}
