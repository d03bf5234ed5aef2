import { afterEach, expect, test, vi } from 'vitest'
import { xmlLimits } from '../../src/formats/xml/xml-limits.ts'
import { createSecondReader } from '../../src/workers/second-reader.ts'

/** A worker of the browser's whose events are told by hand. */
class ByHand extends EventTarget {
  static made: ByHand[] = []
  readonly asked: unknown[] = []

  constructor() {
    super()
    ByHand.made.push(this)
  }

  postMessage(order: unknown): void {
    this.asked.push(order)
  }
}

function reader() {
  vi.stubGlobal('Worker', ByHand)
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 })
  const read = createSecondReader()
  const worker = ByHand.made.at(-1)
  if (read === undefined || worker === undefined) throw new Error('there is no worker')
  return { read, worker }
}
const order = { head: '', end: new Blob(), limits: xmlLimits }

afterEach(() => vi.unstubAllGlobals())

test.each(['error', 'messageerror'])(
  'a second reader that failed (%s) before it was asked gives nothing, instead of no answer',
  async (failure) => {
    const { read, worker } = reader()
    worker.dispatchEvent(new Event(failure))
    await expect(read(order)).resolves.toBeUndefined()
  },
)

test('one that fails while it reads gives nothing, and one that answers what it says', async () => {
  const failing = reader()
  const nothing = failing.read(order)
  failing.worker.dispatchEvent(new Event('error'))
  await expect(nothing).resolves.toBeUndefined()
  const { read, worker } = reader()
  const answer = read(order)
  worker.dispatchEvent(new MessageEvent('message', { data: 'edges' }))
  await expect(answer).resolves.toBe('edges')
  expect(worker.asked).toEqual([order])
})

test('where there is one processor for all there is none', () => {
  vi.stubGlobal('Worker', ByHand)
  vi.stubGlobal('navigator', { hardwareConcurrency: 1 })
  expect(createSecondReader()).toBeUndefined()
})
