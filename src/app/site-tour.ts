import type { Desk } from './desk.ts'
import { loadTour } from './load-tour.ts'
import { startTour } from './tour.ts'

/** Takes the reader through the tour that the site has of the open graph, from one of its stops. */
export async function takeSiteTour(desk: Pick<Desk, 'session' | 'touring'>, at = 0): Promise<void> {
  const { session } = desk
  const { tour } = session.opened
  if (tour === undefined) return
  const loaded = await loadTour(tour.address)
  if (loaded === undefined)
    session.notices.value = ['The tour could not be fetched. Check the connection and try again.']
  else startTour(desk, loaded.title, loaded.stops, Math.min(at, loaded.stops.length - 1))
}
