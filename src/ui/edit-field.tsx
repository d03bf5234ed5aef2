import type { ComponentChildren, JSX } from 'preact'
import type { Signal } from '@preact/signals'

interface FieldProps {
  readonly id: string
  readonly label: string
  /** What is to be put right. */
  readonly problem?: string | undefined
  readonly hint?: string | undefined
  readonly children: ComponentChildren
}

/** A field with its label above and what is wrong with it below. */
export function Field({ id, label, problem, hint, children }: FieldProps): JSX.Element {
  return (
    <div class="edit-field">
      <label for={id}>{label}</label>
      {children}
      <Problem id={id} problem={problem} />
      {hint !== undefined && problem === undefined && <p class="edit-hint muted">{hint}</p>}
    </div>
  )
}

/** What is wrong with the field of that id. */
export function Problem({
  id,
  problem,
}: {
  readonly id: string
  readonly problem: string | undefined
}): JSX.Element {
  return (
    <p id={`${id}-problem`} class="edit-problem" role="status">
      {problem}
    </p>
  )
}

/** A box to tick, with what it says beside it. */
export function CheckField({
  value,
  children,
}: {
  readonly value: Signal<boolean>
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <label class="edit-check">
      <input
        type="checkbox"
        checked={value.value}
        onChange={({ currentTarget }) => {
          value.value = currentTarget.checked
        }}
      />
      {children}
    </label>
  )
}

/** A field that offers a choice; `children` are the options. */
export function ChoiceField({
  value,
  children,
  ...field
}: FieldProps & { readonly value: Signal<string> }): JSX.Element {
  return (
    <Field {...field}>
      <select
        id={field.id}
        aria-invalid={field.problem !== undefined}
        aria-describedby={`${field.id}-problem`}
        value={value.value}
        onChange={({ currentTarget }) => {
          value.value = currentTarget.value
        }}
      >
        {children}
      </select>
    </Field>
  )
}

interface TextProps {
  readonly id: string
  readonly label: string
  readonly value: Signal<string>
  readonly problem?: string | undefined
  readonly hint?: string | undefined
  readonly placeholder?: string | undefined
  /** More than one: a box of so many lines. */
  readonly rows?: number
  readonly first?: boolean
}

/** A field for text. */
export function TextField(props: TextProps): JSX.Element {
  const { id, label, value, problem, hint, placeholder, rows = 1, first = false } = props
  const attributes = {
    id,
    value: value.value,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-problem`,
    ...(placeholder === undefined ? {} : { placeholder }),
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      value.value = currentTarget.value
    },
    // What was opened by a button is where its reader wants to write.
    ref: first ? focusOnce : null,
  }
  return (
    <Field {...{ id, label, problem, hint }}>
      {rows === 1 ? (
        <input type="text" autocomplete="off" {...attributes} />
      ) : (
        <textarea rows={rows} {...attributes} />
      )}
    </Field>
  )
}

/** A `ref`: gives an element the focus when it comes. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus()
}
