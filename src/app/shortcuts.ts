import type { Desk } from './desk.ts'
import { isEdited } from './door.ts'

/** Keys that act wherever the focus is, except where something is typed. Ends with `life`. */
export function listenToShortcuts(desk: Desk, life: AbortSignal): void {
  const act = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    // What lies behind a dialog is not to change unseen.
    if (isEdited(event.target) || document.querySelector('dialog') !== null) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      if (event.shiftKey) desk.session.redo()
      else desk.undo()
      return
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y') {
      event.preventDefault()
      desk.session.redo()
      return
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'o') {
      event.preventDefault()
      desk.openFiles()
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
  }
  addEventListener('keydown', act, { signal: life })
}
