import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph, degree } from '../../src/graph/graph.ts'
import { evidenceOf } from '../../src/model/evidence.ts'
import { entityId, kindId, predicateId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import { dayOf } from '../../src/model/period.ts'
import { chronologyOf } from '../../src/view/chronology.ts'
import { firstView, nothingHidden } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { datedNodes, datesByHand } from '../dated-nodes.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyView } from './any-view.ts'
import { visibleByHand } from './visible-by-hand.ts'

const knowledge = sevenNodes()
const dated = datedNodes()
const chronology = chronologyOf(dated)
const graph = buildGraph(knowledge)
const datedGraph = buildGraph(dated)
const shown = (change: Partial<View>) => {
  const { nodes, edges, facts } = visibleSet(knowledge, graph, { ...firstView, ...change })
  return { nodes: [...nodes], edges: [...edges], facts: [...facts] }
}
const hiding = (change: Partial<View['hidden']>): Partial<View> => ({
  hidden: { ...nothingHidden, ...change },
})

/** The degree, which the island lacks. */
const amountOf = (id: EntityId): number | undefined => degree(graph, id) || undefined

const evidence = new Map(
  [...dated.statements.values()].map((each) => [each.id, evidenceOf(each)] as const),
)
const byHand = { knowledge: dated, evidence, dates: datesByHand, amountOf }

describe('what the picture holds', () => {
  test('is everything at first', () => {
    expect(shown({})).toEqual({
      nodes: ['lab', 'qwen', 'shanghai', 'ministry', 'plan', 'market', 'island'],
      edges: [...graph.edges.keys()],
      facts: ['value-98', 'value-70', 'released-1'],
    })
  })

  test('loses a kind with all of its edges and facts, and keeps what they leave alone', () => {
    expect(shown(hiding({ kinds: new Set([kindId('model'), kindId('policy')]) }))).toEqual({
      nodes: ['lab', 'shanghai', 'ministry', 'market', 'island'],
      edges: ['based-in-1', 'works-with-1'],
      facts: ['value-98', 'value-70'],
    })
  })

  test('loses entities without a kind as the kind ""', () => {
    expect(shown(hiding({ kinds: new Set([kindId('')]) })).nodes).not.toContain('island')
  })

  test('loses nodes that a hidden predicate leaves without an edge, whatever their facts, and none that had no edge', () => {
    expect(shown(hiding({ predicates: new Set([predicateId('guides')]) }))).toEqual({
      nodes: ['lab', 'qwen', 'shanghai', 'ministry', 'plan', 'island'],
      edges: [...graph.edges.keys()].filter((id) => id !== 'guides-1'),
      facts: ['released-1'],
    })
  })

  test('keeps a node for the sake of a fact while evidence alone is hidden', () => {
    expect(shown(hiding({ evidence: new Set(['uncited']) }))).toEqual({
      nodes: ['lab', 'qwen', 'shanghai', 'ministry', 'plan', 'market', 'island'],
      edges: ['trained-1', 'offers-1', 'succeeds-1', 'based-in-1', 'works-with-1', 'wrote-1'],
      facts: ['value-98', 'value-70'],
    })
  })

  test('keeps a node whose edges another filter has taken, when a predicate is hidden too', () => {
    const kinds = new Set([kindId('policy')])
    const predicates = new Set([predicateId('trained')])
    expect(shown(hiding({ kinds, predicates })).nodes).toContain('market')
  })

  test('loses nodes outside the range of amounts, and those without any', () => {
    const view = { ...firstView, ...hiding({ range: { min: 0, max: 2 } }) }
    const { nodes, edges } = visibleSet(knowledge, graph, view, amountOf)
    expect([[...nodes], [...edges]]).toEqual([
      ['shanghai', 'ministry', 'plan', 'market'],
      ['wrote-1', 'guides-1'],
    ])
    expect(visibleSet(knowledge, graph, view).nodes.size).toBe(7)
  })

  test('is nothing but the nodes it is narrowed to, and what joins them', () => {
    const only = new Set(['plan', 'market', 'island'].map(entityId))
    expect(shown({ only })).toEqual({
      nodes: ['plan', 'market', 'island'],
      edges: ['guides-1'],
      facts: ['value-98', 'value-70'],
    })
  })

  test('loses what is dated outside the time, with nodes that nothing else is said of', () => {
    const year = (from: number, to: number, ...hides: ('possible' | 'undated')[]) => {
      const time = { from: dayOf(from, 0, 1), to: dayOf(to, 11, 31), hides: new Set(hides) }
      const view = { ...firstView, ...hiding({ time }) }
      const { nodes, edges, facts } = visibleSet(
        dated,
        datedGraph,
        view,
        undefined,
        chronology.at(time),
      )
      return [[...nodes], [...edges], [...facts]]
    }
    expect(year(2023, 2023, 'possible', 'undated')).toEqual([['qwen'], [], ['released-1']])
    expect(year(2023, 2023, 'undated')).toEqual([['lab', 'qwen'], ['trained-1'], ['released-1']])
    expect(year(2020, 2022, 'possible', 'undated')).toEqual([
      ['ministry', 'plan', 'market'],
      ['wrote-1'],
      [],
    ])
    // Undated statements stay; what is bound to the market, which has an end, goes with it.
    expect(year(2024, 2024)[0]).toEqual(['lab', 'qwen', 'shanghai', 'ministry', 'island'])
  })

  test('is an ego network with the edges among its alters while focused', () => {
    expect(shown({ focus: { centre: entityId('plan'), steps: 1 } })).toEqual({
      nodes: ['ministry', 'plan', 'market'],
      edges: ['wrote-1', 'guides-1'],
      facts: ['value-98', 'value-70'],
    })
  })

  test('always keeps the centre of the focus, and what is around it', () => {
    const focus = { centre: entityId('qwen'), steps: 1 } as const
    expect(shown({ focus, ...hiding({ kinds: new Set([kindId('model')]) }) })).toEqual(
      shown({ focus }),
    )
    expect(shown({ focus }).nodes).toEqual(['lab', 'qwen'])
  })

  test('is what its definition says at any view', () => {
    fc.assert(
      fc.property(anyView(dated), (view) => {
        const { time } = view.hidden
        const times = time === undefined ? undefined : chronology.at(time)
        const visible = visibleSet(dated, datedGraph, view, amountOf, times)
        expect({
          nodes: new Set(visible.nodes),
          edges: new Set(visible.edges),
          facts: visible.facts,
        }).toEqual(visibleByHand(byHand, view))
      }),
      { numRuns: 300 },
    )
  })
})
