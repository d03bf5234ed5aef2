import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { EditTarget } from '../app/edit-target.ts'
import { createEntityForm } from '../app/entity-form.ts'
import type { EntityForm } from '../app/entity-form.ts'
import { newKind } from '../app/kind-fields.ts'
import type { Session } from '../app/session.ts'
import { AttributeRows, KindAttribute } from './attribute-rows.tsx'
import { CheckField, ChoiceField, TextField } from './edit-field.tsx'
import { EditFrame } from './edit-frame.tsx'
import { TimePart } from './span-rows.tsx'

interface Props {
  readonly session: Session
  readonly target: Extract<EditTarget, { readonly of: 'entity' | 'new-entity' }>
  readonly end: () => void
}

/** What an entity is called, what it is, and in which words. */
export function EntityEditor({ session, target, end }: Props): JSX.Element {
  const known = target.of === 'entity' ? target : undefined
  const id = known?.id
  const form = useMemo(() => createEntityForm(session, id, known), [session, target])
  const { label } = form.problems.value
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
        first={known?.column === undefined}
      />
      <CheckField value={form.isPlural}>The name is a plural: “they are”, not “it is”</CheckField>
      <KindField form={form} />
      <KindAttribute form={form.attributes} />
      <AttributeRows form={form.attributes} />
      {form.times.offered && <TimePart label="Time" opened={form.times.usual} form={form.times} />}
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

function KindField({ form }: { readonly form: EntityForm }): JSX.Element | null {
  const { kind: unfit, kindLabel: unnamed } = form.problems.value
  if (form.kinds === undefined) return null
  return (
    <>
      <ChoiceField id="edit-kind" label="Kind" problem={unfit} value={form.kind}>
        <option value="">Without a kind</option>
        {form.kinds.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        <option value={newKind}>New kind…</option>
      </ChoiceField>
      {form.kind.value === newKind && (
        <div class="edit-halves">
          <TextField
            id="edit-new-kind"
            label="New kind"
            value={form.kindLabel}
            problem={form.tried.value || form.kindLabel.value !== '' ? unnamed : undefined}
            hint="What one is called."
            first
          />
          <TextField
            id="edit-new-kinds"
            label="Several of them"
            value={form.kindPlural}
            hint="As the legend says."
          />
        </div>
      )}
    </>
  )
}

function removal(statements: number): string {
  if (statements === 0) return 'Remove'
  return `Remove with its ${statements} ${statements === 1 ? 'statement' : 'statements'}`
}
