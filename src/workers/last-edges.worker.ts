import { readLastEdges } from '../formats/gexf/read-last-edges.ts'
import { buffersOf } from './block-buffers.ts'
import type { LastEdgesOrder } from './second-reader.ts'
import { usualGexf, warmUp } from './warm-up.ts'

const usualEnd = new TextEncoder().encode(usualGexf.edges())
const stopWarming = warmUp(() => readLastEdges(usualGexf.head, usualEnd))

self.addEventListener('message', ({ data }: MessageEvent<LastEdgesOrder>) => {
  stopWarming()
  void answer(data)
})

async function answer({ head, end, limits }: LastEdgesOrder): Promise<void> {
  try {
    const edges = readLastEdges(head, new Uint8Array(await end.arrayBuffer()), limits)
    self.postMessage(edges, { transfer: edges?.blocks.flatMap(buffersOf) ?? [] })
  } catch {
    // Whoever asked reads them as well, and says what is wrong.
    self.postMessage(undefined)
  }
}
