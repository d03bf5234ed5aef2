import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placingOf } from '../../src/display/placement.ts'
import { mapPictureOf, mapRadius, spread } from '../../src/display/map-picture.ts'
import { pictureOf } from '../../src/display/picture-of.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import type { Entity, Knowledge, Statement } from '../../src/model/knowledge.ts'
import { firstView } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { edge, node, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const at = (latitude: number, longitude: number): Partial<Entity> => ({
  place: { latitude, longitude },
})

/** The seven nodes with more of them and more statements. */
function withMore(entities: readonly Entity[], statements: readonly Statement[]): Knowledge {
  const plain = sevenNodes()
  return {
    ...plain,
    entities: new Map([...plain.entities, ...entities.map((each) => [each.id, each] as const)]),
    statements: new Map([
      ...plain.statements,
      ...statements.map((each) => [each.id, each] as const),
    ]),
  }
}

const told = (knowledge: Knowledge) => {
  const { placed, inArea, several } = placingOf(knowledge)
  return {
    placed: [...placed].map(([id, { anchor, through }]) => [id, anchor, ...through].join(' ')),
    inArea: [...inArea].map((pair) => pair.join(' in ')),
    several: [...several],
  }
}

describe('what the map places', () => {
  test('is what has coordinates, and what is based there, with the statement that says so', () => {
    expect(told(sevenNodes())).toEqual({
      placed: ['shanghai shanghai', 'lab shanghai based-in-1'],
      inArea: [],
      several: [],
    })
  })

  test('is also what is based in something that is based there, with both statements', () => {
    const knowledge = withMore([], [edge('based-in-2', 'ministry', 'based-in', 'lab')])
    expect(told(knowledge).placed).toContain('ministry shanghai based-in-2 based-in-1')
  })

  test('is nothing that is based in two places, nor what is based in that', () => {
    const knowledge = withMore(
      [node('paris', 'Paris', 'city', at(48.9, 2.4))],
      [
        edge('based-in-2', 'lab', 'based-in', 'paris'),
        edge('based-in-3', 'ministry', 'based-in', 'lab'),
      ],
    )
    expect(told(knowledge)).toEqual({
      placed: ['shanghai shanghai', 'paris paris'],
      inArea: [],
      several: ['lab', 'ministry'],
    })
  })

  test('is not in the middle of an area, be it a country or what a placed city lies in', () => {
    const area = (kind: string): Knowledge =>
      withMore(
        [node('china', 'China', kind, at(35, 105))],
        [
          edge('based-in-2', 'shanghai', 'based-in', 'china'),
          edge('based-in-3', 'ministry', 'based-in', 'china'),
        ],
      )
    const expected = {
      placed: ['shanghai shanghai', 'china china', 'lab shanghai based-in-1'],
      inArea: ['ministry in china'],
      several: [],
    }
    expect([told(area('country')), told(area('sector'))]).toEqual([expected, expected])
  })

  test('ends where places lie in one another', () => {
    const knowledge = withMore(
      [],
      [
        edge('based-in-2', 'plan', 'based-in', 'market'),
        edge('based-in-3', 'market', 'based-in', 'plan'),
        edge('based-in-4', 'plan', 'based-in', 'shanghai'),
      ],
    )
    expect(told(knowledge).placed).toEqual([
      'shanghai shanghai',
      'lab shanghai based-in-1',
      'plan shanghai based-in-4',
      'market shanghai based-in-3 based-in-4',
    ])
  })
})

describe('the picture on the map', () => {
  const knowledge = sevenNodes()
  const graph = buildGraph(knowledge)
  const visible = visibleSet(knowledge, graph, firstView)
  const picture = pictureOf(knowledge, graph, sevenPlaces, new Map(), visible, 'light')
  const onMap = mapPictureOf(picture, placingOf(knowledge))

  test('has what has coordinates on its spot, and others beside it', () => {
    expect(onMap.nodes.map(({ node: { id } }, at) => [id, spread(onMap.nodes, 2)[at]])).toEqual([
      ['shanghai', { x: 0, y: 0 }],
      ['lab', { x: 26, y: 0 }],
    ])
  })

  test('lets no two nodes overlap at any zoom, however near their places are', () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) })
    const zoom = fc.double({ min: 0.2, max: 60, noNaN: true })
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 40 }), zoom, (spots, scale) => {
        const offsets = spread(
          spots.map((each) => ({ spot: each })),
          scale,
        )
        const places = spots.map(({ x, y }, at) => ({
          x: x * scale + (offsets[at]?.x ?? Number.NaN),
          y: y * scale + (offsets[at]?.y ?? Number.NaN),
        }))
        const apart = places.flatMap((one, at) =>
          places.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
        )
        expect(Math.min(...apart)).toBeGreaterThan(2 * 1.55 * 8)
      }),
    )
    expect(Math.max(...picture.nodes.map(mapRadius))).toBeLessThanOrEqual(8)
  })

  test('has the edges between placed nodes, and names all nodes that it lacks', () => {
    expect(onMap.edges.map(({ id }) => id)).toEqual(['based-in-1'])
    expect(onMap.unplaced.length + onMap.nodes.length).toBe(picture.nodes.length)
  })
})
