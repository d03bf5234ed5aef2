import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Layout, Point } from '../model/knowledge.ts'
import { extentOf, sameExtent } from '../layout/extent.ts'
import type { Extent } from '../layout/extent.ts'
import type { View } from '../view/view.ts'
import type { Session } from './session.ts'

/**
 * What the camera's coordinates refer to: the extent of the whole layout that is shown. A dragged
 * node does not count where it was put, nor a guest where it stands, and in the layout of the
 * opening nodes of a draft not at all, so that the rest keeps its place on the screen. The same
 * object while nothing of it changes, whatever else in the view does.
 */
export function pictureFrame(session: Session): ReadonlySignal<Extent> {
  const moved = computed(() => session.view.value.moved)
  const { shown: arranged } = session.arrangement
  let latest: Extent | undefined
  return computed(() => {
    const { layout, rim } = arranged.value ?? { layout: session.opened.layout, rim: [] }
    const next = extentOf([...placesThatCount(layout, moved.value), ...rim])
    // A new object would draw the whole picture anew and take the camera along.
    if (latest === undefined || !sameExtent(latest, next)) latest = next
    return latest
  })
}

function placesThatCount(layout: Layout, moved: View['moved']): readonly Point[] {
  return [...layout].map(([id, point]) => {
    const place = moved.get(id)
    return place === undefined || place.pinned || place.guest === true ? point : place
  })
}
