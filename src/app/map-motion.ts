import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createStillness } from '../scene/stillness.ts'
import type { MapCamera } from '../view/view.ts'
import type { Session } from './session.ts'

/** The camera of the map, in motion and at rest. */
export interface MapMotion {
  readonly camera: ReadonlySignal<MapCamera>
  /** Where the map is drawn from: the camera, or where it was up to `reach` pixels before. */
  readonly drawnFrom: ReadonlySignal<MapCamera>
  readonly move: (to: (camera: MapCamera) => MapCamera) => void
  readonly fit: () => void
  /** Ends it; where the camera was still moving, the view has where it came to. */
  readonly end: () => void
}

/** So far, in CSS pixels, the map moves as it is before it is drawn anew. */
export const reach = 160
/** The camera rests when it has not moved for so many milliseconds. */
const rest = 300

/**
 * Moves the map's camera, which is `fitted` until the reader takes it. The view has where a movement
 * begins and where it ends, as one step, so that undo takes all of it back even while it lasts.
 */
export function mapMotion(session: Session, fitted: ReadonlySignal<MapCamera>): MapMotion {
  const chosen = computed(() => session.view.value.mapCamera)
  const moving = signal<MapCamera | undefined>(undefined)
  let began = false
  const choose = (camera: MapCamera | undefined, attached = false): void =>
    session.dispatch({ type: 'map-camera', camera }, attached)
  const settle = (attached?: boolean): void => {
    const { value } = moving
    if (value !== undefined) choose(value, attached)
    stop()
  }
  const stillness = createStillness(rest, () => false, settle)
  const stop = (): void => {
    stillness.dispose()
    began = false
    moving.value = undefined
  }
  const camera = computed(() => moving.value ?? chosen.value ?? fitted.value)
  let before: MapCamera | undefined
  const drawnFrom = computed(() => {
    const { value: now } = camera
    if (before === undefined || moving.value === undefined || !isNear(before, now)) before = now
    return before
  })
  const unfollow = effect(() => {
    // Another step, or one that is taken back, says where the camera stands.
    void chosen.value
    stop()
  })
  return {
    camera,
    drawnFrom,
    move: (to) => {
      const next = to(camera.peek())
      if (began) moving.value = next
      else {
        choose(next)
        began = true
      }
      stillness.moved()
    },
    fit: () => {
      stop()
      choose(undefined)
    },
    end: () => {
      unfollow()
      settle(true)
    },
  }
}

function isNear(a: MapCamera, b: MapCamera): boolean {
  const most = reach / a.scale
  return a.scale === b.scale && Math.abs(a.x - b.x) <= most && Math.abs(a.y - b.y) <= most
}
