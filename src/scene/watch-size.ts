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
