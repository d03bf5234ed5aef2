import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { createEntityForm } from '../app/entity-form.ts'
import type { Session } from '../app/session.ts'
import type { EntityId } from '../model/ids.ts'
import { ChoiceField, TextField } from './edit-field.tsx'
import { EditFrame } from './edit-frame.tsx'

interface Props {
  readonly session: Session
  /** Undefined for a new one. */
  readonly id: EntityId | undefined
  readonly end: () => void
}

/** What an entity is called, what it is, and in which words. */
export function EntityEditor({ session, id, end }: Props): JSX.Element {
  const form = useMemo(() => createEntityForm(session, id), [session, id])
  const { label, kind } = form.problems.value
  const shown = form.tried.value || id !== undefined
  return (
    <EditFrame
      title={id === undefined ? 'Add entity' : 'Edit entity'}
      save={form.save}
      end={end}
      remove={id === undefined ? undefined : { label: removal(form.statements), act: form.remove }}
    >
      <TextField
        id="edit-label"
        label="Name"
        value={form.label}
        problem={shown ? label : undefined}
        hint={form.caution.value}
        first
      />
      {form.kinds.length > 0 && (
        <ChoiceField id="edit-kind" label="Kind" problem={kind} value={form.kind}>
          <option value="">Without a kind</option>
          {form.kinds.map(({ id: each, label: name }) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </ChoiceField>
      )}
      <TextField
        id="edit-aliases"
        label="Other names"
        value={form.aliases}
        hint="One a line, in any script."
        rows={3}
      />
      <TextField id="edit-description" label="Description" value={form.description} rows={4} />
    </EditFrame>
  )
}

function removal(statements: number): string {
  if (statements === 0) return 'Remove'
  return `Remove with its ${statements} ${statements === 1 ? 'statement' : 'statements'}`
}
