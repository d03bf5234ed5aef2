import type { LastEdges } from '../formats/gexf/raw-edges.ts'
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

async function answer({ head, end }: LastEdgesOrder): Promise<void> {
  const edges = await read(head, end)
  self.postMessage(edges, { transfer: edges?.blocks.flatMap(buffersOf) ?? [] })
}

async function read(head: string, end: Blob): Promise<LastEdges | undefined> {
  try {
    return readLastEdges(head, new Uint8Array(await end.arrayBuffer()))
  } catch {
    // Whoever asked reads them as well, and says what is wrong.
    return undefined
  }
}
