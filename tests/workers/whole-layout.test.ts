import { describe, expect, test } from 'vitest'
import { entityId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Layout, Point } from '../../src/model/knowledge.ts'
import { wholeLayout } from '../../src/workers/whole-layout.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const silent = (): void => undefined
const spread = new Map(
  [...knowledge.entities.keys()].map((id, index): [EntityId, Point] => [
    id,
    { x: index * 100, y: index * index * 10 },
  ]),
)
const without = (layout: Layout, ...ids: string[]): Layout =>
  new Map([...layout].filter(([id]) => !ids.includes(id)))

describe('a place for every node', () => {
  test('is the one of the file where all have one', () => {
    expect(wholeLayout(knowledge, spread, silent)).toEqual(spread)
  })

  test('is laid out where most have none, the same every time', () => {
    const few = new Map([...sevenPlaces].slice(0, 2))
    const once = wholeLayout(knowledge, few, silent)
    expect(once.size).toBe(knowledge.entities.size)
    expect([...once.values()].every(({ x, y }) => Number.isFinite(x + y))).toBe(true)
    expect(wholeLayout(knowledge, few, silent)).toEqual(once)
  })

  test('is laid out where the file puts all nodes on one spot', () => {
    const spot = new Map([...knowledge.entities.keys()].map((id) => [id, { x: 5, y: 5 }]))
    const places = [...wholeLayout(knowledge, spot, silent).values()]
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length)
  })

  test('is in our scale where the file is in another, with its shape', () => {
    const tiny = new Map([...spread].map(([id, { x, y }]) => [id, { x: x / 1e6, y: y / 1e6 }]))
    const places = [...wholeLayout(knowledge, tiny, silent).values()]
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
    const wide = Math.max(...xs) - Math.min(...xs)
    const high = Math.max(...ys) - Math.min(...ys)
    expect([Math.round(Math.max(wide, high)), Math.round((wide / high) * 100)]).toEqual([1000, 167])
  })
})

test('a node without a place among many that have one stands by its neighbours', () => {
  const ids = Array.from({ length: 20 }, (_, index) => entityId(`n${index}`))
  const entities = new Map(
    ids.map((id) => [id, { id, aliases: [], parents: [], spans: [], attributes: [] }]),
  )
  const [template] = knowledge.statements.values()
  if (template === undefined) throw new Error('no statement')
  const lost = ids[19] ?? entityId('')
  const statements = new Map(
    [2, 3].map((other) => {
      const entity = ids[other] ?? lost
      const id = `s${other}` as typeof template.id
      return [id, { ...template, id, subject: lost, value: { type: 'entity' as const, entity } }]
    }),
  )
  const layout = without(new Map(ids.map((id, index) => [id, { x: index * 100, y: 0 }])), 'n19')
  const place = wholeLayout({ ...knowledge, entities, statements }, layout, silent).get(lost)
  expect(Math.hypot((place?.x ?? 0) - 250, place?.y ?? 9999)).toBeLessThan(100)
})
