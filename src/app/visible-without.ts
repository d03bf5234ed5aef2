import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { visibleSet } from '../view/visible.ts'
import type { Visible } from '../view/visible.ts'
import type { Session } from './session.ts'

/**
 * What the picture would hold without one of its filters: what a brush over all amounts or all
 * times chooses from. It does not change while that filter alone does.
 */
export function visibleWithout(session: Session, part: 'range' | 'time'): ReadonlySignal<Visible> {
  const { view, structure, timeline } = session
  const kinds = computed(() => view.value.hidden.kinds)
  const predicates = computed(() => view.value.hidden.predicates)
  const evidence = computed(() => view.value.hidden.evidence)
  const range = computed(() => (part === 'range' ? undefined : view.value.hidden.range))
  const focus = computed(() => view.value.focus)
  const only = computed(() => view.value.only)
  return computed(() => {
    const hidden = {
      kinds: kinds.value,
      predicates: predicates.value,
      evidence: evidence.value,
      ...(range.value === undefined ? {} : { range: range.value }),
    }
    return visibleSet(
      session.knowledge,
      session.graph,
      { ...view.peek(), hidden, focus: focus.value, only: only.value },
      range.value === undefined ? undefined : structure.amountOf.value,
      part === 'time' ? undefined : timeline.times.value,
    )
  })
}
