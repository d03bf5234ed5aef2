/** Calls `changed` when the container's size or the screen's pixel ratio changes. */
export function watchSize(container: HTMLElement, changed: () => void): () => void {
  let pixelRatio = window.devicePixelRatio
  let size = sizeOf(container)
  const sizes = new ResizeObserver(() => {
    // An observer also reports what it begins with; to resize canvases for that would be felt.
    if (sizeOf(container) === size) return
    size = sizeOf(container)
    changed()
  })
  const pixels = new ResizeObserver(() => {
    if (window.devicePixelRatio === pixelRatio) return
    pixelRatio = window.devicePixelRatio
    changed()
  })
  sizes.observe(container)
  try {
    pixels.observe(container, { box: 'device-pixel-content-box' })
  } catch {
    // Safari has no such box; there the next resize of the window brings the new pixel ratio in.
  }
  return () => {
    sizes.disconnect()
    pixels.disconnect()
  }
}

function sizeOf({ offsetWidth, offsetHeight }: HTMLElement): string {
  return `${offsetWidth} ${offsetHeight}`
}
