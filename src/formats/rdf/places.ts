import { doubtOf } from '../../model/coordinate-names.ts'
import type { Place } from '../../model/knowledge.ts'
import { pointIn } from './point-text.ts'
import type { Triple } from './term.ts'
import { termText } from './term.ts'
import * as rdf from './vocabulary.ts'

const wgs84 = rdf.prefixes['geo'] ?? ''
const geosparql = 'http://www.opengis.net/ont/geosparql#'
const wikidata = 'http://www.wikidata.org/prop/'
const schema = ['http://schema.org/', 'https://schema.org/']

type Part = 'latitude' | 'longitude' | 'point'
/** Told apart, so that two of them that round otherwise do not contradict each other. */
type Vocabulary = 'wgs84' | 'schema' | 'text'
const vocabularies: readonly Vocabulary[] = ['wgs84', 'schema', 'text']

/** What says where a node is. */
const said: ReadonlyMap<string, readonly [Vocabulary, Part]> = new Map<
  string,
  readonly [Vocabulary, Part]
>([
  [rdf.latitude, ['wgs84', 'latitude']],
  [rdf.longitude, ['wgs84', 'longitude']],
  ...schema.flatMap(
    (base) =>
      [
        [`${base}latitude`, ['schema', 'latitude']],
        [`${base}longitude`, ['schema', 'longitude']],
      ] as const,
  ),
  ...[
    `${geosparql}asWKT`,
    `${wgs84}geometry`,
    `${wgs84}point`,
    `${wgs84}lat_long`,
    'http://www.georss.org/georss/point',
    `${wikidata}direct/P625`,
    `${wikidata}statement/P625`,
  ].map((iri) => [iri, ['text', 'point']] as const),
])

/** What leads from a node to another that says where the first one is. */
const leading: ReadonlySet<string> = new Set([
  ...schema.map((base) => `${base}geo`),
  `${wgs84}location`,
  `${geosparql}hasGeometry`,
  `${geosparql}hasDefaultGeometry`,
  `${geosparql}defaultGeometry`,
  `${wikidata}P625`,
])

type Texts = Map<Part, Set<string>>

/**
 * Where nodes are, by the text of the node: by coordinates of their own, or of a node that stands for
 * their coordinates alone, which then is no place itself. Of several places none is taken. The
 * triples stay what they are.
 */
export function placesIn(triples: readonly Triple[]): ReadonlyMap<string, Place> {
  const own = new Map<string, Map<Vocabulary, Texts>>()
  const holders = new Map<string, Set<string>>()
  for (const { quad } of triples) {
    const { value } = quad.predicate
    if (quad.object.termType === 'Literal') {
      const meaning = said.get(value)
      if (meaning !== undefined) note(own, termText(quad.subject), meaning, quad.object.value)
    } else if (leading.has(value)) {
      const node = termText(quad.subject)
      const known = holders.get(node)
      if (known === undefined) holders.set(node, new Set([termText(quad.object)]))
      else known.add(termText(quad.object))
    }
  }
  const places = new Map<string, Place>()
  for (const [node, texts] of own) {
    const place = placeIn(texts)
    if (place !== undefined) places.set(node, place)
  }
  if (holders.size === 0) return places
  const through = new Map<string, Place>()
  for (const [node, holding] of holders) {
    if (own.has(node)) continue
    const place = only([...holding].flatMap((holder) => places.get(holder) ?? []))
    if (place !== undefined) through.set(node, place)
  }
  for (const holder of bareAmong(holders, triples)) places.delete(holder)
  for (const [node, place] of through) places.set(node, place)
  return places
}

function note(
  own: Map<string, Map<Vocabulary, Texts>>,
  node: string,
  [vocabulary, part]: readonly [Vocabulary, Part],
  text: string,
): void {
  const found = own.get(node) ?? new Map<Vocabulary, Texts>()
  const texts: Texts = found.get(vocabulary) ?? new Map()
  texts.set(part, (texts.get(part) ?? new Set()).add(text.trim()))
  found.set(vocabulary, texts)
  own.set(node, found)
}

/** The place in the first vocabulary that names one and only one. */
function placeIn(texts: ReadonlyMap<Vocabulary, Texts>): Place | undefined {
  for (const vocabulary of vocabularies) {
    const parts = texts.get(vocabulary)
    const place =
      vocabulary === 'text'
        ? only([...(parts?.get('point') ?? [])].flatMap((text) => pointIn(text) ?? []))
        : pairIn(parts)
    if (place !== undefined) return place
  }
  return undefined
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

function pairIn(parts: Texts | undefined): Place | undefined {
  const [latitude, longitude] = (['latitude', 'longitude'] as const).map((part) => {
    const [text = '', ...more] = parts?.get(part) ?? []
    return more.length === 0 && number.test(text) ? Number(text) : Number.NaN
  })
  if (latitude === undefined || longitude === undefined) return undefined
  const place = { latitude, longitude }
  return doubtOf(place) === 'outside' ? undefined : place
}

/** The one place of several alike. */
function only(places: readonly Place[]): Place | undefined {
  const [first, ...more] = places
  return more.every(
    (place) => place.latitude === first?.latitude && place.longitude === first.longitude,
  )
    ? first
    : undefined
}

/** The nodes led to that say nothing else than where they are and what kind of thing they are. */
function bareAmong(
  holders: ReadonlyMap<string, ReadonlySet<string>>,
  triples: readonly Triple[],
): ReadonlySet<string> {
  const bare = new Set([...holders.values()].flatMap((held) => [...held]))
  for (const { quad } of triples) {
    const { value } = quad.predicate
    if (!said.has(value) && value !== rdf.type) bare.delete(termText(quad.subject))
  }
  return bare
}
