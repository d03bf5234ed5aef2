import { computed, effect } from '@preact/signals'
import type { Door } from './door.ts'
import type { Session } from './session.ts'

/** Asks for the version that a view compares with, where it is not here yet. Ends with `life`. */
export function followComparison(session: Session, life: AbortSignal, door: Door): void {
  const wanted = computed(() => session.view.value.compared?.with)
  const stop = effect(() => {
    const { value } = wanted
    if (value !== undefined && !session.versions.peek().has(value))
      void door().then(({ compareAgain }) => compareAgain(value))
  })
  life.addEventListener('abort', stop)
}
