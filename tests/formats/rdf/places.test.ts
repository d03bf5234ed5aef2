import { describe, expect, it } from 'vitest'
import { pointIn } from '../../../src/formats/rdf/point-text.ts'
import { readRdf } from '../../../src/formats/rdf/read.ts'
import { writeTurtle } from '../../../src/formats/rdf/write-turtle.ts'
import { entityId } from '../../../src/model/ids.ts'
import type { Entity, Knowledge } from '../../../src/model/knowledge.ts'
import { noDrawing } from '../../drawings.ts'

const prefixes = [
  ['', 'http://e/'],
  ['geo', 'http://www.w3.org/2003/01/geo/wgs84_pos#'],
  ['schema', 'http://schema.org/'],
  ['schemas', 'https://schema.org/'],
  ['gsp', 'http://www.opengis.net/ont/geosparql#'],
  ['georss', 'http://www.georss.org/georss/'],
  ['wdt', 'http://www.wikidata.org/prop/direct/'],
  ['p', 'http://www.wikidata.org/prop/'],
  ['ps', 'http://www.wikidata.org/prop/statement/'],
  ['virtrdf', 'http://www.openlinksw.com/schemas/virtrdf#'],
]
  .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> . `)
  .join('')
const open = async (text: string): Promise<Knowledge> => {
  const result = await readRdf(new TextEncoder().encode(`${prefixes}${text}`), 'f', 'turtle')
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.content
}
const placesIn = ({ entities }: Knowledge): unknown =>
  Object.fromEntries(
    [...entities.values()].flatMap(({ id, place }) =>
      place === undefined ? [] : [[id.replace('http://e/', ''), place]],
    ),
  )
const paris = { latitude: 48.85, longitude: 2.35 }

describe('places in RDF', () => {
  it.each([
    ['geo:lat and geo:long', ':a geo:lat 48.85 ; geo:long 2.35 .', 0],
    ['the same as doubles', ':a geo:lat "48.85"^^:double ; geo:long 235e-2 .', 2],
    ['schema.org', ':a schema:latitude 48.85 ; schema:longitude "2.35" .', 2],
    ['schema.org by https', ':a schemas:latitude "48.85" ; schemas:longitude "2.35" .', 2],
    [
      'schema:geo',
      ':a schema:geo [ a schema:GeoCoordinates ; schema:latitude 48.85 ; schema:longitude 2.35 ] .',
      4,
    ],
    ['geo:location', ':a geo:location [ a geo:Point ; geo:lat 48.85 ; geo:long 2.35 ] .', 4],
    ['GeoSPARQL', ':a gsp:asWKT "POINT(2.35 48.85)"^^gsp:wktLiteral .', 1],
    [
      'a geometry of GeoSPARQL',
      ':a gsp:hasGeometry :g . :g gsp:asWKT "<http://www.opengis.net/def/crs/EPSG/0/4326> Point (48.85 2.35)"^^gsp:wktLiteral .',
      2,
    ],
    ['the geometry of DBpedia', ':a geo:geometry "POINT(2.35 48.85)"^^virtrdf:Geometry .', 1],
    ['GeoRSS', ':a georss:point "48.85 2.35" .', 1],
    ['geo:lat_long', ':a geo:lat_long "48.85, 2.35" .', 1],
    ['Wikidata', ':a wdt:P625 "Point(2.35 48.85)"^^gsp:wktLiteral .', 1],
    [
      'a statement of Wikidata',
      ':a p:P625 :s . :s ps:P625 "Point(2.35 48.85)"^^gsp:wktLiteral .',
      2,
    ],
  ])('are known by %s, and what says so stays', async (_, text, statements) => {
    const knowledge = await open(text)
    expect([placesIn(knowledge), knowledge.statements.size]).toEqual([{ a: paris }, statements])
  })

  it.each([
    ['half a place', ':a schema:latitude 48.85 .'],
    ['more than one', ':a wdt:P625 "Point(2.35 48.85)", "Point(2 48)" .'],
    ['more than one latitude', ':a geo:lat 48.85, 48 ; geo:long 2.35 .'],
    ['degrees beyond the globe', ':a schema:latitude 121.5 ; schema:longitude 31.2 .'],
    ['the Moon', ':a wdt:P625 "<http://www.wikidata.org/entity/Q405> Point(23.4 0.6)" .'],
    [
      'another reference system',
      ':a gsp:asWKT "<http://www.opengis.net/def/crs/EPSG/0/3857> POINT(2 4)" .',
    ],
    ['an area', ':a gsp:asWKT "POLYGON((2 48, 3 48, 3 49, 2 48))" .'],
    ['another coordinate than the own', ':a wdt:P1332 "Point(2.35 48.85)"^^gsp:wktLiteral .'],
  ])('are none with %s', async (_, text) => {
    expect(placesIn(await open(text))).toEqual({})
  })

  it('are the first of several ways to say it that names one', async () => {
    const text = ':a geo:lat 48.85 ; geo:long 2.35 ; georss:point "48.8501 2.3502" .'
    const twice = ':b geo:lat 48, 49 ; geo:long 2.35 ; georss:point "48.85 2.35" .'
    expect(placesIn(await open(text + twice))).toEqual({ a: paris, b: paris })
  })

  it('are those of a thing that lies somewhere else as well, where more is said of it', async () => {
    const text = ':photo geo:location :paris . :paris geo:lat 48.85 ; geo:long 2.35 ; :mayor :x .'
    expect(placesIn(await open(text))).toEqual({ photo: paris, paris })
  })

  it('are written as they were read, and as they were changed', async () => {
    const text =
      ':a schema:geo [ geo:lat 48.85 ; geo:long 2.35 ] . :b wdt:P625 "Point(2.35 48.85)" . :c geo:lat 1.5 ; geo:long 2.5 .'
    const knowledge = await open(text)
    expect(await writtenAndRead(knowledge)).toEqual(knowledge)
    const moved = { latitude: 1.25, longitude: 2.5 }
    const b = entityId('http://e/b')
    const changed = withEntity(knowledge, { ...entityOf(knowledge, b), place: moved })
    expect((await writtenAndRead(changed)).entities.get(b)?.place).toEqual(moved)
    const { place: _place, ...nowhere } = entityOf(knowledge, b)
    const bare = withEntity(knowledge, nowhere)
    expect(await writtenAndRead(bare)).toEqual(bare)
  })

  it('of other formats survive where they look like coordinates of another node', async () => {
    const knowledge = await open(':a schema:geo :b .')
    const b = entityId('http://e/b')
    const placed = withEntity(knowledge, { ...entityOf(knowledge, b), place: paris })
    expect(await writtenAndRead(placed)).toEqual(placed)
  })
})

function entityOf({ entities }: Knowledge, id: Entity['id']): Entity {
  const entity = entities.get(id)
  if (entity === undefined) throw new Error(id)
  return entity
}

function withEntity(knowledge: Knowledge, entity: Entity): Knowledge {
  return { ...knowledge, entities: new Map([...knowledge.entities, [entity.id, entity]]) }
}

async function writtenAndRead(knowledge: Knowledge): Promise<Knowledge> {
  const { text } = writeTurtle(knowledge, noDrawing)
  const result = await readRdf(new TextEncoder().encode(text), 'f', 'turtle')
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.content
}

it.each([
  ['POINT(2.35 48.85)', paris],
  ['point z (2.35 48.85 35)', paris],
  ['SRID=4326;POINT(2.35 48.85)', paris],
  ['SRID=3857;POINT(2.35 48.85)', undefined],
  ['<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(2.35 48.85)', paris],
  ['<http://www.opengis.net/def/crs/EPSG/9.9.1/4326> POINT(48.85 2.35)', paris],
  ['<http://www.wikidata.org/entity/Q2> Point(2.35 48.85)', paris],
  ['48.85 2.35', paris],
  ['48.85,2.35', paris],
  ['2.35', undefined],
  ['POINT EMPTY', undefined],
  ['POINT(200 48)', undefined],
  ['48.85 2.35 7', undefined],
])('the text %s names a place or none', (text, place) => {
  expect(pointIn(text)).toEqual(place)
})
