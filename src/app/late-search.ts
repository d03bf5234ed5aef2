import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Knowledge } from '../model/knowledge.ts'
import type { Search } from '../view/search.ts'

/** A search whose code and index are made when somebody is about to search. */
export interface LateSearch {
  /** Undefined until it is there. */
  readonly ready: ReadonlySignal<Search | undefined>
  /** Asked again it does nothing, unless loading has failed. */
  readonly prepare: () => void
}

/** The search over a graph, not made yet. */
export function lateSearch(knowledge: Knowledge): LateSearch {
  const ready = signal<Search | undefined>(undefined)
  let asked = false
  return {
    ready,
    prepare: () => {
      if (asked) return
      asked = true
      import('../view/search.ts').then(
        ({ buildSearch }) => {
          ready.value = buildSearch(knowledge)
        },
        () => {
          asked = false
        },
      )
    },
  }
}
