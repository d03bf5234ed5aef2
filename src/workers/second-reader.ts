import type { LastEdges } from '../formats/gexf/raw-edges.ts'
import type { XmlLimits } from '../formats/xml/xml-limits.ts'

/** What the worker for the last edges is asked: see `readLastEdges`. */
export interface LastEdgesOrder {
  readonly head: string
  readonly end: Blob
  readonly limits: XmlLimits
}

/** Reads the last edges of a document beside whoever reads what is before them. */
export type SecondReader = (order: LastEdgesOrder) => Promise<LastEdges | undefined>

/** A second reader on a processor of its own; undefined where there is but one for all. */
export function createSecondReader(): SecondReader | undefined {
  // A worker cannot have one of its own everywhere.
  if (typeof Worker === 'undefined' || navigator.hardwareConcurrency < 2) return undefined
  const worker = new Worker(new URL('last-edges.worker.ts', import.meta.url), { type: 'module' })
  // Heard from the start: code that cannot be loaded has failed long before anybody asks.
  const failed = new Promise<undefined>((resolve) => {
    for (const failure of ['error', 'messageerror'])
      worker.addEventListener(failure, () => resolve(undefined))
  })
  return (order) => {
    const answered = new Promise<LastEdges | undefined>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<LastEdges | undefined>) =>
        resolve(data),
      )
    })
    worker.postMessage(order)
    return Promise.race([answered, failed])
  }
}
