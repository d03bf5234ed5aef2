import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import type { EditTarget } from '../app/edit-target.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly desk: Desk
  readonly target: EditTarget
  /** A mark alone, where a word beside every line would be too much. */
  readonly quiet?: boolean
}

const labels: Readonly<Record<EditTarget['of'], string>> = {
  entity: 'Edit',
  statement: 'Edit',
  'new-entity': 'Add entity',
  'new-statement': 'Add statement',
}

/** Opens the form for something in the place of the card. */
export function EditButton({ desk, target, quiet = false }: Props): JSX.Element {
  const label = labels[target.of]
  return (
    <button
      type="button"
      {...(quiet
        ? { class: 'icon-button quiet', title: label, 'aria-label': 'Edit this fact' }
        : {})}
      onClick={() => {
        desk.editing.value = target
      }}
    >
      <Icon name={label === 'Edit' ? 'edit' : 'plus'} />
      {!quiet && label}
    </button>
  )
}
