import { handOver } from './hand-over.ts'
import type { HeldReading } from './held-reading.ts'
import type { ReadingAnswer, ReadingOrder, ReadingRequest } from './reading-messages.ts'
import { runReading } from './reading-run.ts'
import { createSecondReader } from './second-reader.ts'
import { usualGexf, warmUp } from './warm-up.ts'

let held: Promise<HeldReading | undefined> | undefined
let isAsked = false
let stopWarming: (() => void) | undefined

const second = createSecondReader()

self.addEventListener('message', ({ data }: MessageEvent<ReadingOrder | ReadingRequest>) => {
  isAsked = true
  stopWarming?.()
  if ('type' in data) void held?.then((reading) => answer(reading, data))
  else {
    const post = (told: ReadingAnswer, transfer: Transferable[] = []): void =>
      self.postMessage(told, { transfer })
    held = runReading(data, post, { second })
  }
})

// What most files need, while this one is still being chosen or loaded. A failure shows when read.
import('../formats/gexf/read.ts').then(
  ({ readGexf }) => {
    if (isAsked) return
    const { head, nodes, edges } = usualGexf
    const bytes = new TextEncoder().encode(head + nodes() + edges())
    const report = { format: undefined, why: '', issues: [] }
    const nobody = (): void => undefined
    stopWarming = warmUp(() => {
      const read = readGexf(bytes, '')
      if (!read.ok) return
      handOver({ knowledge: read.content, layout: new Map() }, report, undefined, nobody, nobody)
    })
  },
  () => undefined,
)

function answer(held: HeldReading | undefined, request: ReadingRequest): void {
  if (request.type === 'find') held?.find(request.query)
  else void held?.open(request.choice)
}
