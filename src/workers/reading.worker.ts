import type { ReadingAnswer, ReadingOrder } from './reading-messages.ts'
import { runReading } from './reading-run.ts'

self.addEventListener('message', ({ data }: MessageEvent<ReadingOrder>) => {
  void runReading(data, (answer: ReadingAnswer, transfer: Transferable[] = []) => {
    self.postMessage(answer, { transfer })
  })
})
