import { buffersOf } from './block-buffers.ts'
import { readLastEdges } from '../formats/gexf/read-last-edges.ts'
import type { LastEdges } from '../formats/gexf/raw-edges.ts'
import type { LastEdgesOrder } from './second-reader.ts'

self.addEventListener('message', ({ data }: MessageEvent<LastEdgesOrder>) => void answer(data))

async function answer({ head, end }: LastEdgesOrder): Promise<void> {
  const edges = await read(head, end)
  const buffers = edges === undefined ? [] : edges.blocks.flatMap(buffersOf)
  self.postMessage(edges, { transfer: buffers })
}

async function read(head: string, end: Blob): Promise<LastEdges | undefined> {
  try {
    return readLastEdges(head, new Uint8Array(await end.arrayBuffer()))
  } catch {
    // Whoever asked reads them as well, and says what is wrong.
    return undefined
  }
}
