import { effect, signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mapMotion } from '../../src/app/map-motion.ts'
import type { MapMotion } from '../../src/app/map-motion.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { entityId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const fitted = { x: 500, y: 400, scale: 1 }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 16))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function opened(): { readonly session: Session; readonly motion: MapMotion } {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
  return { session, motion: mapMotion(session, signal(fitted)) }
}

/** East by so many units, in ten movements. */
function drag({ motion }: ReturnType<typeof opened>, by: number): void {
  for (let times = 0; times < 10; times += 1)
    motion.move((camera) => ({ ...camera, x: camera.x + by / 10 }))
}

const select = (session: Session): void =>
  session.dispatch({ type: 'select', selection: { type: 'node', id: entityId('lab') } })

test('a movement is one step of the history, and in the view once it rests', () => {
  const map = opened()
  drag(map, 50)
  expect(map.motion.camera.value.x).toBe(550)
  vi.advanceTimersByTime(400)
  expect(map.session.view.value.mapCamera).toEqual({ ...fitted, x: 550 })
  map.session.undo()
  expect([map.session.view.value, map.motion.camera.value]).toEqual([firstView, fitted])
  map.session.redo()
  expect(map.motion.camera.value.x).toBe(550)
})

test('undo takes a movement back while it lasts, and nothing before it', () => {
  const map = opened()
  select(map.session)
  const before = map.session.view.value
  drag(map, 50)
  map.session.undo()
  expect([map.session.view.value, map.motion.camera.value]).toEqual([before, fitted])
  vi.advanceTimersByTime(400)
  expect(map.session.view.value).toBe(before)
})

test('the map is drawn anew where a movement ends, or after some way', () => {
  const map = opened()
  const { drawnFrom } = map.motion
  const drawn: number[] = []
  const stop = effect(() => void drawn.push(drawnFrom.value.x))
  drag(map, 100)
  expect(drawn).toEqual([500, 510])
  drag(map, 100)
  expect(drawn).toEqual([500, 510, 680])
  vi.advanceTimersByTime(400)
  expect(drawn.at(-1)).toBe(700)
  stop()
})

test('the whole map is a step as well, whatever is still moving', () => {
  const map = opened()
  drag(map, 50)
  map.motion.fit()
  vi.advanceTimersByTime(400)
  expect([map.session.view.value.mapCamera, map.motion.camera.value]).toEqual([undefined, fitted])
})

test('a movement that the reader leaves stays where it was, undone with what they left for', () => {
  const map = opened()
  drag(map, 50)
  map.session.dispatch({ type: 'mode', mode: 'list' })
  map.motion.end()
  expect(map.session.view.value.mapCamera?.x).toBe(550)
  map.session.undo()
  expect(map.session.view.value.mode).toBe('picture')
})
