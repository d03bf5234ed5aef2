import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advance, redo, startHistory, undo } from '../../src/view/history.ts'
import type { History } from '../../src/view/history.ts'
import { entityId } from '../../src/model/ids.ts'
import { applyDraft } from '../../src/model/edit.ts'
import { update } from '../../src/view/update.ts'
import type { Action } from '../../src/view/update.ts'
import { firstView } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyAction } from './any-view.ts'

const knowledge = sevenNodes()
const start = startHistory(firstView)
const first = structuredClone(firstView)
const select = (id: string): Action => ({
  type: 'select',
  selection: { type: 'node', id: entityId(id) },
})
const camera = (x: number): Action => ({ type: 'camera', camera: { x, y: 0, ratio: 1 } })
const run = (steps: readonly Action[]): History =>
  steps.reduce((history, action) => advance(history, action), start)

type Step =
  | { readonly does: 'act'; readonly action: Action; readonly attached: boolean }
  | { readonly does: 'undo' }
  | { readonly does: 'redo' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('act' as const),
      action: anyAction(knowledge),
      // A consequence of the step before, as when the camera follows what is selected.
      attached: fc.integer({ min: 0, max: 5 }).map((sixth) => sixth === 0),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ does: 'undo' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ does: 'redo' }) },
)

/** What undo and redo should come by: a list of views with a mark, and what each of them held. */
interface Expected {
  readonly views: readonly View[]
  readonly held: readonly View[]
  readonly at: number
  /** What the last step was, where moves of a camera may join it. */
  readonly last: Action['type'] | undefined
}

function expected(before: Expected, what: Step): Expected {
  const { views, held, at } = before
  if (what.does !== 'act') {
    const to = what.does === 'undo' ? at - 1 : at + 1
    // Where there is nothing to go to, nothing has happened.
    return views[to] === undefined ? before : { ...before, at: to, last: undefined }
  }
  const { action, attached } = what
  const view = views[at] ?? firstView
  const next = update(view, action)
  if (next === view) return before
  const copy = structuredClone(next)
  if (attached) return { ...before, views: views.with(at, next), held: held.with(at, copy) }
  const moves = action.type === 'camera' || action.type === 'map-camera'
  const kept = moves && before.last === action.type ? at : at + 1
  return {
    views: [...views.slice(0, kept), next],
    held: [...held.slice(0, kept), copy],
    at: kept,
    last: action.type,
  }
}

function taken(history: History, what: Step): History {
  if (what.does === 'undo') return undo(history)
  if (what.does === 'redo') return redo(history)
  return advance(history, what.action, what.attached)
}

describe('the history', () => {
  test('undoes and redoes any sequence of steps, view by view, each as exactly as it was', () => {
    const opened = structuredClone(knowledge)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let history = start
        let should: Expected = { views: [firstView], held: [first], at: 0, last: undefined }
        for (const each of steps) {
          history = taken(history, each)
          should = expected(should, each)
          expect(history.present).toEqual(should.views[should.at])
        }
        const { views, held, at } = should
        let back = history
        for (let index = at; index > 0; index -= 1) back = undo(back)
        expect(undo(back)).toBe(back)
        for (const [index, copy] of held.entries()) {
          expect(back.present).toEqual(copy)
          // The graph too, for that is the one that was opened with the draft of the view.
          expect(applyDraft(knowledge, back.present.draft)).toEqual(applyDraft(opened, copy.draft))
          if (index < views.length - 1) back = redo(back)
        }
        expect(redo(back)).toBe(back)
      }),
      { numRuns: 200 },
    )
  })

  test('is a walk along the very same views, so that what follows from them is not made anew', () => {
    fc.assert(
      fc.property(fc.array(anyAction(knowledge), { maxLength: 30 }), (actions) => {
        const trace = [start]
        for (const action of actions) trace.push(advance(trace.at(-1) ?? start, action))
        const end = trace.at(-1) ?? start
        let history = end
        for (const view of end.past.toReversed()) {
          history = undo(history)
          expect(history.present).toBe(view)
        }
        expect(history.present).toBe(firstView)
        for (const view of [...end.past.slice(1), end.present]) {
          if (end.past.length > 0) history = redo(history)
          expect(history.present).toBe(view)
        }
      }),
    )
  })

  test('goes back 200 steps', () => {
    const actions = Array.from({ length: 250 }, (_, at) => select(at % 2 === 0 ? 'lab' : 'qwen'))
    const history = run(actions)
    let back = history
    for (let times = 0; times < 300; times += 1) back = undo(back)
    expect([history.past.length, back.present.trail.at]).toEqual([200, 50])
  })

  test('forgets what was undone once something new is done', () => {
    const history = advance(undo(run([select('lab'), select('qwen')])), select('plan'))
    expect(redo(history)).toBe(history)
  })

  test('takes camera moves in a row as one step', () => {
    const history = run([select('lab'), camera(1), camera(2), camera(3)])
    expect([history.past.length, undo(history).present.camera]).toEqual([2, undefined])
  })

  test('takes the cameras of picture and map apart', () => {
    const map: Action = { type: 'map-camera', camera: { x: 1, y: 1, scale: 1 } }
    expect(run([camera(1), map, camera(2)]).past.length).toBe(3)
  })

  test('undoes a camera that followed a selection together with it', () => {
    const history = advance(advance(start, select('lab')), camera(1), true)
    expect([history.past, undo(history).present]).toEqual([[firstView], firstView])
  })

  test('is the same where nothing changes', () => {
    const history = run([select('lab')])
    expect(advance(history, select('lab'))).toBe(history)
  })
})
