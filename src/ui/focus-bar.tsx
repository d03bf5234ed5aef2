import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import { nameOf } from '../display/appearance.ts'
import { kindOf } from '../view/kind-of.ts'

/** Says what the picture is focused on, takes more or fewer steps, and leads back to all of it. */
export function FocusBar({ session }: { readonly session: Session }): JSX.Element | null {
  const focus = session.choices.value.focus
  const entity = focus === undefined ? undefined : session.knowledge.entities.get(focus.centre)
  if (focus === undefined || entity === undefined) return null
  const kindHidden = session.choices.value.hidden.kinds.has(kindOf(entity))
  return (
    <div class="focus-bar" role="group" aria-label="Focus">
      <span>
        <strong>{nameOf(entity)}</strong>
        {kindHidden && ' (its kind is hidden)'} and what is within
      </span>
      {([1, 2, 3] as const).map((steps) => (
        <button
          key={steps}
          type="button"
          aria-pressed={focus.steps === steps}
          aria-label={`Within ${steps} ${steps === 1 ? 'step' : 'steps'}`}
          onClick={() =>
            session.dispatch({ type: 'focus', focus: { centre: focus.centre, steps } })
          }
        >
          {steps}
        </button>
      ))}
      <span>{focus.steps === 1 ? 'step' : 'steps'}</span>
      <button
        type="button"
        class="text-button"
        onClick={() => {
          session.dispatch({ type: 'focus', focus: undefined })
          // This bar goes, and the focus with it.
          document.getElementById('graph')?.focus()
        }}
      >
        Whole graph
      </button>
    </div>
  )
}
