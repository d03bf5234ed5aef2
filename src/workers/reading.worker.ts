import type { HeldReading } from './held-reading.ts'
import type { ReadingAnswer, ReadingOrder, ReadingRequest } from './reading-messages.ts'
import { runReading } from './reading-run.ts'

let held: Promise<HeldReading | undefined> | undefined

self.addEventListener('message', ({ data }: MessageEvent<ReadingOrder | ReadingRequest>) => {
  if ('type' in data) void held?.then((reading) => answer(reading, data))
  else {
    held = runReading(data, (told: ReadingAnswer, transfer: Transferable[] = []) => {
      self.postMessage(told, { transfer })
    })
  }
})

function answer(held: HeldReading | undefined, request: ReadingRequest): void {
  if (request.type === 'find') held?.find(request.query)
  else held?.open(request.choice)
}
