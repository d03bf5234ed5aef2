import type { JSX } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
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
  // Before anything is painted or said of the first field, which else has the focus.
  useLayoutEffect(() => focusField(target), [target])
  const end = (): void => {
    desk.editing.value = undefined
    // The button that opened the form is not there any more; the table is.
    const back = 'from' in target ? '.table-scroll table' : '.card-scroll'
    document.querySelector<HTMLElement>(back)?.focus()
  }
  switch (target.of) {
    case 'entity':
    case 'new-entity':
      return <EntityEditor session={desk.session} target={target} end={end} />
    case 'statement':
    case 'new-statement':
      return <StatementEditor session={desk.session} target={target} end={end} />
  }
}

/** Who comes from the table goes on at what the cell shows; everyone else at the first field. */
function focusField(target: EditTarget): void {
  // An attribute takes the focus itself.
  if ('column' in target && target.column !== undefined) return
  const form = document.querySelector<HTMLElement>('.edit')
  if (!('from' in target)) {
    form?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    return
  }
  const field = fieldsOfCells[`${target.of} ${target.cell}`.replace('new-', '')]
  const found = field === undefined ? null : form?.querySelector<HTMLElement>(field)
  const first = form?.querySelector<HTMLElement>('input, select, textarea, button')
  ;(found ?? first)?.focus()
}

const times = { start: '#edit-time-0-start', end: '#edit-time-0-end' }
const references = '#edit-references :is(select, .text-button)'

/** Where the fields are, by what a form is of and the column of the table. */
const fieldsOfCells: Readonly<Record<string, string>> = {
  'entity name': '#edit-label',
  'entity kind': '#edit-kind',
  'entity aliases': '#edit-aliases',
  'entity description': '#edit-description',
  'entity time:start': times.start,
  'entity time:end': times.end,
  'statement subject': '#edit-subject, #edit-subject-change',
  'statement predicate': '#edit-predicate',
  'statement value': '#edit-value, #edit-value-change',
  'statement qualifiers': '#edit-qualifiers :is(input, .text-button)',
  'statement evidence': references,
  'statement references': references,
  'statement places': references,
  'statement time:start': times.start,
  'statement time:end': times.end,
  'statement direction': '#edit-direction',
  'statement label': '#edit-own-label',
  'statement weight': '#edit-weight',
  'statement note': '#edit-note',
}
