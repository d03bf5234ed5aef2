import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Knowledge } from '../model/knowledge.ts'
import type { Search } from '../view/search.ts'
import { late } from './late.ts'

/** A search whose code and index are made when somebody is about to search. */
export interface LateSearch {
  /** Undefined until it is there. */
  readonly ready: ReadonlySignal<Search | undefined>
  /** Asked again it does nothing, unless loading has failed. */
  readonly prepare: () => void
}

/** The search over a graph, not made yet; made anew when it is searched after an edit. */
export function lateSearch(knowledge: ReadonlySignal<Knowledge>): LateSearch {
  const { loaded, load } = late(async () => (await import('../view/search.ts')).buildSearch)
  return { ready: computed(() => loaded.value?.(knowledge.value)), prepare: load }
}
