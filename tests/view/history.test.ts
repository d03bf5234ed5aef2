import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advance, redo, startHistory, undo } from '../../src/view/history.ts'
import type { History } from '../../src/view/history.ts'
import { entityId } from '../../src/model/ids.ts'
import type { Action } from '../../src/view/update.ts'
import { firstView } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyAction } from './any-view.ts'

const actions = fc.array(anyAction(sevenNodes()), { maxLength: 40 })
const start = startHistory(firstView)
const select = (id: string): Action => ({
  type: 'select',
  selection: { type: 'node', id: entityId(id) },
})
const camera = (x: number): Action => ({ type: 'camera', camera: { x, y: 0, ratio: 1 } })
const run = (steps: readonly Action[]): History =>
  steps.reduce((history, action) => advance(history, action), start)

/** The views that undo should come by: one for each change, one for a whole move of one camera. */
function travelled(steps: readonly Action[]): { views: readonly View[]; end: History } {
  const views: View[] = [firstView]
  let history = start
  let last: Action['type'] | undefined
  for (const action of steps) {
    const next = advance(history, action)
    if (next.present === history.present) continue
    if (action.type.endsWith('camera') && last === action.type) views.pop()
    views.push(next.present)
    last = action.type
    history = next
  }
  return { views, end: history }
}

describe('the history', () => {
  test('undoes any sequence of actions view by view, back to the first', () => {
    fc.assert(
      fc.property(actions, (steps) => {
        const { views, end } = travelled(steps)
        let history = end
        for (const view of views.toReversed()) {
          expect(history.present).toBe(view)
          history = undo(history)
        }
        expect(history.present).toBe(firstView)
        expect(undo(history)).toBe(history)
      }),
    )
  })

  test('redoes what was undone, view by view, to the last', () => {
    fc.assert(
      fc.property(actions, fc.nat(50), (steps, times) => {
        const end = run(steps)
        const trace = [end]
        for (let step = 0; step < times; step += 1) trace.push(undo(trace.at(-1) ?? end))
        let history = trace.at(-1) ?? end
        for (let step = 0; step < times; step += 1) history = redo(history)
        expect({ ...history, last: end.last }).toEqual(end)
        expect(redo(history)).toBe(history)
      }),
    )
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
