import { effect } from '@preact/signals'
import { decodeView, encodeView } from '../view/url.ts'
import { sameSelection, selectionOf } from '../view/view.ts'
import type { View } from '../view/view.ts'
import type { Session } from './session.ts'

/**
 * Keeps the address and the view the same. A new selection or focus is a new entry of the
 * browser's history, so that its Back button goes where the reader was; everything else replaces
 * the entry. An address that is edited or pasted restores its view.
 */
export function followLink(session: Session): void {
  let written = location.hash
  let before: View | undefined
  effect(() => {
    const view = session.view.value
    const hash = `#${encodeView(view, session.knowledge)}`
    const step = before !== undefined && !sameEntry(before, view)
    before = view
    if (hash === written) return
    written = hash
    if (step) history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
  })
  addEventListener('popstate', () => {
    if (location.hash === written) return
    written = location.hash
    const { view, notes } = decodeView(location.hash, session.knowledge)
    // The browser has made its step already: what follows from it must not make another.
    before = view
    session.dispatch({ type: 'restore', view })
    session.notices.value = notes
  })
}

function sameEntry(a: View, b: View): boolean {
  return (
    sameSelection(selectionOf(a), selectionOf(b)) &&
    a.focus?.centre === b.focus?.centre &&
    a.focus?.steps === b.focus?.steps
  )
}
