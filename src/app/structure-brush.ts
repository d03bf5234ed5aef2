import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { axisOf, histogramOf } from '../display/node-size-histogram.ts'
import type { Axis, Histogram } from '../display/node-size-histogram.ts'
import { brushing } from './brushing.ts'
import type { Session } from './session.ts'
import { visibleWithout } from './visible-without.ts'

/** The histogram of what the sizes tell, and the brush over it that filters. */
export interface Brush {
  /** Undefined while the amounts are not known, and where all are the same. */
  readonly axis: ReadonlySignal<Axis | undefined>
  readonly histogram: ReadonlySignal<Histogram | undefined>
  /** The steps of the axis between which nodes are shown. */
  readonly place: ReadonlySignal<{ readonly from: number; readonly to: number }>
  /** Shows only nodes between two steps; `at` is in milliseconds since whenever. */
  readonly choose: (from: number, to: number, at: number) => void
  readonly clear: () => void
}

/** A brush that follows the view of the session. */
export function createBrush(session: Session): Brush {
  const { view, structure } = session
  const range = computed(() => view.value.hidden.range)
  const axis = computed(() => {
    const extent = structure.loaded.value?.scale.value?.extent
    return extent === undefined ? undefined : axisOf(extent)
  })
  const withoutRange = visibleWithout(session, 'range')
  const whole = (steps: number): { from: number; to: number } => ({ from: 0, to: steps })
  const { move, end } = brushing(session)
  return {
    axis,
    histogram: computed(() => {
      const [known, amountOf] = [axis.value, structure.amountOf.value]
      if (known === undefined || amountOf === undefined) return undefined
      return histogramOf(known, amountOf, withoutRange.value.nodes, session.visible.value.nodes)
    }),
    place: computed(() => {
      const known = axis.value
      if (known === undefined) return whole(0)
      return range.value === undefined ? whole(known.steps) : known.stepsOf(range.value)
    }),
    choose: (from, to, at) => {
      const known = axis.peek()
      if (known === undefined || from >= to) return
      const all = from <= 0 && to >= known.steps
      move({ type: 'range', range: all ? undefined : known.rangeBetween(from, to) }, at)
    },
    clear: () => end({ type: 'range', range: undefined }),
  }
}
