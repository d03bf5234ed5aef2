import { tourOf } from '../formats/json/notebook-record.ts'
import type { Tour } from '../model/stops.ts'
import type { Desk } from './desk.ts'
import { startTour } from './tour.ts'

/** Takes the reader through the tour that the site has of the open graph. */
export async function takeSiteTour(desk: Desk): Promise<void> {
  const { session } = desk
  const { tour } = session.opened
  if (tour === undefined) return
  const loaded = await load(tour.address)
  if (loaded !== undefined) return startTour(desk, loaded.title, loaded.stops)
  session.notices.value = ['The tour could not be fetched. Check the connection and try again.']
}

async function load(address: string): Promise<Tour | undefined> {
  try {
    const response = await fetch(address)
    return response.ok ? tourOf(await response.json()) : undefined
  } catch {
    return undefined
  }
}
