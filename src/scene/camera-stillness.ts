import type { Renderer } from './renderer.ts'
import { createStillness, type Stillness } from './stillness.ts'

/** What waits for the camera is done when it has not moved for so many milliseconds. */
const rest = 250

/** Calls `rested` when the renderer's camera has come to rest, for as long as the renderer lives. */
export function cameraStillness(renderer: Renderer, rested: () => void): Stillness {
  const stillness = createStillness(rest, () => renderer.getCamera().isAnimated(), rested)
  renderer.on('kill', stillness.dispose)
  return stillness
}
