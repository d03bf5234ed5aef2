import { describe, expect, test } from 'vitest'
import { begun } from '../../src/app/begun.ts'
import type { Steps } from '../../src/model/steps.ts'

/** Work of so many pieces, each of which takes 2 ms. */
function* work(pieces: number, done: number[]): Steps<string> {
  for (let piece = 0; piece < pieces; piece += 1) {
    const end = performance.now() + 2
    while (performance.now() < end);
    done.push(piece)
    yield
  }
  return 'done'
}

describe('work that is begun at once', () => {
  test('has its result at once where it is short', () => {
    expect(begun(work(2, []), () => true)).toBe('done')
  })

  test('lets others have their turn where it is long, and comes to the same', async () => {
    const done: number[] = []
    const result = begun(work(100, done), () => true)
    const before = done.length
    const turns: number[] = []
    const other = setInterval(() => turns.push(done.length))
    expect(await result).toBe('done')
    clearInterval(other)
    expect(before).toBeLessThan(100)
    expect(turns.some((turn) => turn < 100)).toBe(true)
  })

  test('ends early where nobody wants its result any longer', async () => {
    const done: number[] = []
    let wanted = true
    const result = begun(work(100, done), () => wanted)
    wanted = false
    expect(await result).toBeUndefined()
    expect(done.length).toBeLessThan(100)
  })
})
