/** Tells when something that moves has come to rest. */
export interface Stillness {
  /** To be called with every movement. */
  moved(): void
  dispose(): void
}

/**
 * Calls `rested` when nothing has moved for so many milliseconds, nor by the next frame: where
 * drawing is slow, the frames of a single movement are further apart than that.
 */
export function createStillness(
  milliseconds: number,
  isMoving: () => boolean,
  rested: () => void,
): Stillness {
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame: number | undefined
  const stop = (): void => {
    clearTimeout(timer)
    cancelAnimationFrame(frame ?? 0)
  }
  const moved = (): void => {
    stop()
    timer = setTimeout(() => {
      frame = requestAnimationFrame(() => {
        if (isMoving()) moved()
        else rested()
      })
    }, milliseconds)
  }
  return { moved, dispose: stop }
}
