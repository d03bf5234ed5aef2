import { signal } from '@preact/signals'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { createTimeline } from '../../src/app/timeline.ts'
import { entityId, predicateId, statementId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { dayOf } from '../../src/model/period.ts'
import { tableOf } from '../../src/display/table.ts'
import { showsAt } from '../../src/view/chronology.ts'
import { firstView } from '../../src/view/view.ts'
import type { TimeChoice, View } from '../../src/view/view.ts'
import { datedNodes } from '../dated-nodes.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'
import type { Action } from '../../src/view/update.ts'
import { anyAction } from '../view/any-view.ts'

const knowledge = datedNodes()

function open(of: Knowledge = knowledge, view: View = firstView): Session {
  return createSession(withOwnKinds(of, sevenPlaces), view, signal('light'))
}

/** A session whose dates have been read. */
async function opened(): Promise<Session> {
  const session = open()
  session.timeline.load()
  await expect.poll(() => session.timeline.chronology.value).toBeDefined()
  return session
}

const years = (from: number, to: number): TimeChoice => ({
  from: dayOf(from, 0, 1),
  to: dayOf(to, 11, 31),
  hides: new Set(),
})

const asksForMetrics: ReadonlySet<Action['type']> = new Set([
  'take-kinds',
  'size',
  'colour',
  'restore',
])

describe('the timeline', () => {
  test('is offered where something may have a date', () => {
    const plain = sevenNodes()
    const bare: Knowledge = { ...plain, predicates: new Map(), qualifiers: new Map() }
    const lab = plain.entities.get(entityId('lab'))
    if (lab === undefined) throw new Error('Gone')
    const withSpan: Knowledge = {
      ...bare,
      entities: new Map([[lab.id, { ...lab, spans: [{ start: '2009' }] }]]),
    }
    const offered = [plain, bare, withSpan].map((of) => open(of).timeline.offered)
    expect(offered).toEqual([true, false, true])
  })

  test('is closed at first, and open where a link filters by time', () => {
    const view = { ...firstView, hidden: { ...firstView.hidden, time: years(2020, 2021) } }
    expect([open().timeline.open.value, open(knowledge, view).timeline.open.value]).toEqual([
      false,
      true,
    ])
  })

  test('shows everything while the dates are not read yet', async () => {
    const view = { ...firstView, hidden: { ...firstView.hidden, time: years(2020, 2021) } }
    const session = open(knowledge, view)
    expect(session.visible.value.nodes.size).toBe(7)
    await expect.poll(() => session.timeline.times.value).toBeDefined()
    expect(session.visible.value.edges.has(statementId('works-with-1'))).toBe(false)
  })

  test('is brushed bar by bar; movements in a row are one step; all time is no range', async () => {
    const session = await opened()
    const timeline = createTimeline(session)
    const bars = timeline.histogram.value?.bars.length ?? 0
    timeline.choose(0, 7, 0)
    timeline.choose(1, 7, 400)
    expect([timeline.place.value, session.history.value.past.length]).toEqual([
      { from: 1, to: 7 },
      1,
    ])
    expect(timeline.range.value.from).toBe(dayOf(2020, 6, 1))
    timeline.choose(0, bars, 9000)
    expect([session.view.value.hidden.time, session.history.value.past.length]).toEqual([
      undefined,
      2,
    ])
    session.undo()
    session.undo()
    expect(session.view.value).toBe(firstView)
  })

  test('hides what has no date when told to, and says how much that is', async () => {
    const session = await opened()
    const timeline = createTimeline(session)
    expect(timeline.counts.value).toEqual({ certain: 3, possible: 1, undated: 7, outside: 0 })
    timeline.toggle('undated')
    expect([timeline.counts.value.undated, session.visible.value.edges.size]).toEqual([7, 3])
    timeline.toggle('undated')
    expect(session.view.value.hidden.time).toBe(undefined)
    timeline.toggle('possible')
    timeline.choose(0, 3, 0)
    expect([...timeline.hides.value]).toEqual(['possible'])
    timeline.clear()
    expect(session.view.value).toEqual(firstView)
  })

  test('agrees with legend, picture and table at any view, and its counts with what is shown', async () => {
    const session = await opened()
    const atFirst = session.view.value
    await fc.assert(
      fc.asyncProperty(fc.array(anyAction(knowledge), { maxLength: 8 }), (actions) => {
        session.dispatch({ type: 'restore', view: atFirst })
        for (const action of actions) {
          // Metrics are computed elsewhere, and no worker runs here.
          if (!asksForMetrics.has(action.type)) session.dispatch(action)
        }
        const timeline = createTimeline(session)
        const { nodes, edges, facts } = session.visible.value
        const { time } = session.view.value.hidden
        const counted = session.facets.value.kinds.reduce((sum, { shown }) => sum + shown, 0)
        const told = session.facets.value.evidence.reduce((sum, { shown }) => sum + shown, 0)
        const table = tableOf(session.knowledge, session.graph, 'statements')
        const rows = Array.from({ length: table.rowCount }, (_, row) => row)
        expect([counted, session.picture.value.edges.length, told]).toEqual([
          nodes.size,
          edges.size,
          edges.size + facts.size,
        ])
        expect(rows.filter((row) => table.isVisible(row, session.visible.value)).length).toBe(told)
        const dates = session.timeline.chronology.value
        const wrong = [...edges, ...facts].filter(
          (id) => time !== undefined && !showsAt(time, dates?.datesOf(id) ?? []),
        )
        expect(wrong).toEqual([])
        const { certain, possible, undated, outside } = timeline.counts.value
        expect(certain + possible + undated + outside).toBeGreaterThanOrEqual(told)
        return Promise.resolve()
      }),
    )
  })

  test('takes another filter into its counts', async () => {
    const session = await opened()
    const timeline = createTimeline(session)
    session.dispatch({
      type: 'toggle',
      choice: { facet: 'predicates', value: predicateId('wrote') },
    })
    expect(timeline.counts.value.certain + timeline.counts.value.possible).toBe(3)
  })
})
