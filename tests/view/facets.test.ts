import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph, degree } from '../../src/graph/graph.ts'
import { evidenceOf } from '../../src/model/evidence.ts'
import { kindId } from '../../src/model/ids.ts'
import { facetsOf } from '../../src/view/facets.ts'
import type { FacetValue } from '../../src/view/facets.ts'
import { firstView, nothingHidden } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyView } from './any-view.ts'

const knowledge = sevenNodes()
const graph = buildGraph(knowledge)
const facetsAt = (view: View) =>
  facetsOf(knowledge, graph, view, visibleSet(knowledge, graph, view))
const short = (values: readonly FacetValue[]): readonly string[] =>
  values.map(
    ({ label, shown, total, hidden }) => `${label} ${shown}/${total}${hidden ? ' hidden' : ''}`,
  )

describe('the facets', () => {
  test('count everything at first, and leave out values that never occur', () => {
    const { kinds, predicates, evidence } = facetsAt(firstView)
    expect([short(kinds), short(predicates), short(evidence)]).toEqual([
      [
        'Institutions 2/2',
        'Models 1/1',
        'Cities 1/1',
        'Policies 1/1',
        'Sectors 1/1',
        'Without a kind 1/1',
      ],
      [
        'trained 1/1',
        'offers 1/1',
        'tested 1/1',
        'succeeds 1/1',
        'based in 1/1',
        'works with 1/1',
        'wrote 1/1',
        'guides 1/1',
      ],
      ['Cited 6/6', 'Disputed 2/2', 'Uncited 3/3'],
    ])
  })

  test('count what is left and mark what is hidden', () => {
    const hidden = { ...nothingHidden, kinds: new Set([kindId('institution'), kindId('')]) }
    const { kinds, evidence } = facetsAt({ ...firstView, hidden })
    expect([short(kinds), short(evidence)]).toEqual([
      [
        'Institutions 0/2 hidden',
        'Models 1/1',
        'Cities 1/1',
        'Policies 1/1',
        'Sectors 1/1',
        'Without a kind 0/1 hidden',
      ],
      ['Cited 1/6', 'Disputed 2/2', 'Uncited 2/3'],
    ])
  })

  test('are a recount of the visible set at any view', () => {
    fc.assert(
      fc.property(anyView(knowledge), (view) => {
        const visible = visibleSet(knowledge, graph, view, (id) => degree(graph, id))
        const facets = facetsOf(knowledge, graph, view, visible)
        const statements = [...knowledge.statements.values()]
        for (const { choice, shown } of facets.kinds) {
          const nodes = [...visible.nodes].filter(
            (id) => (knowledge.entities.get(id)?.kind ?? '') === choice.value,
          )
          expect(shown).toBe(nodes.length)
        }
        for (const { choice, shown } of facets.predicates) {
          const edges = statements.filter(
            ({ id, predicate }) => visible.edges.has(id) && predicate === choice.value,
          )
          expect(shown).toBe(edges.length)
        }
        for (const { choice, shown } of facets.evidence) {
          const held = statements.filter(
            (each) =>
              (visible.edges.has(each.id) || visible.facts.has(each.id)) &&
              evidenceOf(each) === choice.value,
          )
          expect(shown).toBe(held.length)
        }
      }),
    )
  })
})
