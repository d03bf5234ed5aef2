import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entityId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { findByName } from '../../src/view/find-by-name.ts'
import { fold } from '../../src/view/fold.ts'
import { node, sevenNodes } from '../seven-nodes.ts'

const called = (...names: readonly string[]): Knowledge => ({
  ...sevenNodes(),
  entities: new Map(names.map((name) => [entityId(name), node(name, name, undefined)])),
})

test('the whole name comes first, then beginnings, beginnings of words, and what lies inside', () => {
  const knowledge = called('Xanadu', 'New Ana', 'Analyst', 'Āna', 'Bob')
  expect(findByName(knowledge, () => 1)('ana', 9)).toEqual(['Āna', 'Analyst', 'New Ana', 'Xanadu'])
})

test('among equals the heavier comes first, and no more are given than asked for', () => {
  const knowledge = called('a1', 'a2', 'a3', 'a4')
  expect(findByName(knowledge, (place) => place)('a', 2)).toEqual(['a4', 'a3'])
})

test('aliases and ids are found, and nothing by nothing', () => {
  const [id, entity] = [...sevenNodes().entities][0] ?? []
  if (entity === undefined || id === undefined) throw new Error('no node')
  const knowledge = {
    ...sevenNodes(),
    entities: new Map([[id, { ...entity, aliases: [{ text: '通义千问' }] }]]),
  }
  const find = findByName(knowledge, () => 1)
  expect([find('千问', 3), find(id, 3), find(' ', 3)]).toEqual([[id], [id], []])
})

test('all that is found holds what was typed, and nothing that holds it is left out', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'Ä', '中'), maxLength: 5 })
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 6 }), name, (names, query) => {
      const typed = fold(query).trim()
      const found = findByName(called(...names), (place) => place % 3)(query, 99)
      const holding = names.filter((one) => typed !== '' && fold(one).includes(typed))
      expect(new Set(found)).toEqual(new Set(holding))
    }),
  )
})
