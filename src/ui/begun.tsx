import type { JSX } from 'preact'
import type { IntakeDesk } from '../app/intake-desk.ts'

/**
 * The sign that something is being opened, until that takes long enough for a dialog of its own.
 * Stands in the dialog that is open, if one is: what is beside it is silent.
 */
export function Begun({ intake }: { readonly intake: IntakeDesk }): JSX.Element | null {
  const name = intake.begun.value
  if (name === undefined) return null
  return (
    <p class="begun visually-hidden" role="status">
      Opening {name}
    </p>
  )
}
