import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { EntityId } from '../model/ids.ts'
import type { Hit } from '../view/search.ts'
import type { Session } from './session.ts'

/** The search box: what is typed, what was found, which result is looked at. */
export interface Finder {
  readonly query: Signal<string>
  /** True while what was typed waits for the search to be loaded. */
  readonly searching: ReadonlySignal<boolean>
  readonly hits: ReadonlySignal<readonly Hit[]>
  /** Index of the result that Enter takes. */
  readonly active: Signal<number>
  readonly open: Signal<boolean>
  readonly choose: (id: EntityId) => void
  readonly close: () => void
}

/** A search box with nothing typed; `found` is told what is chosen in it. */
export function createFinder(session: Session, found: (id: EntityId) => void): Finder {
  const query = signal('')
  const active = signal(0)
  const open = signal(false)
  const close = (): void => {
    open.value = false
    query.value = ''
  }
  const { ready, prepare } = session.search
  effect(() => {
    if (open.value) prepare()
  })
  return {
    query,
    active,
    open,
    searching: computed(() => query.value.trim() !== '' && ready.value === undefined),
    hits: computed(() => (query.value.trim() === '' ? [] : (ready.value?.(query.value, 12) ?? []))),
    choose: (id) => {
      close()
      found(id)
    },
    close,
  }
}
