import { expect, test } from 'vitest'
import { placedBeside } from '../../src/layout/new-places.ts'
import { entityId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { edge, node, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

/** The seven nodes with more of them, and statements from each to what it is about. */
function grown(...more: readonly (readonly [id: string, neighbour?: string])[]): Knowledge {
  const knowledge = sevenNodes()
  const entities = new Map(knowledge.entities)
  const statements = new Map(knowledge.statements)
  for (const [id, neighbour] of more) {
    entities.set(entityId(id), node(id, id, undefined))
    if (neighbour === undefined) continue
    const link = edge(`of-${id}`, id, 'offers', neighbour)
    statements.set(link.id, link)
  }
  return { ...knowledge, entities, statements }
}

test('leaves a layout alone in which all have their place', () => {
  expect(placedBeside(sevenPlaces, sevenNodes())).toBe(sevenPlaces)
})

test('puts what is new beside its neighbour, never on another, and moves nothing', () => {
  const knowledge = grown(['a', 'lab'], ['b', 'lab'], ['c', 'b'], ['alone'])
  const places = placedBeside(sevenPlaces, knowledge)
  for (const [id, point] of sevenPlaces) expect(places.get(id)).toBe(point)
  const distance = (a: string, b: string): number => {
    const [from, to] = [places.get(entityId(a)), places.get(entityId(b))]
    if (from === undefined || to === undefined) return Number.NaN
    return Math.sqrt((from.x - to.x) ** 2 + (from.y - to.y) ** 2)
  }
  const names = [...knowledge.entities.keys()]
  for (const id of ['a', 'b', 'c', 'alone']) {
    const others = names.filter((other) => other !== id)
    expect(Math.min(...others.map((other) => distance(id, other)))).toBeGreaterThan(30)
  }
  expect([
    distance('a', 'lab') < 260,
    distance('b', 'lab') < 260,
    distance('c', 'b') < 260,
  ]).toEqual([true, true, true])
})

test('gives the same places every time, and an empty graph its first', () => {
  const knowledge = grown(['a', 'lab'], ['alone'])
  expect(placedBeside(sevenPlaces, knowledge)).toEqual(placedBeside(sevenPlaces, knowledge))
  const first = { ...knowledge, entities: new Map([[entityId('a'), node('a', 'A', undefined)]]) }
  expect(placedBeside(new Map(), first).size).toBe(1)
})
