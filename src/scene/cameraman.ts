import type { Renderer } from './renderer.ts'
import { createStillness } from './stillness.ts'
import {
  cameraFor,
  cameraRevealing,
  type Camera,
  type FramedBox,
  type Padding,
  type Window,
} from './viewpoint.ts'

/** Whether the camera glides to its new place; the caller knows whether the reader likes that. */
export interface Motion {
  readonly animate: boolean
}

/** Moves the camera and tells when it has come to rest. */
export interface Cameraman {
  camera(): Camera
  /** Where the camera stands, or will when it has arrived. */
  destination(): Camera
  moveTo(camera: Camera, motion: Motion, byReader?: boolean): void
  /** As large as the uncovered part of the window allows. */
  fit(box: FramedBox, motion: Motion): void
  zoomBy(factor: number, motion: Motion): void
  /** As little as needed to see the box; false where nothing needs to move. */
  reveal(box: FramedBox, motion: Motion): boolean
  cover(padding: Padding): void
  /** To be called when the reader takes the camera, and whether a finger or button holds it still. */
  taken(held: boolean): void
  /** To be called with each new renderer. */
  follow(renderer: Renderer): void
  dispose(): void
}

/** CSS pixels kept free around what is shown. */
const clearance = { fit: 44, reveal: 56 } as const
const travel = { duration: 320, easing: 'cubicInOut' } as const
/** The camera rests when it has not moved for so many milliseconds. */
const rest = 300

/** A cameraman for the renderer that `follow` gives him. */
export function createCameraman(settled: (camera: Camera, byReader: boolean) => void): Cameraman {
  let renderer: Renderer | undefined
  let padding: Padding = { top: 0, right: 0, bottom: 0, left: 0 }
  let byReader = false
  let held = false
  let bound: Camera | undefined
  const camera = (): Camera => {
    const { x, y, ratio } = renderer?.getCamera().getState() ?? { x: 0.5, y: 0.5, ratio: 1 }
    return { x, y, ratio }
  }
  const stillness = createStillness(
    rest,
    () => held || renderer?.getCamera().isAnimated() === true,
    () => {
      bound = undefined
      settled(camera(), byReader)
    },
  )
  const moveTo = (next: Camera, { animate }: Motion, forReader = false): void => {
    byReader = forReader
    bound = next
    const lens = renderer?.getCamera()
    if (lens === undefined) return
    // Sigma cannot break off a journey, only replace it: a moment's one instead of none.
    if (animate) void lens.animate(next, travel)
    else if (lens.isAnimated()) void lens.animate(next, { duration: 1 })
    else lens.setState(next)
  }
  return {
    camera,
    destination: () => bound ?? camera(),
    moveTo,
    fit(box, motion) {
      if (renderer !== undefined)
        moveTo(cameraFor(box, windowOf(renderer, padding), clearance.fit), motion)
    },
    zoomBy(factor, motion) {
      // From where a journey leads, so that one press after the other adds up.
      const { x, y, ratio } = bound ?? camera()
      moveTo({ x, y, ratio: ratio / factor }, motion, true)
    },
    reveal(box, motion) {
      if (renderer === undefined) return false
      const now = camera()
      const next = cameraRevealing(now, box, windowOf(renderer, padding), clearance.reveal)
      if (next.x === now.x && next.y === now.y && next.ratio === now.ratio) return false
      moveTo(next, motion)
      return true
    },
    cover: (next) => {
      padding = next
    },
    taken(stillHeld) {
      byReader = true
      bound = undefined
      held = stillHeld
    },
    follow(next) {
      renderer = next
      next.getCamera().on('updated', stillness.moved)
    },
    dispose: stillness.dispose,
  }
}

function windowOf(renderer: Renderer, padding: Padding): Window {
  const { width, height } = renderer.getDimensions()
  const cameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 }
  const left = renderer.framedGraphToViewport({ x: 0, y: 0 }, { cameraState })
  const right = renderer.framedGraphToViewport({ x: 1, y: 0 }, { cameraState })
  return { width, height, unit: right.x - left.x, padding }
}
