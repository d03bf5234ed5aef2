import { update } from './update.ts'
import type { Action } from './update.ts'
import type { View } from './view.ts'

/** The views that were, the one that is, and the ones that were undone. */
export interface History {
  readonly past: readonly View[]
  readonly present: View
  readonly future: readonly View[]
  /** What made the present view; steps of one kind in a row are undone together. */
  readonly last: Action['type'] | undefined
}

const longest = 200

/** A history that begins with the view. */
export function startHistory(view: View): History {
  return { past: [], present: view, future: [], last: undefined }
}

/**
 * The history after `action`. Moves of one camera in a row are one step. With `attached`, the action is a
 * consequence of the step before (the camera follows a selection) and is undone together with it.
 */
export function advance(history: History, action: Action, attached = false): History {
  const present = update(history.present, action)
  if (present === history.present) return history
  const follows = isCameraMove(action.type) && history.last === action.type
  const merges = attached || follows
  if (merges) return { ...history, present, last: attached ? history.last : action.type }
  const past = [...history.past, history.present].slice(-longest)
  return { past, present, future: [], last: action.type }
}

function isCameraMove(type: Action['type']): boolean {
  return type === 'camera' || type === 'map-camera'
}

/** The history one step back; the same object where there is none. */
export function undo(history: History): History {
  const previous = history.past.at(-1)
  if (previous === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    last: undefined,
  }
}

/** The history one undone step forward; the same object where there is none. */
export function redo(history: History): History {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, last: undefined }
}
