/** Calls `changed` when the container's size or the screen's pixel ratio changes. */
export function watchSize(container: HTMLElement, changed: () => void): () => void {
  let pixelRatio = window.devicePixelRatio
  const sizes = new ResizeObserver(changed)
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
