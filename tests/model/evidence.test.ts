import { expect, test } from 'vitest'
import { evidenceOf, namesSources } from '../../src/model/evidence.ts'
import { sevenNodes, withoutReferences } from '../seven-nodes.ts'

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
