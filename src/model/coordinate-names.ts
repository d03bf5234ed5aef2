import type { Place } from './knowledge.ts'

/** Two columns of a table by their places in the list of titles. */
export interface CoordinateColumns {
  readonly latitude: number
  readonly longitude: number
}

const latitudes = new Set(['lat', 'latitude'])
const longitudes = new Set(['lon', 'lng', 'long', 'longitude'])

/**
 * The pairs of columns that are called latitude and longitude, alike but for that: "lat" and "lng",
 * "Home latitude" and "Home longitude".
 */
export function coordinateColumns(titles: readonly string[]): readonly CoordinateColumns[] {
  return titles.flatMap((title, latitude) => {
    const name = nameBeside(title, latitudes)
    if (name === undefined) return []
    const longitude = titles.findIndex((other) => nameBeside(other, longitudes) === name)
    return longitude === -1 ? [] : [{ latitude, longitude }]
  })
}

/** The name of a column with a blank for the first of these words; undefined where it has none. */
function nameBeside(title: string, wanted: ReadonlySet<string>): string | undefined {
  const words = title
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
  const at = words.findIndex((word) => wanted.has(word))
  return at === -1 ? undefined : words.with(at, '').join(' ')
}

/** Why figures are no place, though they are called one. */
export type Doubt = 'outside' | 'zero'

/**
 * What is wrong with a place: outside the degrees of the globe, or both exactly 0, which is a spot in
 * the sea where hardly anything is and what many programs write for nothing.
 */
export function doubtOf({ latitude, longitude }: Place): Doubt | undefined {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return 'outside'
  return latitude === 0 && longitude === 0 ? 'zero' : undefined
}
