import { computed, effect } from '@preact/signals'
import type { Session } from './session.ts'

/** Keeps the draft of a session in the browser whenever it changes, until that is ended. */
export function keepDraft(session: Session): () => void {
  const draft = computed(() => session.view.value.draft)
  let before = draft.peek()
  let told = false
  return effect(() => {
    const now = draft.value
    if (now === before) return
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
