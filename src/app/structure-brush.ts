import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { axisOf, histogramOf } from '../display/node-size-histogram.ts'
import type { Axis, Histogram } from '../display/node-size-histogram.ts'
import { visibleSet } from '../view/visible.ts'
import type { Session } from './session.ts'

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

/** A pause of this length begins another step for undo. */
const pause = 1000

/** A brush that follows the view of the session. */
export function createBrush(session: Session): Brush {
  const { view, graph, structure, dispatch } = session
  const kinds = computed(() => view.value.hidden.kinds)
  const predicates = computed(() => view.value.hidden.predicates)
  const evidence = computed(() => view.value.hidden.evidence)
  const range = computed(() => view.value.hidden.range)
  const focus = computed(() => view.value.focus)
  const axis = computed(() => {
    const extent = structure.loaded.value?.scale.value?.extent
    return extent === undefined ? undefined : axisOf(extent)
  })
  // Not by way of the range, which changes with every movement of the brush.
  const withoutRange = computed(() => {
    const hidden = { kinds: kinds.value, predicates: predicates.value, evidence: evidence.value }
    return visibleSet(session.knowledge, graph, { ...view.peek(), hidden, focus: focus.value })
  })
  const whole = (steps: number): { from: number; to: number } => ({ from: 0, to: steps })
  let brushedAt: number | undefined
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
      const goesOn = brushedAt !== undefined && at - brushedAt < pause
      brushedAt = at
      const all = from <= 0 && to >= known.steps
      dispatch(
        { type: 'range', range: all ? undefined : known.rangeBetween(from, to) },
        goesOn && session.history.peek().last === 'range',
      )
    },
    clear: () => {
      brushedAt = undefined
      dispatch({ type: 'range', range: undefined })
    },
  }
}
