import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Scheme } from '../display/palette.ts'
import { store, stored } from '../save/stored.ts'

export type SchemeChoice = 'system' | Scheme

/** What belongs to the reader and the window, not to the view: it is in no link and of every graph. */
export interface Preferences {
  readonly schemeChoice: ReadonlySignal<SchemeChoice>
  readonly scheme: ReadonlySignal<Scheme>
  readonly chooseScheme: (choice: SchemeChoice) => void
  readonly reducedMotion: ReadonlySignal<boolean>
  /** Whether the window has room for two views and an open legend. */
  readonly isWide: ReadonlySignal<boolean>
}

const storageKey = 'orrery:scheme'

/** The reader's preferences from storage and system; the page's colours follow them. */
export function createPreferences(): Preferences {
  const choice = signal<SchemeChoice>(keptChoice())
  const dark = matching('(prefers-color-scheme: dark)')
  const scheme = computed<Scheme>(() => {
    if (choice.value !== 'system') return choice.value
    return dark.value ? 'dark' : 'light'
  })
  effect(() => {
    document.documentElement.dataset['scheme'] = scheme.value
  })
  return {
    schemeChoice: choice,
    scheme,
    chooseScheme: (next) => {
      choice.value = next
      store(storageKey, next)
    },
    reducedMotion: matching('(prefers-reduced-motion: reduce)'),
    isWide: matching('(min-width: 60rem)'),
  }
}

function keptChoice(): SchemeChoice {
  const value = stored(storageKey)
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Whether a media query matches, now and later: it listens as long as the page is there. */
function matching(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query)
  const matches = signal(list.matches)
  list.addEventListener('change', () => {
    matches.value = list.matches
  })
  return matches
}
