import { encodeView } from '../view/url.ts'
import { firstView } from '../view/view.ts'
import type { Desk } from './desk.ts'
import { takeSiteTour } from './site-tour.ts'
import { startTour } from './tour.ts'
import type { Touring } from './touring.ts'

type Guided = Pick<Desk, 'session' | 'touring'>

/** Begins the tour of the graph at a stop, as a link asks: the site's, else that of its file. */
export async function beginLinkedTour(desk: Guided, at: number): Promise<void> {
  const { session } = desk
  if (session.opened.tour !== undefined) return takeSiteTour(desk, at)
  const { stops } = session.view.peek().notebook
  if (stops[at] !== undefined) return startTour(desk, 'Your tour', stops, at)
  session.notices.value = [
    ...session.notices.peek(),
    'The link begins a tour at a stop that is not there.',
  ]
}

/**
 * The link that begins a tour at its present stop; undefined where whoever opens it would see another
 * tour, or none: that of a file which has no address, or of views that were saved since.
 */
export function tourLink(
  { session }: Pick<Desk, 'session'>,
  { stops, at }: Touring,
  page: URL,
): string | undefined {
  const { opened, view, name } = session
  const ofFile = stops === view.peek().notebook.stops
  const comesAlong =
    opened.tour === undefined
      ? ofFile && stops === opened.notebook.stops && page.searchParams.has('url')
      : !ofFile
  if (!comesAlong) return undefined
  const link = new URL(page)
  link.hash = `${encodeView(firstView, name)}&tour=${at + 1}`
  return link.href
}
