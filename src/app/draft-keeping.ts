import { computed, effect } from '@preact/signals'
import type { Session } from './session.ts'

/** Keeps draft and notebook of a session in the browser whenever they change, until that is ended. */
export function keepDraft(session: Session): () => void {
  const draft = computed(() => session.view.value.draft)
  const notebook = computed(() => session.view.value.notebook)
  let before = { draft: draft.peek(), notebook: notebook.peek() }
  let told = false
  return effect(() => {
    const now = { draft: draft.value, notebook: notebook.value }
    if (now.draft === before.draft && now.notebook === before.notebook) return
    before = now
    void import('./kept-draft.ts')
      .then(({ keptDraft }) => keptDraft(session.opened, now))
      .then((failure) => {
        if (failure === undefined || told) return
        told = true
        session.notices.value = [...session.notices.peek(), failure]
      })
  })
}
