import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/graph.ts'
import { relationGroups, relationLabel } from '../../src/graph/relations.ts'
import { entityId, predicateId } from '../../src/model/ids.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const graph = buildGraph(knowledge)
const at = (id: string): readonly string[] =>
  relationGroups(knowledge, graph, entityId(id)).map(
    ({ direction, label, steps }) =>
      `${direction} ${label}: ${steps.map(({ edge, neighbour }) => `${edge.id} ${neighbour}`).join()}`,
  )

describe('the relations of a node', () => {
  test('stand own statements first, then those without direction, then those of others', () => {
    expect(at('lab')).toEqual([
      'out trained: trained-1 qwen',
      'out offers: offers-1 qwen',
      'out based in: based-in-1 shanghai',
      'both works with: works-with-1 ministry',
      'in tested by: tested-1 qwen',
    ])
  })

  test('hold a self-loop once, among its own', () => {
    expect(at('qwen')).toEqual([
      'out tested: tested-1 lab',
      'out succeeds: succeeds-1 qwen',
      'in trained by: trained-1 lab',
      'in offered by: offers-1 lab',
    ])
  })

  test('read backwards with an arrow where the predicate has no inverse', () => {
    expect(at('market')).toEqual(['in ← guides: guides-1 plan'])
  })

  test('of an isolated node and of a stranger are none', () => {
    expect([at('island'), at('nowhere')]).toEqual([[], []])
  })

  test('are the same whatever the ids', () => {
    const odd = sevenNodes(nasty)
    const groups = relationGroups(odd, buildGraph(odd), entityId(nasty('lab')))
    expect(groups.map(({ label }) => label)).toEqual([
      'trained',
      'offers',
      'based in',
      'works with',
      'tested by',
    ])
  })

  test('are called by their id where the predicate is unknown', () => {
    expect(relationLabel(knowledge, predicateId('constructor'), 'in')).toBe('constructor')
  })
})
