import { tourOf } from '../formats/json/notebook-record.ts'
import type { Tour } from '../model/stops.ts'

/** The tour at an address of the site; undefined where it cannot be had. */
export async function loadTour(address: string): Promise<Tour | undefined> {
  try {
    const response = await fetch(address)
    return response.ok ? tourOf(await response.json()) : undefined
  } catch {
    return undefined
  }
}
