import type { JSX } from 'preact'
import type { Origin } from '../app/desk.ts'

/** Where the graph came from, what reading it gave, and the way back. */
export function OriginLine({ origin }: { readonly origin: Origin }): JSX.Element {
  return (
    <p class="origin">
      <span class="muted">{origin.summary}</span>
      <button type="button" onClick={origin.readReport}>
        Import report
      </button>
      <button type="button" onClick={origin.goHome}>
        Back to {origin.homeTitle}
      </button>
    </p>
  )
}
