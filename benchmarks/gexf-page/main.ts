import { MultiGraph } from 'graphology'
import { parse, write } from 'graphology-gexf/browser'
import type { Measured } from './measured.ts'

/** Reads and writes the sample in a worker, as Orrery does. */
async function ours(): Promise<Measured> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Measured>) => resolve(data))
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
  })
}

/** Reads and writes the sample here, because graphology-gexf needs the document's parser. */
async function theirs(): Promise<Measured> {
  const text = await (await fetch('/sample.gexf')).text()
  const start = performance.now()
  const graph = parse(MultiGraph, text)
  const middle = performance.now()
  const written = write(graph)
  const end = performance.now()
  return {
    bytes: text.length,
    nodes: graph.order,
    edges: graph.size,
    written: written.length,
    reading: middle - start,
    writing: end - middle,
  }
}

Object.assign(globalThis, { measurements: { ours, theirs } })
