/** How long a lost WebGL context may take to come back by itself, in milliseconds. */
const patience = 800

/**
 * Calls `lost` at once when one of the canvases loses its WebGL context, and `rebuild` once it is
 * back, or after a short time where it does not come back. Returns a function that stops watching.
 */
export function watchCanvases(
  canvases: readonly HTMLCanvasElement[],
  lost: () => void,
  rebuild: () => void,
): () => void {
  const controller = new AbortController()
  const { signal } = controller
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = (): void => {
    stop()
    rebuild()
  }
  const stop = (): void => {
    clearTimeout(timer)
    controller.abort()
  }
  for (const canvas of canvases) {
    const onLost = (event: Event): void => {
      // Without this the browser never gives the context back.
      event.preventDefault()
      if (timer !== undefined) return
      lost()
      timer = setTimeout(again, patience)
    }
    canvas.addEventListener('webglcontextlost', onLost, { signal })
    canvas.addEventListener('webglcontextrestored', again, { signal })
  }
  return stop
}

/** Calls `changed` when the container's size or the screen's pixel ratio changes. */
export function watchSize(container: HTMLElement, changed: () => void): () => void {
  const controller = new AbortController()
  const observer = new ResizeObserver(changed)
  observer.observe(container)
  const watchPixels = (): void => {
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        changed()
        watchPixels()
      },
      { once: true, signal: controller.signal },
    )
  }
  watchPixels()
  return () => {
    observer.disconnect()
    controller.abort()
  }
}
