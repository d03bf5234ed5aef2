import { expect, test } from 'vitest'
import { ownKinding } from '../../src/app/own-kinding.ts'
import { withoutKinds } from '../../src/model/kind-columns.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { sevenNodes } from '../seven-nodes.ts'

const rank = sevenNodes().columns.entity[0]
if (rank === undefined) throw new Error('The seven nodes have no column')

test('a graph with kinds of its own opens in them', () => {
  const knowledge = sevenNodes()
  const kinding = ownKinding(knowledge, [rank.id])
  expect([kinding.opening, kinding.knowledgeWith({ from: 'opening' }, knowledge)]).toEqual([
    undefined,
    knowledge,
  ])
})

test('without kinds, and with figures alone, it opens in one colour; the figures are offered', () => {
  const kindless = withoutKinds(sevenNodes())
  const kinding = ownKinding(kindless, [rank.id])
  expect([
    kinding.opening,
    kinding.columns,
    kinding.knowledgeWith({ from: 'opening' }, kindless),
  ]).toEqual([{ from: 'nothing' }, [rank], kindless])
  expect(
    [...kinding.knowledgeWith({ from: 'column', column: rank.id }, kindless).kinds.values()].map(
      ({ label }) => label,
    ),
  ).toContain('Rank 1')
})

test('without kinds it opens in those of its best column, and can be shown without any', () => {
  const named = { ...rank, title: 'Type' }
  const base = withoutKinds(sevenNodes())
  const knowledge = { ...base, columns: { ...base.columns, entity: [named] } }
  const kinding = ownKinding(knowledge, [named.id])
  expect(kinding.opening).toEqual({ from: 'column', column: named.id })
  expect(kinding.knowledgeWith({ from: 'opening' }, knowledge).kinds.size).toBeGreaterThan(0)
  expect(kinding.knowledgeWith({ from: 'nothing' }, knowledge)).toBe(knowledge)
})

test('kinds have the title of the column that gives them, chosen or not; groups have none', () => {
  const named = { ...rank, title: 'Type' }
  const base = withoutKinds(sevenNodes())
  const knowledge = { ...base, columns: { ...base.columns, entity: [named] } }
  const { titleOf } = ownKinding(knowledge, [named.id])
  expect([
    titleOf?.({ from: 'column', column: named.id }),
    titleOf?.({ from: 'opening' }),
    titleOf?.({ from: 'metric', metric: 'community' }),
  ]).toEqual(['Type', 'Type', undefined])
})

test('an edit leaves the kinds where they were, and a new one comes last', () => {
  const named = { ...rank, title: 'Type' }
  const base = withoutKinds(sevenNodes())
  const typed = (types: readonly string[]): Knowledge => ({
    ...base,
    columns: { ...base.columns, entity: [named] },
    entities: new Map(
      [...base.entities.values()].map((entity, at) => {
        const attributes = [{ column: named.id, text: types[at] ?? 'bank' }]
        return [entity.id, { ...entity, attributes }]
      }),
    ),
  })
  const opened = typed(['bank', 'bank', 'fund', 'fund', 'fund', 'house', 'house'])
  const kinding = ownKinding(opened, [named.id])
  const kindsOf = (knowledge: Knowledge): readonly string[] => [
    ...kinding.knowledgeWith({ from: 'opening' }, knowledge).kinds.keys(),
  ]
  expect(kindsOf(opened)).toEqual(['fund', 'bank', 'house'])
  expect(kindsOf(typed(['bank', 'bank', 'house', 'agency', 'agency', 'house', 'house']))).toEqual([
    'fund',
    'bank',
    'house',
    'agency',
  ])
})
