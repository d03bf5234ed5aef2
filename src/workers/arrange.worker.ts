import { runArrange } from './arrange-run.ts'
import type { ArrangeOrder } from './arrange-run.ts'

self.addEventListener('message', ({ data }: MessageEvent<ArrangeOrder>) => {
  const arranged = runArrange(data)
  self.postMessage(arranged, { transfer: [arranged.x.buffer, arranged.y.buffer] })
})
