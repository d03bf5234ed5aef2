import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { hasSingleValues } from '../model/evidence.ts'
import type { Knowledge } from '../model/knowledge.ts'

/** The conflicts of a graph, looked for once the code for that is there. */
export interface LateConflicts {
  /** The knowledge with its conflicts told at their statements. */
  readonly told: ReadonlySignal<Knowledge>
  /** Resolves when nothing is being loaded, even where it could not be. */
  readonly ready: () => Promise<void>
}

/**
 * The conflicts of `knowledge`, where it may have any: not in what the build has `checked` and nobody
 * has changed.
 */
export function lateConflicts(
  knowledge: ReadonlySignal<Knowledge>,
  checked: Knowledge | undefined,
): LateConflicts {
  const find = signal<((knowledge: Knowledge) => Knowledge) | undefined>(undefined)
  let loading: Promise<void> | undefined
  const load = (): Promise<void> =>
    (loading ??= import('../model/conflicts.ts').then(
      ({ withConflicts }) => {
        find.value = withConflicts
      },
      () => {
        loading = undefined
      },
    ))
  const mayConflict = computed(
    () => knowledge.value !== checked && hasSingleValues(knowledge.value),
  )
  effect(() => {
    if (mayConflict.value) void load()
  })
  return {
    told: computed(() =>
      mayConflict.value ? (find.value?.(knowledge.value) ?? knowledge.value) : knowledge.value,
    ),
    ready: () => (mayConflict.peek() ? load() : Promise.resolve()),
  }
}
