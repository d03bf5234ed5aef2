import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { EditTarget } from '../app/edit-target.ts'
import { newPredicate } from '../app/predicate-fields.ts'
import type { Session } from '../app/session.ts'
import { createStatementForm } from '../app/statement-form.ts'
import type { StatementForm } from '../app/statement-form.ts'
import { directionWords } from '../display/direction-words.ts'
import { directions } from '../model/direction.ts'
import type { Datatype } from '../model/literal.ts'
import { AttributeRows } from './attribute-rows.tsx'
import { datatypeNames } from './datatype-names.ts'
import { ChoiceField, Field, TextField } from './edit-field.tsx'
import { EditFrame } from './edit-frame.tsx'
import { EntityField } from './entity-field.tsx'
import { QualifierRows } from './qualifier-rows.tsx'
import { ReferenceRows } from './reference-rows.tsx'
import { TimePart } from './span-rows.tsx'

interface Props {
  readonly session: Session
  readonly target: Extract<EditTarget, { readonly of: 'statement' | 'new-statement' }>
  readonly end: () => void
}

/** A statement in its parts: what it says of what, what narrows it, what it rests on. */
export function StatementEditor({ session, target, end }: Props): JSX.Element {
  const form = useMemo(() => createStatementForm(session, target), [session, target])
  const problems = form.problems.value
  const { content } = session
  return (
    <EditFrame
      title={form.exists ? 'Edit statement' : 'Add statement'}
      save={form.save}
      end={end}
      remove={form.exists ? { label: 'Remove', act: form.remove } : undefined}
    >
      <Field id="edit-subject" label="Subject" problem={problems.get('subject')}>
        <EntityField session={session} id="edit-subject" label="Subject" value={form.subject} />
      </Field>
      <PredicateField form={form} />
      {form.chosen.value?.type === 'fact' && <LiteralFields form={form} />}
      {form.chosen.value?.type === 'relation' && (
        <Field
          id="edit-value"
          label="Value"
          problem={problems.get('value')}
          hint="Search for it, or click it in the picture."
        >
          <EntityField session={session} id="edit-value" label="Value" value={form.object} />
          {form.subject.value !== undefined && form.object.value !== undefined && (
            <button type="button" class="text-button" onClick={form.swap}>
              Swap subject and value
            </button>
          )}
        </Field>
      )}
      <p class="edit-notice" role="status">
        {form.notice.value}
      </p>
      {form.chosen.value?.type === 'relation' && <EdgeFields form={form} />}
      <AttributeRows form={form.attributes} />
      <TurnAndTime form={form} />
      {content.qualifiers.size > 0 && (
        <QualifierRows form={form} qualifiers={[...content.qualifiers.values()]} />
      )}
      <ReferenceRows form={form} sources={[...content.sources.values()]} />
      <TextField id="edit-note" label="Note" value={form.note} rows={2} />
    </EditFrame>
  )
}

function PredicateField({ form }: { readonly form: StatementForm }): JSX.Element {
  const problem = form.problems.value.get('predicate')
  const offered = form.predicates.value
  const options = (type: 'relation' | 'fact'): JSX.Element[] =>
    offered
      .filter((predicate) => predicate.type === type)
      .map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))
  return (
    <>
      <ChoiceField
        id="edit-predicate"
        label="Says"
        problem={problem}
        hint={
          offered.length === 0 && form.predicate.value !== newPredicate
            ? 'No predicate of this graph takes such a subject; name a new one.'
            : form.chosen.value?.description
        }
        value={form.predicate}
      >
        <option value="">Choose…</option>
        <optgroup label="Relations, to an entity">{options('relation')}</optgroup>
        <optgroup label="Facts, with a value">{options('fact')}</optgroup>
        <option value={newPredicate}>New predicate…</option>
      </ChoiceField>
      {form.predicate.value === newPredicate && <NewPredicate form={form} />}
    </>
  )
}

function NewPredicate({ form }: { readonly form: StatementForm }): JSX.Element {
  const { label, leadsTo, inverse } = form.added
  return (
    <>
      <div class="edit-halves">
        <TextField
          id="edit-new-predicate"
          label="New predicate"
          value={label}
          problem={form.problems.value.get('new-predicate')}
          hint="As it reads: “reviews”."
          first
        />
        <Field id="edit-leads-to" label="Leads to">
          <select
            id="edit-leads-to"
            value={leadsTo.value}
            onChange={({ currentTarget }) => {
              const [chosen] = targets.find(([target]) => target === currentTarget.value) ?? []
              if (chosen !== undefined) leadsTo.value = chosen
            }}
          >
            {targets.map(([target, name]) => (
              <option key={target} value={target}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {leadsTo.value === 'entity' && (
        <TextField
          id="edit-inverse"
          label="Read from the other end"
          value={inverse}
          hint="As it reads there: “reviewed by”."
        />
      )}
    </>
  )
}

const targets: readonly (readonly ['entity' | Datatype, string])[] = [
  ['entity', 'An entity'],
  ...datatypeNames,
]

function LiteralFields({ form }: { readonly form: StatementForm }): JSX.Element {
  const predicate = form.chosen.value
  const datatype = predicate?.type === 'fact' ? predicate.datatype : 'string'
  return (
    <div class="edit-pair">
      <TextField
        id="edit-value"
        label="Value"
        value={form.text}
        problem={form.problems.value.get('value')}
        hint={examples[datatype]}
      />
      {(datatype === 'integer' || datatype === 'decimal') && (
        <TextField id="edit-unit" label="Unit" value={form.unit} />
      )}
    </div>
  )
}

/** What edges of files have, where they have it. */
function EdgeFields({ form }: { readonly form: StatementForm }): JSX.Element {
  return (
    <>
      {form.labelled && (
        <TextField
          id="edit-own-label"
          label="In its own words"
          value={form.label}
          hint="Said in place of the predicate."
        />
      )}
      {form.weighted && (
        <TextField
          id="edit-weight"
          label="Weight"
          value={form.weight}
          problem={form.problems.value.get('weight')}
        />
      )}
    </>
  )
}

/** Which way it leads, and when: open where the graph tells such of its relations. */
function TurnAndTime({ form }: { readonly form: StatementForm }): JSX.Element | null {
  const { times, turned } = form
  const leads = form.chosen.value?.type === 'relation' && (turned || times.offered)
  if (!leads && !times.offered) return null
  return (
    <TimePart
      label={leads ? (times.offered ? 'Direction and time' : 'Direction') : 'Time'}
      opened={times.usual || turned}
      form={times}
    >
      {leads && (
        <Field id="edit-direction" label="Direction">
          <select
            id="edit-direction"
            value={form.direction.value}
            onChange={({ currentTarget: { value } }) => {
              const chosen = directions.find((each) => each === value)
              if (chosen !== undefined) form.direction.value = chosen
            }}
          >
            {directions.map((each) => (
              <option key={each} value={each}>
                {directionWords[each]}
              </option>
            ))}
          </select>
        </Field>
      )}
    </TimePart>
  )
}

/** How literals are written. */
const examples: Readonly<Record<Datatype, string | undefined>> = {
  string: undefined,
  integer: 'A whole number: 12.',
  decimal: 'A number: 8.2.',
  boolean: 'true or false.',
  date: 'A date: 2025-04-29, or 2025-04.',
  year: 'A year: 2025.',
  uri: 'An address: https://…',
}
