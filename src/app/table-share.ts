import { effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { store, stored } from '../save/stored.ts'

/**
 * How much of the room above the timeline a table beside the picture has, from `least` to `most`. It
 * belongs to the reader like the other preferences: it is in no link and outlives the visit.
 */
export interface TableShare {
  readonly share: ReadonlySignal<number>
  /** Takes the share as near as may be. */
  readonly choose: (share: number) => void
  /** Has what is chosen outlive the visit. */
  readonly keep: () => void
  readonly reset: () => void
  /** Has the page follow the share, until what it gives is called. */
  readonly follow: () => () => void
}

const storageKey = 'orrery:table-share'
export const tableShares = { least: 0.2, usual: 0.45, most: 0.7 } as const

/** The share that was kept, or else the usual one. */
export function createTableShare(): TableShare {
  const share = signal(allowed(Number(stored(storageKey) ?? tableShares.usual)))
  const keep = (): void => store(storageKey, String(share.peek()))
  return {
    share,
    keep,
    choose: (wish) => {
      share.value = allowed(wish)
    },
    reset: () => {
      share.value = tableShares.usual
      keep()
    },
    follow: () =>
      effect(() => {
        document.documentElement.style.setProperty('--table-share', String(share.value))
      }),
  }
}

/** To a hundredth: what is said of it is whole percent. */
function allowed(wish: number): number {
  const { least, usual, most } = tableShares
  return Number.isFinite(wish)
    ? Math.round(Math.min(most, Math.max(least, wish)) * 100) / 100
    : usual
}
