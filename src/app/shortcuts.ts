import type { Desk } from './desk.ts'

/** Keys that act wherever the focus is, except where something is typed. */
export function listenToShortcuts(desk: Desk): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return
    const { target } = event
    const typing =
      target instanceof HTMLElement &&
      target.closest('input:not([type=checkbox]), textarea, select')
    // What lies behind a dialog is not to change unseen.
    if (typing || document.querySelector('dialog') !== null) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      if (event.shiftKey) desk.session.redo()
      else desk.session.undo()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '/') {
      event.preventDefault()
      document.getElementById('search')?.focus()
    } else if (event.key === '?') {
      event.preventDefault()
      desk.openKeys()
    }
  })
}
