import type { LayoutInput } from '../layout/layout-input.ts'
import type { LayoutOrder, LayoutReport, LayoutStart } from './layout-messages.ts'

/** A layout that is running; after its end, or after `stop`, the orders have no effect. */
export interface LiveLayout {
  /** Ends the run and its worker at once; neither callback is called again. */
  readonly stop: () => void
  /** Holds the node there; the index is the input's, the place in the input's units. */
  readonly pin: (index: number, point: { readonly x: number; readonly y: number }) => void
  readonly unpin: (index: number) => void
}

export interface LayoutFrame {
  /** Interleaved x, y in the order of the input's nodes. */
  readonly positions: Float32Array
  /** From 0 to 1. */
  readonly progress: number
}

/**
 * Lets the nodes move from where they are until they have settled, in a worker of its own that
 * ends with the run. `onFrame` gets the positions on the way; `onDone` the last ones, without
 * overlaps, or undefined where the worker failed.
 */
export function startLayout(
  input: LayoutInput,
  onFrame: (frame: LayoutFrame) => void,
  onDone: (positions: Float32Array | undefined) => void,
): LiveLayout {
  let running = true
  const worker = new Worker(new URL('../workers/layout.worker.ts', import.meta.url), {
    type: 'module',
  })
  const stop = (): void => {
    running = false
    worker.terminate()
  }
  const send = (order: LayoutOrder): void => {
    if (running) worker.postMessage(order)
  }
  const end = (positions: Float32Array | undefined): void => {
    if (!running) return
    stop()
    onDone(positions)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutReport>) => {
    // Reports that were under way when the run was stopped still arrive.
    if (!running) return
    if (data.type === 'done') end(data.positions)
    else onFrame({ positions: data.positions, progress: data.progress })
  })
  worker.addEventListener('error', () => end(undefined))
  worker.addEventListener('messageerror', () => end(undefined))
  send(layoutStart(input))
  return {
    stop,
    pin: (index, { x, y }) => send({ type: 'pin', index, x, y }),
    unpin: (index) => send({ type: 'unpin', index }),
  }
}

/** The input as typed arrays, as the worker takes it. */
export function layoutStart(input: LayoutInput): LayoutStart {
  const nodes = new Float32Array(input.nodes.length * 4)
  input.nodes.forEach(({ x, y, size, fixed }, index) => {
    nodes.set([x ?? Number.NaN, y ?? Number.NaN, size, fixed === true ? 1 : 0], index * 4)
  })
  return {
    type: 'start',
    ids: input.nodes.map((node) => node.id),
    nodes,
    edges: Uint32Array.from(input.edges.flatMap((edge) => [edge.source, edge.target])),
    weights: Float32Array.from(input.edges, (edge) => edge.weight ?? 1),
  }
}
