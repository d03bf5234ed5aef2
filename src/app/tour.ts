import { emptyNotebook } from '../model/notebook.ts'
import type { Stop } from '../model/stops.ts'
import { decodeView } from '../view/url-decoded.ts'
import { aboutGraph, encodeView } from '../view/url.ts'
import type { DecodedView } from '../view/url-decoded.ts'
import type { GraphName } from '../view/url.ts'
import type { View } from '../view/view.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'

type Guided = Pick<Desk, 'session' | 'touring'>

/** The present view as a stop. */
export function stopOf({ view, name }: Session, title: string, text: string): Stop {
  return { title, text, view: viewText(view.peek(), name) }
}

/** A view as stops have it: without named sets, which stand beside them in the notebook. */
export function viewText(view: View, name: GraphName): string {
  return encodeView({ ...view, notebook: emptyNotebook }, name)
}

/**
 * The view of a stop, whatever has become of it: legal, with a sentence for each part that says
 * nothing in this graph. The graph may go under another name than when the view was saved.
 */
export function viewOfStop({ content, name, kinding }: Session, stop: Stop): DecodedView {
  return decodeView(aboutGraph(stop.view, name), content, name, kinding.knowledgeWith)
}

/** Shows the view of a stop; what of it this graph does not know is told. */
export function showStop(session: Session, stop: Stop): void {
  const { view, notes } = viewOfStop(session, stop)
  session.dispatch({ type: 'restore', view })
  session.notices.value = notes
}

/** Begins a tour at its first stop, or at another one. */
export function startTour(guided: Guided, title: string, stops: readonly Stop[], at = 0): void {
  const { session } = guided
  const now = session.view.peek()
  goToStop(guided, { title, stops, shown: now, cameFrom: now }, at)
}

/** Goes to another stop of the tour; beyond its ends nothing happens. */
export function goTo(guided: Guided, at: number): void {
  const touring = guided.touring.peek()
  if (touring !== undefined) goToStop(guided, touring, at)
}

/** Ends the tour: the reader stays, or is back exactly where the tour began. */
export function endTour({ session, touring }: Guided, how: 'stay' | 'return'): void {
  const tour = touring.peek()
  if (tour === undefined) return
  touring.value = undefined
  if (how === 'stay') return
  // A tour that nothing came between leaves no trace.
  if (isUndisturbed(session, tour)) session.undo()
  else {
    const { notebook } = session.view.peek()
    session.dispatch({ type: 'restore', view: { ...tour.cameFrom, notebook } })
  }
}

interface Begun {
  readonly title: string
  readonly stops: readonly Stop[]
  readonly shown: View
  readonly cameFrom: View
}

function goToStop({ session, touring }: Guided, tour: Begun, at: number): void {
  const stop = tour.stops[at]
  if (stop === undefined) return
  const { view, notes } = viewOfStop(session, stop)
  // However many stops: one step back leads to where the reader came from.
  session.dispatch({ type: 'restore', view }, isUndisturbed(session, tour))
  touring.value = { ...tour, at, unknown: notes, shown: session.view.peek() }
}

/** True where the tour alone has led from where it began to the present view. */
function isUndisturbed({ history }: Session, { shown, cameFrom }: Begun): boolean {
  const { past, present } = history.peek()
  return present === shown && past.at(-1) === cameFrom
}
