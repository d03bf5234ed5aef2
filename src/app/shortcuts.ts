import type { Desk } from './desk.ts'
import { takesText, undoesText } from './field.ts'

/** Keys that act wherever the focus is, except where a field needs them. Ends with `life`. */
export function listenToShortcuts(desk: Desk, life: AbortSignal): void {
  const act = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    // What lies behind a dialog is not to change unseen.
    if (document.querySelector('dialog') !== null) return
    const press = event.ctrlKey || event.metaKey ? withControl(event, desk) : alone(event, desk)
    if (press === undefined) return
    event.preventDefault()
    press()
  }
  addEventListener('keydown', act, { signal: life })
}

function withControl(event: KeyboardEvent, desk: Desk): (() => void) | undefined {
  const key = event.key.toLowerCase()
  if (key === 'o') return desk.openFiles
  if (undoesText(event.target)) return undefined
  if (key === 'y' || (key === 'z' && event.shiftKey)) return desk.session.redo
  return key === 'z' ? desk.undo : undefined
}

function alone(event: KeyboardEvent, desk: Desk): (() => void) | undefined {
  if (event.altKey || takesText(event.target)) return undefined
  if (event.key === '/') return () => document.getElementById('search')?.focus()
  return event.key === '?' ? desk.openKeys : undefined
}
