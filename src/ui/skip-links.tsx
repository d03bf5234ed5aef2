import type { JSX } from 'preact'
import type { Mode } from '../view/view.ts'

const places: Readonly<Record<Mode, string>> = {
  picture: 'picture',
  beside: 'picture',
  places: 'map',
  list: 'list',
  table: 'table',
  sources: 'sources',
}

/** First on the way of the Tab key and seen only there: past header and legend in one step. */
export function SkipLinks({ mode }: { readonly mode: Mode }): JSX.Element {
  // Buttons, for the part of the address after # is the view's.
  return (
    <nav class="skip-links" aria-label="Skip">
      <button type="button" onClick={() => focusOn('#graph, main')}>
        Skip to the {places[mode]}
      </button>
      <button type="button" onClick={() => focusOn('.card-scroll')}>
        Skip to the card
      </button>
    </nav>
  )
}

/** Gives the focus to what is found. */
export function focusOn(selector: string): void {
  // Of several the innermost, which comes last.
  const found = [...document.querySelectorAll<HTMLElement>(selector)]
  found.at(-1)?.focus()
}
