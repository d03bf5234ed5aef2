import type { HeldReading } from './held-reading.ts'
import type { ReadingAnswer, ReadingOrder, ReadingRequest } from './reading-messages.ts'
import { runReading } from './reading-run.ts'
import { createSecondReader } from './second-reader.ts'

let held: Promise<HeldReading | undefined> | undefined

const second = createSecondReader()

self.addEventListener('message', ({ data }: MessageEvent<ReadingOrder | ReadingRequest>) => {
  if ('type' in data) void held?.then((reading) => answer(reading, data))
  else {
    const post = (told: ReadingAnswer, transfer: Transferable[] = []): void =>
      self.postMessage(told, { transfer })
    held = runReading(data, post, { ...(second && { second }) })
  }
})

// What most files need, while this one is still being chosen or loaded. A failure shows when read.
import('../formats/gexf/read.ts').catch(() => undefined)

function answer(held: HeldReading | undefined, request: ReadingRequest): void {
  if (request.type === 'find') held?.find(request.query)
  else void held?.open(request.choice)
}
