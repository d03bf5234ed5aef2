import { landPath } from '../display/world-map.ts'
import { late } from './late.ts'
import type { Late } from './late.ts'

/** The land as one SVG path, a file of the site itself, fetched when a map is first shown. */
export const land: Late<string> = late(async () => {
  const response = await fetch('./world-map.json')
  if (!response.ok) throw new Error(`The land cannot be fetched: ${response.status}`)
  return landPath((await response.json()) as readonly (readonly number[])[])
})
