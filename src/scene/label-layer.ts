import type { LabelFrame } from './label-frame.ts'
import { createLabels } from './labels.ts'
import type { Renderer } from './renderer.ts'
import { cameraStillness } from './camera-stillness.ts'

/** The canvas of labels: they go along with the camera, and find their places when it rests. */
export interface LabelLayer {
  /** More than the camera has changed. */
  renew(): void
  draw(): void
  clear(): void
}

/** Takes over sigma's canvas of labels, for as long as the renderer lives. */
export function createLabelLayer(renderer: Renderer, frame: () => LabelFrame): LabelLayer {
  const canvas = renderer.getCanvases().labels?.getContext('2d')
  if (canvas === null || canvas === undefined) throw new Error('The scene needs a canvas for words')
  const labels = createLabels(canvas)
  let stale = true
  const clear = (): void => {
    const { width, height } = renderer.getDimensions()
    canvas.clearRect(0, 0, width, height)
  }
  const stillness = cameraStillness(renderer, () => {
    clear()
    labels.place(frame())
  })
  renderer.on('resize', () => {
    stale = true
  })
  return {
    renew() {
      stale = true
    },
    draw() {
      clear()
      if (stale) labels.place(frame())
      else {
        labels.carry(frame())
        stillness.moved()
      }
      stale = false
    },
    clear,
  }
}
