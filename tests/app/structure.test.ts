import { signal } from '@preact/signals'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountsOf } from '../../src/app/amounts.ts'
import { nodeLook } from '../../src/app/node-look.ts'
import { createBrush } from '../../src/app/structure-brush.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { createStructure } from '../../src/app/structure.ts'
import { withGroups } from '../../src/app/structure-kinds.ts'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { buildGraph, degree } from '../../src/graph/graph.ts'
import { measure } from '../../src/graph/measure.ts'
import { columnId, entityId, kindId, predicateId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { amountFacts } from '../../src/view/amount-choices.ts'
import { amountColour } from '../../src/display/node-colour.ts'
import { amountColours } from '../../src/display/amount-palette.ts'
import { tableOf } from '../../src/display/table.ts'
import { groupMetrics, sizeMetrics } from '../../src/view/measured.ts'
import type { GroupMetric } from '../../src/view/measured.ts'
import type { Action } from '../../src/view/update.ts'
import { firstView } from '../../src/view/view.ts'
import type { KindChoice, AmountChoice } from '../../src/view/view.ts'
import { runMetrics } from '../../src/workers/metrics-run.ts'
import type { StartMetrics } from '../../src/workers/metrics.ts'
import { node, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const graph = buildGraph(knowledge)

/** Runs that end when they are told to, in this thread. */
function thread() {
  const waiting: (() => void)[] = []
  const asked: string[] = []
  let stopped = 0
  const start: StartMetrics = (order, report) => {
    asked.push(order.wanted)
    let wanted = true
    waiting.push(() => {
      if (wanted) runMetrics(order, report, () => 0)
    })
    return () => {
      if (wanted) stopped += 1
      wanted = false
    }
  }
  return {
    start,
    asked,
    stopped: () => stopped,
    finish: () => {
      for (const run of waiting.splice(0)) run()
    },
  }
}

function structure(size: AmountChoice = { by: 'degree' }, kinds: KindChoice = { from: 'opening' }) {
  const [sized, kinded] = [signal(size), signal(kinds)]
  const coloured = signal<AmountChoice | undefined>(undefined)
  const runs = thread()
  const choices = { size: sized, kinds: kinded, colour: coloured }
  const made = createStructure({ knowledge, graph, ...choices }, runs.start)
  return { ...runs, ...choices, made }
}

describe('the structure of a graph', () => {
  test('computes nothing by degree', () => {
    const { made, asked } = structure()
    expect([made.sizeOf.value, made.scale.value?.extent, asked]).toEqual([
      undefined,
      { min: 0, max: 5, whole: true },
      [],
    ])
  })

  test('computes a metric once, however often it is chosen', () => {
    const { made, size, asked, finish, stopped } = structure()
    size.value = { by: 'metric', metric: 'neighbours' }
    expect([made.measuring('neighbours'), made.sizeOf.value]).toEqual([
      { type: 'running', share: 0 },
      undefined,
    ])
    finish()
    expect(made.amountOf.value?.(entityId('lab'))).toBe(3)
    expect(made.sizeOf.value?.(entityId('lab'))).toBe(18)
    expect(made.sizeOf.value?.(entityId('island'))).toBe(4)
    size.value = { by: 'degree' }
    size.value = { by: 'metric', metric: 'neighbours' }
    expect([asked, stopped(), made.sizeOf.value === undefined]).toEqual([['neighbours'], 0, false])
  })

  test('ends a run that nothing asks for any more, and begins anew when asked again', () => {
    const { made, size, kinds, asked, finish, stopped } = structure()
    size.value = { by: 'metric', metric: 'betweenness' }
    kinds.value = { from: 'metric', metric: 'community' }
    size.value = { by: 'degree' }
    expect([stopped(), made.measuring('betweenness')]).toEqual([1, undefined])
    size.value = { by: 'metric', metric: 'betweenness' }
    finish()
    expect([asked, made.measuring('betweenness')?.type, made.grouped.value?.kinds.size]).toEqual([
      ['betweenness', 'community', 'betweenness'],
      'done',
      3,
    ])
  })

  test('ends everything when the graph is closed', () => {
    const { made, size, stopped } = structure({ by: 'metric', metric: 'closeness' })
    made.summarise()
    made.stop()
    size.value = { by: 'metric', metric: 'core' }
    expect([stopped(), made.measuring('core')]).toEqual([2, undefined])
  })

  test('takes amounts from a column; nodes without one are dots beside the least, and counted', () => {
    const { made } = structure({ by: 'column', column: columnId('rank') })
    const { amountOf, sizeOf, columns } = made
    expect(columns.map(({ title }) => title)).toEqual(['Rank'])
    expect(['lab', 'qwen'].map((id) => amountOf.value?.(entityId(id)))).toEqual([1, undefined])
    // Half as wide at most, whatever the amounts are.
    expect(sizeOf.value?.(entityId('qwen'))).toBe(2)
    expect(made.sizeless.value).toBe(6)
  })
})

describe('colours by an amount', () => {
  test('are there once the amount is known, and tell how many nodes have none', () => {
    const { made, colour, asked, finish } = structure()
    colour.value = { by: 'metric', metric: 'page-rank' }
    expect([asked, made.colours.value]).toEqual([['page-rank'], undefined])
    finish()
    expect(made.colours.value?.without).toBe(0)
    colour.value = { by: 'column', column: columnId('rank') }
    const { without, colourOf } = made.colours.value ?? {}
    expect([without, colourOf?.(entityId('qwen'), 'light')]).toEqual([6, amountColours.light.none])
  })

  test('come from a fact that gives each entity one number at most', () => {
    const value = predicateId('value')
    const single = (singleValued: boolean): Knowledge => ({
      ...knowledge,
      predicates: new Map(
        [...knowledge.predicates].map(([id, each]) => [
          id,
          id === value ? { ...each, singleValued } : each,
        ]),
      ),
    })
    const titles = (of: Knowledge): readonly string[] => amountFacts(of).map(({ id }) => id)
    expect([titles(single(false)), titles(single(true))]).toEqual([[], ['value']])
    const needs = {
      knowledge: single(true),
      graph,
      facts: amountFacts(single(true)),
      compact: () => compactGraph(graph),
      measuredOf: () => undefined,
    }
    const of = amountsOf({ by: 'fact', predicate: value }, needs)
    const stated = [...knowledge.statements.values()].filter(({ predicate }) => predicate === value)
    const [first] = stated
    expect(stated.length > 0 && first?.value.type === 'literal').toBe(true)
    expect(graph.nodes.filter((id) => of?.(id) !== undefined)).toEqual(
      graph.nodes.filter(
        (id) =>
          new Set(
            stated.flatMap(({ subject, value: { ...of } }) =>
              subject === id && of.type === 'literal' ? [of.literal.text] : [],
            ),
          ).size === 1,
      ),
    )
  })

  test('are those of the picture, and a choice of kinds ends them', async () => {
    const session = await opened()
    const colours = (): readonly string[] => session.picture.value.nodes.map(({ colour }) => colour)
    const before = colours()
    session.dispatch({ type: 'colour', colour: { by: 'degree' } })
    const known = session.structure.loaded.value?.colours.value
    expect(colours()).toEqual(
      session.picture.value.nodes.map(({ id }) =>
        amountColour(known?.scale, degree(graph, id), 'light'),
      ),
    )
    expect(nodeLook(session, { id: entityId('lab') }).colour).toBe(
      amountColour(known?.scale, 5, 'light'),
    )
    session.undo()
    expect(colours()).toEqual(before)
    session.redo()
    session.dispatch({ type: 'take-kinds', kinds: { from: 'opening' } })
    expect(colours()).toEqual(before)
  })
})

describe('groups as kinds', () => {
  const grouped = (metric: GroupMetric, of = knowledge) => {
    const compact = compactGraph(buildGraph(of))
    const measured = measure(compact.adjacency, metric)
    if (measured === undefined) throw new Error('Nothing was measured')
    return withGroups(of, compact, metric, measured)
  }

  test('are named by size, the largest first', () => {
    const { kinds, entities } = grouped('component')
    expect([...kinds.values()]).toEqual([
      { id: 'component-1', label: 'Component 1 (6)', plural: 'Component 1' },
      { id: 'component-2', label: 'Component 2 (1)', plural: 'Component 2' },
    ])
    expect(entities.get(entityId('island'))?.kind).toBe('component-2')
    expect([...grouped('cut-node').kinds.values()].map(({ label }) => label)).toEqual([
      'Cut nodes (3)',
      'Other nodes (4)',
    ])
  })

  test('share one kind past the twenty-third where there are many', () => {
    const alone = Array.from({ length: 30 }, (_, index) =>
      node(`n${index}`, `N${index}`, undefined),
    )
    const entities = new Map(alone.map((entity) => [entity.id, entity]))
    const { kinds, entities: kinded } = grouped('component', {
      ...knowledge,
      entities,
      statements: new Map(),
    })
    expect([kinds.size, [...kinds.values()].at(-1)]).toEqual([
      24,
      { id: 'component-other', label: 'Other', plural: 'Other (7 smaller ones)' },
    ])
    expect([...kinded.values()].every(({ kind = kindId('') }) => kinds.has(kind))).toBe(true)
  })
})

const anyChoice: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>(
    { type: 'size', size: { by: 'degree' } },
    { type: 'size', size: { by: 'column', column: columnId('rank') } },
    ...sizeMetrics.map((metric): Action => ({ type: 'size', size: { by: 'metric', metric } })),
    ...groupMetrics.map((metric): Action => ({
      type: 'take-kinds',
      kinds: { from: 'metric', metric },
    })),
    { type: 'focus', focus: { centre: entityId('lab'), steps: 1 } },
    { type: 'toggle', choice: { facet: 'evidence', value: 'uncited' } },
    { type: 'toggle', choice: { facet: 'kinds', value: kindId('community-1') } },
  ),
  fc
    .tuple(fc.integer({ min: 0, max: 7 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([min, more]): Action => ({ type: 'range', range: { min: min / 7, max: min + more } })),
)

const start: StartMetrics = (order, report) => {
  runMetrics(order, report, () => 0)
  return () => undefined
}

/** A session whose metrics are computed in this thread. */
async function opened(): Promise<Session> {
  const session = createSession(
    withOwnKinds(knowledge, sevenPlaces),
    firstView,
    signal('light'),
    undefined,
    (needs) => Promise.resolve(createStructure(needs, start)),
  )
  session.structure.load()
  await Promise.resolve()
  return session
}

describe('while a range filters', () => {
  test('legend, facets, picture, table and histogram agree at any choice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyChoice, { maxLength: 8 }), async (actions) => {
        const session = await opened()
        for (const action of actions) session.dispatch(action)
        const { nodes, edges } = session.visible.value
        const { range } = session.view.value.hidden
        const { amountOf, loaded } = session.structure
        const counted = session.facets.value.kinds.reduce((sum, { shown }) => sum + shown, 0)
        const table = tableOf(session.knowledge, graph, 'nodes')
        const rows = Array.from({ length: table.rowCount }, (_, row) => row)
        expect([
          counted,
          session.picture.value.nodes.length,
          rows.filter((row) => table.isVisible(row, session.visible.value)).length,
        ]).toEqual([nodes.size, nodes.size, nodes.size])
        expect(session.picture.value.edges.length).toBe(edges.size)

        // Where there is no histogram, no bar has to agree with anything.
        const bars = createBrush(session).histogram.value?.bars
        const known = [...nodes].filter((id) => amountOf.value?.(id) !== undefined)
        const inBars = bars?.reduce((sum, bar) => sum + bar.shown, 0) ?? known.length
        expect(inBars).toBe(known.length)
        const centre = session.view.value.focus?.centre
        const isWithin = (id: EntityId): boolean => {
          const amount = amountOf.value?.(id)
          if (range === undefined || id === centre) return true
          return amount !== undefined && amount >= range.min && amount <= range.max
        }
        const drawn = session.picture.value.nodes
        expect(drawn.every(({ id }) => isWithin(id))).toBe(true)
        const radius = loaded.value?.scale.value?.radius
        expect(drawn.map(({ size }) => size)).toEqual(
          drawn.map(({ id }) => radius?.(amountOf.value?.(id))),
        )
      }),
    )
  })

  test('a brush over all amounts is no range, and movements in a row are one step', async () => {
    const session = await opened()
    const brush = createBrush(session)
    brush.choose(1, 6, 0)
    brush.choose(2, 6, 300)
    brush.choose(2, 5, 600)
    expect([session.view.value.hidden.range, brush.place.value]).toEqual([
      { min: 2, max: 4 },
      { from: 2, to: 5 },
    ])
    expect([...session.visible.value.nodes].map((id) => degree(graph, id))).toEqual([2, 2])
    brush.choose(3, 5, 5000)
    session.undo()
    expect(session.view.value.hidden.range).toEqual({ min: 2, max: 4 })
    session.undo()
    expect(session.view.value).toBe(firstView)
    brush.choose(0, 6, 9000)
    expect(session.view.value.hidden.range).toBe(undefined)
  })

  test('the histogram counts what the picture is narrowed to, and follows it', async () => {
    const session = await opened()
    const bars = createBrush(session).histogram
    const counted = (): number => bars.value?.bars.reduce((sum, { shown }) => sum + shown, 0) ?? 0
    const before = counted()
    session.dispatch({ type: 'narrow', to: new Set([entityId('lab'), entityId('plan')]) })
    const total = bars.value?.bars.reduce((sum, bar) => sum + bar.all, 0)
    expect([before, counted(), total]).toEqual([7, 2, 2])
  })

  test('a range of one measure says nothing about another', async () => {
    const session = await opened()
    session.dispatch({ type: 'range', range: { min: 5, max: 6 } })
    session.dispatch({ type: 'size', size: { by: 'metric', metric: 'page-rank' } })
    expect([session.view.value.hidden.range, session.visible.value.nodes.size]).toEqual([
      undefined,
      7,
    ])
  })
})
