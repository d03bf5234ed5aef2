import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import { blankAttribute, columnOf, newColumn } from '../app/attribute-fields.ts'
import type { AttributeFields } from '../app/attribute-fields.ts'
import { openColumns } from '../app/attribute-form.ts'
import type { AttributeForm } from '../app/attribute-form.ts'
import { spanWords } from '../display/span-words.ts'
import type { Column } from '../model/knowledge.ts'
import type { Datatype } from '../model/literal.ts'
import { datatypeNames } from './datatype-names.ts'
import { Field, Problem, focusOnce } from './edit-field.tsx'
import { Icon } from './icon.tsx'

interface Props {
  readonly form: AttributeForm
}

/** More than these stand behind a disclosure. */
const mostOpen = 5

/** The values that came with the file, and those that its reader adds. */
export function AttributeRows({ form }: Props): JSX.Element | null {
  const { fields, problems, ofKinds, wanted } = form
  const rows = fields.value
  const open = useSignal(rows.length <= mostOpen || wanted !== undefined)
  if (!form.offered) return null
  const listed = rows.flatMap(({ column }, index) => (column === ofKinds ? [] : [index]))
  return (
    <details
      class="edit-part"
      // What is wrong must be seen.
      open={open.value || problems.value.size > 0}
      onToggle={({ currentTarget }) => {
        open.value = currentTarget.open
      }}
    >
      <summary>
        Attributes {listed.length > 0 && <span class="count">{listed.length}</span>}
      </summary>
      {listed.map((index) => (
        <AttributeRow key={index} form={form} index={index} />
      ))}
      <button
        type="button"
        class="text-button"
        onClick={() => {
          const only = openColumns(form).length === 0
          fields.value = [...rows, { ...blankAttribute, column: only ? newColumn : '' }]
        }}
      >
        Add an attribute
      </button>
    </details>
  )
}

/** The attribute that gives the kinds; nothing where none does. */
export function KindAttribute({ form }: Props): JSX.Element | null {
  const index = form.fields.value.findIndex(({ column }) => column === form.ofKinds)
  return index === -1 ? null : <AttributeRow form={form} index={index} />
}

interface RowProps extends Props {
  readonly index: number
}

function AttributeRow({ form, index }: RowProps): JSX.Element | null {
  const row = form.fields.value[index]
  if (row === undefined) return null
  const column = columnOf(row, form.columns)
  const isFixed = row.before !== undefined || row.column === form.ofKinds
  if (column !== undefined && (isFixed || row.column === form.wanted)) {
    return <KnownAttribute {...{ form, index, row, column }} />
  }
  return <AddedAttribute {...{ form, index, row, column }} />
}

interface KnownProps extends RowProps {
  readonly row: AttributeFields
  readonly column: Column
}

/** Under the name of its column. */
function KnownAttribute({ form, index, row, column }: KnownProps): JSX.Element {
  const id = `edit-attribute-${index}`
  const times = row.before?.span === undefined ? [] : spanWords([row.before.span])
  const isKind = row.column === form.ofKinds
  return (
    <Field
      id={id}
      label={[column.title, ...times].join(', ')}
      problem={form.problems.value.get(index)}
      hint={isKind ? 'It gives the kind: a new value is a new kind.' : undefined}
    >
      <div class="edit-row">
        <ValueField {...{ form, index, row, column, id }} />
        {!isKind && <TakeAway form={form} index={index} what={column.title} />}
      </div>
    </Field>
  )
}

interface AddedProps extends RowProps {
  readonly row: AttributeFields
  readonly column: Column | undefined
}

/** With the choice of its column, or the name and type of a new one. */
function AddedAttribute({ form, index, row, column }: AddedProps): JSX.Element {
  const id = `edit-attribute-${index}`
  const put = putInto(form, index)
  const offered = openColumns(form)
  return (
    <div class="edit-reference">
      <div class="edit-row">
        <select
          aria-label={`Attribute ${index + 1}`}
          ref={focusOnce}
          value={row.column}
          onChange={({ currentTarget }) => put({ column: currentTarget.value })}
        >
          <option value="">Choose an attribute…</option>
          {[...(column === undefined ? [] : [column]), ...offered].map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
          <option value={newColumn}>New attribute…</option>
        </select>
        <TakeAway form={form} index={index} what={`attribute ${index + 1}`} />
      </div>
      {row.column === newColumn && (
        <div class="edit-row">
          <input
            type="text"
            autocomplete="off"
            aria-label={`Name of attribute ${index + 1}`}
            aria-describedby={`${id}-problem`}
            placeholder="Name"
            ref={focusOnce}
            value={row.title}
            onInput={({ currentTarget }) => put({ title: currentTarget.value })}
          />
          <TypeField index={index} datatype={row.datatype} put={put} />
        </div>
      )}
      {row.column !== '' && (
        <ValueField
          {...{ form, index, row, column, id }}
          label={`Value of attribute ${index + 1}`}
        />
      )}
      <Problem id={id} problem={form.problems.value.get(index)} />
    </div>
  )
}

function TypeField({
  index,
  datatype,
  put,
}: {
  readonly index: number
  readonly datatype: Datatype
  readonly put: Put
}): JSX.Element {
  return (
    <select
      aria-label={`Type of attribute ${index + 1}`}
      value={datatype}
      onChange={({ currentTarget }) => {
        const [chosen] = datatypeNames.find(([type]) => type === currentTarget.value) ?? []
        if (chosen !== undefined) put({ datatype: chosen })
      }}
    >
      {datatypeNames.map(([type, name]) => (
        <option key={type} value={type}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** A longer text gets a box, and so does one in several lines, which a single line would lose. */
const longText = 60

interface ValueProps extends AddedProps {
  readonly id: string
  /** Where no label stands above it. */
  readonly label?: string
}

function ValueField({ form, index, row, column, id, label }: ValueProps): JSX.Element {
  const values = useSignal<readonly string[]>([])
  const put = putInto(form, index)
  const isWanted = form.wanted !== undefined && row.column === form.wanted
  const attributes = {
    id,
    value: row.text,
    'aria-invalid': form.problems.value.has(index),
    'aria-describedby': `${id}-problem`,
    ...(label === undefined ? {} : { 'aria-label': label, placeholder: 'Value' }),
    ...(column?.defaultText === undefined ? {} : { placeholder: column.defaultText }),
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      put({ text: currentTarget.value }),
    ref: isWanted ? focusOnce : null,
  }
  const before = row.before?.text ?? ''
  if (before.length > longText || before.includes('\n'))
    return <textarea rows={3} {...attributes} />
  return (
    <>
      <input
        type="text"
        autocomplete="off"
        {...(values.value.length === 0 ? {} : { list: `${id}-values` })}
        onFocus={() => {
          if (column !== undefined) values.value = form.valuesOf(column)
        }}
        {...attributes}
      />
      <datalist id={`${id}-values`}>
        {values.value.map((value) => (
          <option key={value}>{value}</option>
        ))}
      </datalist>
    </>
  )
}

function TakeAway({ form, index, what }: RowProps & { readonly what: string }): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button quiet"
      aria-label={`Remove ${what}`}
      title="Remove"
      onClick={() => {
        form.fields.value = form.fields.peek().toSpliced(index, 1)
      }}
    >
      <Icon name="close" />
    </button>
  )
}

type Put = (part: Partial<AttributeFields>) => void

function putInto({ fields }: AttributeForm, index: number): Put {
  return (part) => {
    const rows = fields.peek()
    const row = rows[index]
    if (row !== undefined) fields.value = rows.with(index, { ...row, ...part })
  }
}
