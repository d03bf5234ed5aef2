import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import type { EditTarget } from '../app/edit-target.ts'
import { EntityEditor } from './entity-editor.tsx'
import { StatementEditor } from './statement-editor.tsx'
import './edit.css'

interface Props {
  readonly desk: Desk
  readonly target: EditTarget
}

/** A form in the place of the card. */
export function EditPanel({ desk, target }: Props): JSX.Element {
  useEffect(() => {
    if (desk.sheet.peek() === 'short') desk.toggleSheet()
  }, [desk])
  const end = (): void => {
    desk.editing.value = undefined
    // The button that opened the form is not there any more; the table is.
    const back = 'from' in target ? '.table-scroll table' : '.card-scroll'
    document.querySelector<HTMLElement>(back)?.focus()
  }
  switch (target.of) {
    case 'entity':
      return <EntityEditor session={desk.session} id={target.id} column={target.column} end={end} />
    case 'new-entity':
      return <EntityEditor session={desk.session} id={undefined} end={end} />
    case 'statement':
    case 'new-statement':
      return <StatementEditor session={desk.session} target={target} end={end} />
  }
}
