import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Desk } from '../../src/app/desk.ts'
import type { IntakeDesk } from '../../src/app/intake-desk.ts'
import { createIntake } from '../../src/app/intake.ts'
import type { Page, Showing } from '../../src/app/page.ts'
import { withOwnKinds } from '../../src/app/session.ts'
import { handOver } from '../../src/workers/hand-over.ts'
import { sevenNodes } from '../seven-nodes.ts'

/** A worker of the browser's that answers by hand. */
class ByHand extends EventTarget {
  static made: ByHand[] = []
  ended = false

  constructor() {
    super()
    ByHand.made.push(this)
  }

  postMessage(): void {}

  terminate(): void {
    this.ended = true
  }

  /** Answers with seven nodes. */
  answer(): void {
    const report = { format: 'gexf' as const, why: '', issues: [] }
    const nobody = (): void => undefined
    handOver(
      { knowledge: sevenNodes(), layout: new Map() },
      report,
      undefined,
      (data) => this.dispatchEvent(new MessageEvent('message', { data })),
      nobody,
    )
  }
}

interface Shown {
  readonly name: string
  readonly how: Showing | undefined
  /** Puts the graph into the page, unless it was called off. */
  readonly draw: () => void
  /** Another graph came, by the Back button say. */
  readonly giveWay: () => void
}

/** An intake before a page that draws what it is to show when it is told so. */
function open(): { readonly intake: IntakeDesk; readonly shown: readonly Shown[] } {
  const shown: Shown[] = []
  const page: Page = {
    home: withOwnKinds(sevenNodes(), new Map()),
    present: () => ({ session: { notices: { value: [], peek: () => [] } } }) as unknown as Desk,
    show: ({ name: { id } }, _hash, how) =>
      new Promise((resolve) => {
        shown.push({
          name: id,
          how,
          draw: () => {
            const isOff = how?.until?.signal.aborted === true
            if (!isOff) how?.until?.onReady()
            resolve(!isOff)
          },
          giveWay: () => resolve(false),
        })
      }),
    open: () => Promise.resolve(),
    follow: () => undefined,
    awaited: () => undefined,
  }
  return { intake: createIntake(page, { nodes: 1e6, edges: 1e6 }), shown }
}

const pushState = vi.fn<() => void>()
beforeEach(() => {
  ByHand.made = []
  pushState.mockReset()
  vi.stubGlobal('Worker', ByHand)
  vi.stubGlobal('location', new URL('https://orrery.example/'))
  vi.stubGlobal('history', { pushState })
})
afterEach(() => vi.unstubAllGlobals())

const file = (name: string): File => new File(['x'], name)
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

test('a file that comes while the one before is drawn is read on, and that one is called off', async () => {
  const { intake, shown } = open()
  intake.take([file('a.gexf')])
  ByHand.made[0]?.answer()
  await settled()
  intake.take([file('b.gexf')])
  shown[0]?.draw()
  await settled()
  expect([ByHand.made[1]?.ended, intake.begun.value]).toEqual([false, 'b.gexf'])
  ByHand.made[1]?.answer()
  await settled()
  shown[1]?.draw()
  await settled()
  expect(shown.map(({ name }) => name)).toEqual(['a.gexf', 'b.gexf'])
  // Only what was drawn has an entry in the history.
  expect(pushState).toHaveBeenCalledTimes(1)
  expect([intake.stage.value.type, intake.begun.value]).toEqual(['nothing', undefined])
})

test('what is closed while it is drawn is called off, and the address stays', async () => {
  const { intake, shown } = open()
  intake.take([file('a.gexf')])
  ByHand.made[0]?.answer()
  await settled()
  intake.close()
  shown[0]?.draw()
  await settled()
  expect(shown[0]?.how?.until?.signal.aborted).toBe(true)
  expect(pushState).not.toHaveBeenCalled()
})

test('the dialogs close where another graph takes the place of what was to be drawn', async () => {
  const { intake, shown } = open()
  intake.take([file('a.gexf')])
  ByHand.made[0]?.answer()
  await settled()
  expect([intake.begun.value, intake.progress.value?.phase]).toEqual(['a.gexf', 'drawing'])
  shown[0]?.giveWay()
  await settled()
  expect([intake.begun.value, intake.stage.value.type]).toEqual([undefined, 'nothing'])
})
