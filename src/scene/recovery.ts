import type { Renderer } from './renderer.ts'

/** Brings the picture back when the browser has dropped a WebGL context. */
export interface Recovery {
  /** False between the loss of a context and a successful `renew`. */
  isWell(): boolean
  watch(renderer: Renderer): void
  dispose(): void
}

/** When to try, in milliseconds after the loss or the last try: a crashed graphics process needs time. */
const attempts = [250, 1500, 6000] as const

/** What has become of the context: dropped and to be renewed, there again, or given up. */
export type ContextState = 'lost' | 'back' | 'gone'

/** Calls `renew` some time after a loss, and again if it throws; `tell` hears of every change. */
export function createRecovery(
  renew: () => Renderer,
  tell: (state: ContextState) => void,
): Recovery {
  let well = true
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopWatching = (): void => {}

  const tryAfter = (attempt: number): void => {
    const delay = attempts[attempt]
    if (delay === undefined) {
      tell('gone')
      return
    }
    timer = setTimeout(() => {
      try {
        const renderer = renew()
        well = true
        watch(renderer)
        tell('back')
      } catch {
        tryAfter(attempt + 1)
      }
    }, delay)
  }
  const watch = (renderer: Renderer): void => {
    const { nodes, edges, hoverNodes } = renderer.getCanvases()
    const canvases = [nodes, edges, hoverNodes].filter((canvas) => canvas !== undefined)
    stopWatching = onceLost(canvases, () => {
      well = false
      tell('lost')
      tryAfter(0)
    })
  }
  return {
    isWell: () => well,
    watch,
    dispose() {
      clearTimeout(timer)
      stopWatching()
    },
  }
}

function onceLost(canvases: readonly HTMLCanvasElement[], lost: () => void): () => void {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  const onLost = (): void => {
    stop()
    lost()
  }
  for (const canvas of canvases)
    canvas.addEventListener('webglcontextlost', onLost, { signal: controller.signal })
  return stop
}
