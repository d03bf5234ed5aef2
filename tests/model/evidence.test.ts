import { expect, test } from 'vitest'
import { evidenceOf, namesSources, supportRank } from '../../src/model/evidence.ts'
import { sourceId, statementId } from '../../src/model/ids.ts'
import { edge, sevenNodes, withoutReferences } from '../seven-nodes.ts'

test('a dispute counts before a reference, a reference before none', () => {
  const evidence = [...sevenNodes().statements.values()].map(
    (statement) => `${statement.id} ${evidenceOf(statement)}`,
  )
  expect(evidence).toEqual([
    'trained-1 cited',
    'offers-1 cited',
    'tested-1 uncited',
    'succeeds-1 cited',
    'based-in-1 cited',
    'works-with-1 cited',
    'wrote-1 cited',
    'guides-1 uncited',
    'value-98 disputed',
    'value-70 disputed',
    'released-1 uncited',
  ])
})

test('a graph names sources where any statement has a reference', () => {
  const knowledge = sevenNodes()
  expect([knowledge, withoutReferences(knowledge)].map(namesSources)).toEqual([true, false])
})

test('that a statement is inferred counts before its references, and a dispute before that', () => {
  const inferred = { inferred: true } as const
  const cited = { references: [{ source: sourceId('article') }] }
  const states = [
    edge('a', 'lab', 'offers', 'qwen', { ...inferred, ...cited }),
    edge('b', 'lab', 'offers', 'qwen', inferred),
    edge('c', 'lab', 'offers', 'qwen', { ...inferred, disputes: [statementId('a')] }),
  ].map(evidenceOf)
  expect(states).toEqual(['inferred', 'inferred', 'disputed'])
})

test('what is cited supports more than what is inferred, a dispute less, and no source least', () => {
  const order = [...sevenNodes().statements.values()]
    .concat(edge('guess', 'lab', 'offers', 'qwen', { inferred: true }))
    .toSorted((a, b) => supportRank(a) - supportRank(b))
    .map(evidenceOf)
  expect([...new Set(order)]).toEqual(['cited', 'inferred', 'disputed', 'uncited'])
})
