import type { LaidOut, Region } from '../layout/regions.ts'

/**
 * Finds the regions of a layout in a worker of its own, and takes its arrays along; what it gives
 * ends that. Where the worker fails nothing is found: names of regions are a help and no more.
 */
export function startRegions(
  laidOut: LaidOut,
  found: (regions: readonly Region[]) => void,
): () => void {
  const worker = new Worker(new URL('../workers/regions.worker.ts', import.meta.url), {
    type: 'module',
  })
  worker.addEventListener('message', ({ data }: MessageEvent<readonly Region[]>) => {
    worker.terminate()
    found(data)
  })
  worker.addEventListener('error', () => worker.terminate())
  const { sources, targets, places } = laidOut
  worker.postMessage(laidOut, [sources.buffer, targets.buffer, places.buffer])
  return () => worker.terminate()
}
