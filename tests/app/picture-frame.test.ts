import { effect, signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { pictureFrame } from '../../src/app/picture-frame.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Action } from '../../src/view/update.ts'
import { firstView } from '../../src/view/view.ts'
import { entityId } from '../../src/model/ids.ts'
import { sevenPlaces, sevenNodes } from '../seven-nodes.ts'

const lab = entityId('lab')

/** How often the picture's frame is told anew while the reader does all this. */
function timesTold(...actions: readonly Action[]): number {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
  const frame = pictureFrame(session)
  let told = -1
  const stop = effect(() => {
    void frame.value
    told += 1
  })
  for (const action of actions) session.dispatch(action)
  stop()
  return told
}

test('a moving camera, a selection and a dragged node leave the frame as it is', () => {
  expect(
    timesTold(
      { type: 'camera', camera: { x: 0.2, y: 0.3, ratio: 0.5 } },
      { type: 'select', selection: { type: 'node', id: lab } },
      { type: 'move', id: lab, point: { x: 5000, y: 5000 } },
    ),
  ).toBe(0)
})

test('a layout that has grown changes it', () => {
  expect(timesTold({ type: 'lay-out', points: new Map([[lab, { x: 5000, y: 5000 }]]) })).toBe(1)
})
