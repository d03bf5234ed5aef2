import type { JSX } from 'preact'
import { grouped } from '../display/counted.ts'
import type { Session } from '../app/session.ts'
import { nameOf } from '../display/appearance.ts'

/** Says in the picture what it is narrowed to, and leads back to all of it. */
export function NarrowBar({ session }: { readonly session: Session }): JSX.Element {
  const { grownFrom } = session.choices.value
  const origin = grownFrom === undefined ? undefined : session.knowledge.entities.get(grownFrom)
  const shown = session.visible.value.nodes.size
  return (
    <div class="focus-bar" role="group" aria-label="What the picture is narrowed to">
      <span role="status">
        {origin === undefined ? (
          'Narrowed to '
        ) : (
          <>
            Grown from <strong>{nameOf(origin)}</strong>:{' '}
          </>
        )}
        {grouped(shown)} of {grouped(session.knowledge.entities.size)} nodes
      </span>
      <button
        type="button"
        class="text-button"
        onClick={() => {
          session.dispatch({ type: 'narrow', to: undefined })
          // This bar goes, and the focus with it.
          document.getElementById('graph')?.focus()
        }}
      >
        Show all
      </button>
    </div>
  )
}
