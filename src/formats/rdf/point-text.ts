import { doubtOf } from '../../model/coordinate-names.ts'
import type { Place } from '../../model/knowledge.ts'

const figure = String.raw`([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`
/** "Point(2.35 48.85)", perhaps with a reference system in front and a height behind. */
const wellKnown = new RegExp(
  String.raw`^(?:<([^>]*)>|SRID=(\d+);)?\s*POINT\s*(?:ZM?|M)?\s*\(\s*${figure}\s+${figure}(?:\s+\S+){0,2}\s*\)$`,
  'i',
)
/** "48.85 2.35" or "48.85,2.35": latitude first, as GeoRSS and the WGS84 vocabulary have it. */
const plain = new RegExp(`^${figure}(?:\\s*,\\s*|\\s+)${figure}$`)

const reference =
  /^https?:\/\/www\.opengis\.net\/def\/crs\/(?:OGC\/[^/]+\/(CRS84)|EPSG\/[^/]+\/(4326))$/
/** The globe that Wikidata's coordinates are on, where they name it. */
const earth = 'http://www.wikidata.org/entity/Q2'

/**
 * The place that a text names in degrees, as well-known text of a point or as two numbers; undefined
 * where it names none, a place on another globe, or one in another reference system.
 */
export function pointIn(text: string): Place | undefined {
  const place = wellKnownPoint(text) ?? plainPoint(text)
  return place === undefined || doubtOf(place) === 'outside' ? undefined : place
}

function wellKnownPoint(text: string): Place | undefined {
  const [match, system, srid, first, second] = wellKnown.exec(text) ?? []
  if (match === undefined) return undefined
  const order = orderIn(system, srid)
  if (order === undefined) return undefined
  const figures = [Number(first), Number(second)]
  const [longitude = Number.NaN, latitude = Number.NaN] =
    order === 'longitude first' ? figures : figures.toReversed()
  return { latitude, longitude }
}

/** Well-known text has the longitude first, unless a reference system says otherwise. */
function orderIn(
  system: string | undefined,
  srid: string | undefined,
): 'longitude first' | 'latitude first' | undefined {
  if (system === undefined)
    return ['4326', undefined].includes(srid) ? 'longitude first' : undefined
  if (system === earth) return 'longitude first'
  const [match, crs84] = reference.exec(system) ?? []
  if (match === undefined) return undefined
  return crs84 === undefined ? 'latitude first' : 'longitude first'
}

function plainPoint(text: string): Place | undefined {
  const [match, latitude, longitude] = plain.exec(text) ?? []
  return match === undefined
    ? undefined
    : { latitude: Number(latitude), longitude: Number(longitude) }
}
