import type { ComponentChildren, JSX } from 'preact'
import { useSignal } from '@preact/signals'
import { blankSpan } from '../app/span-form.ts'
import type { SpanFields, SpanForm } from '../app/span-form.ts'
import { Problem, focusOnce } from './edit-field.tsx'
import { Icon } from './icon.tsx'

interface PartProps {
  readonly label: string
  /** True where the graph tells such things of others too. */
  readonly opened: boolean
  readonly form: SpanForm
  /** What is told beside the times. */
  readonly children?: ComponentChildren
}

/** The times of something, behind a disclosure where the graph has none. */
export function TimePart({ label, opened, form, children }: PartProps): JSX.Element {
  const open = useSignal(opened)
  const count = form.fields.value.length
  return (
    <details
      class="edit-part"
      // What is wrong must be seen.
      open={open.value || form.problems.value.size > 0}
      onToggle={({ currentTarget }) => {
        open.value = currentTarget.open
      }}
    >
      <summary>
        {label} {count > 0 && <span class="count">{count}</span>}
      </summary>
      {children}
      {form.offered && <SpanRows form={form} />}
    </details>
  )
}

/** From when to when, in as many stretches as there are. */
function SpanRows({ form }: { readonly form: SpanForm }): JSX.Element {
  const rows = form.fields.value
  return (
    <fieldset class="edit-rows" aria-label="Time">
      {rows.map((row, index) => (
        <SpanRow
          key={index}
          {...{ form, row, index }}
          put={(part) => {
            form.fields.value = rows.with(index, { ...row, ...part })
          }}
        />
      ))}
      {rows.length > 0 && (
        <p class="edit-hint muted">Dates or numbers; leave one empty where it is open.</p>
      )}
      <button
        type="button"
        class="text-button"
        onClick={() => {
          form.fields.value = [...rows, blankSpan]
        }}
      >
        Add a time
      </button>
    </fieldset>
  )
}

interface RowProps {
  readonly form: SpanForm
  readonly row: SpanFields
  readonly index: number
  readonly put: (part: Partial<SpanFields>) => void
}

const bounds = [
  ['start', 'startExcluded', 'Start'],
  ['end', 'endExcluded', 'End'],
] as const

function SpanRow({ form, row, index, put }: RowProps): JSX.Element {
  const id = `edit-time-${index}`
  const problem = form.problems.value.get(index)
  const isNew = row.before === undefined
  return (
    <div>
      <div class="edit-row">
        {bounds.map(([bound, , label]) => (
          <input
            key={bound}
            id={`${id}-${bound}`}
            type="text"
            autocomplete="off"
            aria-label={`${label} of time ${index + 1}`}
            placeholder={label}
            aria-invalid={problem?.bound === bound}
            aria-describedby={`${id}-problem`}
            value={row[bound]}
            onInput={({ currentTarget }) => put({ [bound]: currentTarget.value })}
            ref={isNew && bound === 'start' ? focusOnce : null}
          />
        ))}
        <button
          type="button"
          class="icon-button quiet"
          aria-label={`Remove time ${index + 1}`}
          title="Remove"
          onClick={() => {
            form.fields.value = form.fields.peek().toSpliced(index, 1)
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      {/* Few files leave a bound out; theirs alone ask for it. */}
      {bounds.map(
        ([bound, excluded, label]) =>
          row.before?.[excluded] === true && (
            <label key={bound} class="edit-check">
              <input
                type="checkbox"
                checked={row[excluded]}
                onChange={({ currentTarget }) => put({ [excluded]: currentTarget.checked })}
              />
              {label} itself left out
            </label>
          ),
      )}
      <Problem id={id} problem={problem?.message} />
    </div>
  )
}
