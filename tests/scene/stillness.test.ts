import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStillness } from '../../src/scene/stillness.ts'

/** Frames are as far apart as without a graphics card. */
const frame = 400

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, frame))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what has moved once is at rest some time and a frame later', () => {
  const rested = vi.fn<() => void>()
  createStillness(250, () => false, rested).moved()
  vi.advanceTimersByTime(649)
  expect(rested).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(rested).toHaveBeenCalledOnce()
})

test('between slow frames of one movement nothing is at rest', () => {
  const rested = vi.fn<() => void>()
  const { moved } = createStillness(250, () => false, rested)
  for (let times = 0; times < 5; times += 1) {
    moved()
    vi.advanceTimersByTime(frame)
  }
  expect(rested).not.toHaveBeenCalled()
  vi.advanceTimersByTime(frame)
  expect(rested).toHaveBeenCalledOnce()
})

test('what is still moving is waited for, and nobody after the end', () => {
  const rested = vi.fn<() => void>()
  let moving = true
  const { moved, dispose } = createStillness(250, () => moving, rested)
  moved()
  vi.advanceTimersByTime(5000)
  expect(rested).not.toHaveBeenCalled()
  moving = false
  dispose()
  vi.advanceTimersByTime(5000)
  expect(rested).not.toHaveBeenCalled()
})
