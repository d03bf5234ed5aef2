import { computed, effect } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { hasSingleValues } from '../model/evidence.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { late } from './late.ts'

/**
 * The knowledge with its conflicts told at their statements. They are looked for, once the code for
 * it is there, where there may be any: not in what the build has `checked` and nobody has changed.
 */
export function lateConflicts(
  knowledge: ReadonlySignal<Knowledge>,
  checked: Knowledge | undefined,
): ReadonlySignal<Knowledge> {
  const { loaded, load } = late(async () => (await import('../model/conflicts.ts')).withConflicts)
  const mayConflict = computed(
    () => knowledge.value !== checked && hasSingleValues(knowledge.value),
  )
  effect(() => {
    if (mayConflict.value) load()
  })
  return computed(() =>
    mayConflict.value ? (loaded.value?.(knowledge.value) ?? knowledge.value) : knowledge.value,
  )
}
