import { effect, signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { entityId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

test('whoever follows the choices hears of a selection, and nothing of a moving camera', () => {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
  let told = -1
  const stop = effect(() => {
    void session.choices.value
    told += 1
  })
  session.dispatch({ type: 'camera', camera: { x: 0.2, y: 0.3, ratio: 0.5 } })
  session.dispatch({ type: 'camera', camera: { x: 0.3, y: 0.3, ratio: 0.5 } })
  session.dispatch({ type: 'map-camera', camera: { x: 800, y: 400, scale: 2 } })
  expect(told).toBe(0)
  session.dispatch({ type: 'select', selection: { type: 'node', id: entityId('lab') } })
  session.dispatch({ type: 'camera', camera: undefined })
  stop()
  expect(told).toBe(1)
})
