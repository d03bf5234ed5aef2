import { signal } from '@preact/signals'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { endTour, goTo, startTour, stopOf, viewOfStop } from '../../src/app/tour.ts'
import type { Touring } from '../../src/app/touring.ts'
import { emptyDraft } from '../../src/model/draft.ts'
import { entityId } from '../../src/model/ids.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import { withNote } from '../../src/model/note-changes.ts'
import type { Stop } from '../../src/model/stops.ts'
import { sameView } from '../../src/view/same-view.ts'
import { firstView } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { anyText } from '../any-text.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'
import { anyAction, anyView } from '../view/any-view.ts'
import { illegalParts, selectionOfLink, tampered } from '../view/legal-view.ts'

const knowledge = sevenNodes()
const sessionAt = (view: View): Session =>
  createSession(withOwnKinds(knowledge, sevenPlaces), view, signal('light'))
const guidedAt = (view: View) => ({
  session: sessionAt(view),
  touring: signal<Touring | undefined>(undefined),
})
const anyStops = fc.array(
  fc.record({ title: anyText, text: anyText, view: fc.oneof(tampered(knowledge), anyText) }),
  { minLength: 1, maxLength: 5 },
)
/** What a stop keeps of a view: neither what was selected before nor what was changed or written. */
const kept = (view: View): View => ({
  ...view,
  trail: { visited: [selectionOfLink(view)], at: 0 },
  draft: emptyDraft,
  notebook: emptyNotebook,
})

describe('a saved view', () => {
  test('shows exactly what was saved', () => {
    fc.assert(
      fc.property(anyView(knowledge), (view) => {
        const stop = stopOf(sessionAt(view), 'Title', 'Text')
        expect(viewOfStop(sessionAt(firstView), stop)).toEqual({ view: kept(view), notes: [] })
      }),
    )
  })

  test('is the same whichever named sets stand beside it', () => {
    const sets = new Map([['Mine', new Set([entityId('qwen')])]])
    const named = { ...firstView, notebook: { ...emptyNotebook, sets } }
    expect(stopOf(sessionAt(named), 'Title', '')).toEqual(stopOf(sessionAt(firstView), 'Title', ''))
  })

  test('shows the same in a graph that goes under another name now', () => {
    const view: View = {
      ...firstView,
      trail: { visited: [{ type: 'node', id: entityId('qwen') }], at: 0 },
    }
    const stop = stopOf(sessionAt(view), 'Qwen', '')
    const file = { ...withOwnKinds(knowledge, sevenPlaces), name: { id: 'seven.json' } }
    const session = createSession(file, firstView, signal('light'))
    expect(viewOfStop(session, stop)).toEqual({ view, notes: [] })
  })

  test('is legal whatever has become of it', () => {
    fc.assert(
      fc.property(anyStops, ([stop]) => {
        if (stop === undefined) return
        expect(illegalParts(viewOfStop(sessionAt(firstView), stop).view, knowledge)).toEqual([])
      }),
    )
  })
})

describe('a tour', () => {
  const steps = fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 8 })

  test('ends where it began, whatever its stops are, and leaves no trace to undo', () => {
    fc.assert(
      fc.property(anyView(knowledge), anyStops, steps, (view, stops, ways) => {
        const guided = guidedAt(view)
        startTour(guided, 'Tour', stops)
        for (const at of ways) goTo(guided, at)
        endTour(guided, 'return')
        expect(guided.session.view.peek()).toBe(view)
        expect(guided.session.history.peek().past).toEqual([])
        expect(guided.touring.peek()).toBe(undefined)
      }),
    )
  })

  test('ends where it began, though with the words that were written on the way', () => {
    fc.assert(
      fc.property(
        anyView(knowledge),
        anyStops,
        fc.array(fc.oneof(anyAction(knowledge), fc.nat(4)), { maxLength: 6 }),
        (view, stops, ways) => {
          const guided = guidedAt(view)
          const { session } = guided
          startTour(guided, 'Tour', stops)
          for (const way of ways) {
            if (typeof way === 'number') goTo(guided, way)
            else session.dispatch(way)
          }
          const note = withNote(
            session.view.peek().notebook,
            { of: 'entity', id: entityId('lab') },
            'On the way',
          )
          session.dispatch({ type: 'write', notebook: note })
          const { draft, notebook } = session.view.peek()
          endTour(guided, 'return')
          expect(sameView(session.view.peek(), { ...view, draft, notebook })).toBe(true)
        },
      ),
    )
  })

  test('one step of Undo leads back to where it began, from whichever stop', () => {
    const guided = guidedAt(firstView)
    const stops: readonly Stop[] = ['lab', 'qwen', 'plan'].map((id) => ({
      title: id,
      text: '',
      view: `v=1&dataset=seven&node=${id}`,
    }))
    startTour(guided, 'Tour', stops)
    goTo(guided, 1)
    goTo(guided, 2)
    goTo(guided, 3)
    expect([guided.touring.peek()?.at, guided.session.selection.peek()]).toEqual([
      2,
      { type: 'node', id: 'plan' },
    ])
    guided.session.undo()
    expect(guided.session.view.peek()).toBe(firstView)
  })

  test('says what a stop is about that this graph has not, and stays where that is wanted', () => {
    const guided = guidedAt(firstView)
    startTour(guided, 'Tour', [{ title: '?', text: '', view: 'node=nobody&mode=list' }])
    expect(guided.touring.peek()?.unknown).toEqual([
      "The link's node “nobody” is not in this graph.",
    ])
    endTour(guided, 'stay')
    expect([guided.session.view.peek().mode, guided.touring.peek()]).toEqual(['list', undefined])
  })
})
