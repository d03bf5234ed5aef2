import { regionsOf } from '../layout/regions.ts'
import type { LaidOut } from '../layout/regions.ts'

self.addEventListener('message', ({ data }: MessageEvent<LaidOut>) => {
  self.postMessage(regionsOf(data))
})
