import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Knowledge } from '../model/knowledge.ts'
import { paced } from '../model/steps.ts'
import type { Search } from '../view/search.ts'
import { late } from './late.ts'
import { pacer } from './next-task.ts'

/** A search whose code and index are made when somebody is about to search. */
export interface LateSearch {
  /** Undefined until it is there. */
  readonly ready: ReadonlySignal<Search | undefined>
  /** Asked again it does nothing, unless loading has failed. */
  readonly prepare: () => void
}

/**
 * The search over a graph, not made yet; from then on made anew after an edit. The index of a large
 * graph is made in short tasks.
 */
export function lateSearch(knowledge: ReadonlySignal<Knowledge>): LateSearch {
  const { loaded, load } = late(async () => (await import('../view/search.ts')).searchSteps)
  const made = signal<{ readonly of: Knowledge; readonly search: Search } | undefined>(undefined)
  let followed = false
  const follow = (): void => {
    if (followed) return
    followed = true
    effect(() => {
      const [steps, of] = [loaded.value, knowledge.value]
      if (steps === undefined) return
      void paced(steps(of), pacer()).then((search) => {
        if (knowledge.peek() === of) made.value = { of, search }
      })
    })
  }
  return {
    ready: computed(() => (made.value?.of === knowledge.value ? made.value.search : undefined)),
    prepare: () => {
      load()
      follow()
    },
  }
}
