import type { Arranged } from '../layout/arranged.ts'
import type { ArrangeOrder } from './arrange-run.ts'

/** Starts to lay out; what it gives ends that at once, and nothing is told any more. */
export type StartArrange = (
  order: ArrangeOrder,
  /** Undefined where no worker could run. */
  done: (arranged: Arranged | undefined) => void,
) => () => void

/** Lays out in a worker of its own, which ends with the result or when told to. */
export const startArrange: StartArrange = (order, done) => {
  const worker = new Worker(new URL('../workers/arrange.worker.ts', import.meta.url), {
    type: 'module',
  })
  let running = true
  const stop = (): void => {
    running = false
    worker.terminate()
  }
  const end = (arranged: Arranged | undefined): void => {
    if (!running) return
    stop()
    done(arranged)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Arranged>) => end(data))
  worker.addEventListener('error', () => end(undefined))
  worker.addEventListener('messageerror', () => end(undefined))
  worker.postMessage(order)
  return stop
}
