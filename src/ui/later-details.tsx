import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'

interface Props {
  readonly label: string
  readonly opened?: boolean
  readonly content: () => JSX.Element
}

/** A part that is closed at first; what is in it is made when it is opened. */
export function LaterDetails({ label, opened = false, content }: Props): JSX.Element {
  const open = useSignal(opened)
  return (
    <details
      class="later"
      open={open.value}
      onToggle={({ currentTarget }) => {
        open.value = currentTarget.open
      }}
    >
      <summary>{label}</summary>
      {open.value && content()}
    </details>
  )
}
