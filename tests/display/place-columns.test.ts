import { describe, expect, test } from 'vitest'
import { columnPlaces } from '../../src/display/place-columns.ts'
import { placingOf } from '../../src/display/placement.ts'
import { openFiles } from '../../src/formats/open.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'

const encoder = new TextEncoder()
async function opened(name: string, text: string): Promise<Knowledge> {
  const { result } = await openFiles([{ name, bytes: encoder.encode(text) }])
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.content.knowledge
}
const placesOf = async (name: string, text: string): Promise<unknown> => {
  const found = columnPlaces(await opened(name, text))
  return found && Object.fromEntries(found.places)
}
const table = (heads: string, ...cells: readonly string[]): string =>
  [`id,label,${heads}`, ...cells.map((each, at) => `n${at},Node ${at},${each}`)].join('\n')
const two = { n0: { latitude: 31.2, longitude: 121.5 }, n1: { latitude: -33.9, longitude: -70.6 } }

describe('columns of coordinates', () => {
  test.each([
    'latitude,longitude',
    'Lat,Long',
    'lat,lng',
    'LAT,LON',
    'geo_lat,geo_lon',
    'homeLatitude,homeLongitude',
    'Latitude (deg),Longitude (deg)',
  ])('are known by the names %s', async (heads) => {
    expect(await placesOf('n.csv', table(heads, '31.2,121.5', '-33.9,-70.6', ','))).toEqual(two)
  })

  test.each([
    ['x,y', '31.2,121.5', '-33.9,-70.6'],
    ['home lat,work lon', '31.2,121.5', '-33.9,-70.6'],
    ['flat,long', '31.2,121.5', '-33.9,-70.6'],
    ['lat,lon', '431200,912150', '433900,967060'],
    ['lat,lon', 'north,east', 'south,west'],
  ])('are none that are called or hold something else: %s', async (heads, ...cells) => {
    expect(await placesOf('n.csv', table(heads, ...cells))).toBe(undefined)
  })

  test('are known in GEXF, GraphML and JSON as well', async () => {
    const gexf = `<gexf><graph><attributes class="node"><attribute id="0" title="latitude" type="double"/><attribute id="1" title="longitude" type="string"/></attributes><nodes><node id="n0"><attvalues><attvalue for="0" value="31.2"/><attvalue for="1" value="121.5"/></attvalues></node><node id="n1"><attvalues><attvalue for="0" value="-33.9"/><attvalue for="1" value="-70.6"/></attvalues></node></nodes></graph></gexf>`
    const graphml = `<graphml><key id="a" for="node" attr.name="lat" attr.type="double"/><key id="b" for="node" attr.name="lon" attr.type="double"/><graph edgedefault="directed"><node id="n0"><data key="a">31.2</data><data key="b">121.5</data></node><node id="n1"><data key="a">-33.9</data><data key="b">-70.6</data></node></graph></graphml>`
    const json = JSON.stringify({
      nodes: [
        { id: 'n0', lat: 31.2, lng: 121.5 },
        { id: 'n1', lat: -33.9, lng: -70.6 },
      ],
      links: [{ source: 'n0', target: 'n1' }],
    })
    expect([
      await placesOf('n.gexf', gexf),
      await placesOf('n.graphml', graphml),
      await placesOf('n.json', json),
    ]).toEqual([two, two, two])
  })

  test('leave out what is no place, and say why; the file’s figures stay', async () => {
    const text = table('lat,lon', '31.2,121.5', '0,0', '91,10', ',5', '0,6.6', '48.1,11.6', '1,2')
    const knowledge = await opened('n.csv', text)
    const { placed, doubtful } = placingOf(knowledge)
    expect([[...placed.keys()], [...doubtful]]).toEqual([
      ['n0', 'n4', 'n5', 'n6'],
      [
        ['n1', 'zero'],
        ['n2', 'outside'],
      ],
    ])
    expect([...knowledge.entities.values()][1]?.attributes.map((each) => each.text)).toEqual([
      '0',
      '0',
    ])
  })
})
