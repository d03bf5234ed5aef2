import type { Stop } from '../model/stops.ts'
import { sameSelection } from '../view/same-view.ts'
import { selectionOf } from '../view/view.ts'
import type { Selection, View } from '../view/view.ts'

/** A tour on its way. */
export interface Touring {
  readonly title: string
  readonly stops: readonly Stop[]
  /** Which stop, from 0. */
  readonly at: number
  /** What its view says that this graph does not know: one sentence each. */
  readonly unknown: readonly string[]
  /** The view of the stop as it is shown. */
  readonly shown: View
  /** Where the reader was when it began, and comes back to when it ends. */
  readonly cameFrom: View
}

/** True while the reader looks at something else than the stop shows. */
export function isPaused({ shown }: Touring, selection: Selection): boolean {
  return !sameSelection(selection, selectionOf(shown))
}
