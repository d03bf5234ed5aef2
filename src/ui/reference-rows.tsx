import type { JSX } from 'preact'
import { blankReference, newSource } from '../app/reference-fields.ts'
import type { ReferenceFields } from '../app/reference-fields.ts'
import type { StatementForm } from '../app/statement-form.ts'
import type { Source } from '../model/knowledge.ts'
import { CheckField, Problem } from './edit-field.tsx'
import { Icon } from './icon.tsx'

interface Props {
  readonly form: StatementForm
  readonly sources: readonly Source[]
}

/** Who says so, and where. */
export function ReferenceRows({ form, sources }: Props): JSX.Element {
  const rows = form.references.value
  return (
    <fieldset id="edit-references" class="edit-rows">
      <legend>References</legend>
      {rows.length === 0 && !form.inferred.value && (
        <p class="edit-hint muted">Without one the statement is uncited.</p>
      )}
      {rows.map((row, index) => (
        <ReferenceRow
          key={index}
          row={row}
          number={index + 1}
          sources={sources}
          problem={form.problems.value.get(`references ${index}`)}
          addressProblem={form.problems.value.get(`references ${index} url`)}
          put={(change) => {
            form.references.value = rows.with(index, { ...row, ...change })
          }}
          remove={() => {
            form.references.value = rows.toSpliced(index, 1)
          }}
        />
      ))}
      <button
        type="button"
        class="text-button"
        onClick={() => {
          const [only] = sources
          const source = sources.length === 0 ? newSource : sources.length === 1 ? only?.id : ''
          form.references.value = [...rows, { ...blankReference, source: source ?? '' }]
        }}
      >
        Add a reference
      </button>
      <CheckField value={form.inferred}>
        Inferred: no source says so, it follows from these
      </CheckField>
    </fieldset>
  )
}

interface RowProps {
  readonly row: ReferenceFields
  readonly number: number
  readonly sources: readonly Source[]
  readonly problem: string | undefined
  readonly addressProblem: string | undefined
  readonly put: (change: Partial<ReferenceFields>) => void
  readonly remove: () => void
}

function ReferenceRow(props: RowProps): JSX.Element {
  const { row, number, sources, problem, addressProblem, put, remove } = props
  const source = sources.find(({ id }) => id === row.source)
  const paragraphs = [...(source?.paragraphs ?? [])]
  const text = (field: 'title' | 'url' | 'gloss', label: string): JSX.Element => (
    <input
      type="text"
      aria-label={`${label} of reference ${number}`}
      placeholder={label}
      {...(field === 'url'
        ? { inputMode: 'url', 'aria-invalid': addressProblem !== undefined }
        : {})}
      aria-describedby={`edit-reference-${number}${field === 'url' ? '-url' : ''}-problem`}
      value={row[field]}
      onInput={({ currentTarget }) => put({ [field]: currentTarget.value })}
    />
  )
  return (
    <div class="edit-reference">
      <div class="edit-row">
        <select
          aria-label={`Source of reference ${number}`}
          aria-invalid={problem !== undefined}
          aria-describedby={`edit-reference-${number}-problem`}
          value={row.source}
          onChange={({ currentTarget }) => put({ source: currentTarget.value, paragraph: '' })}
        >
          <option value="">Choose a source…</option>
          {sources.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          <option value={newSource}>Another source…</option>
        </select>
        <button
          type="button"
          class="icon-button quiet"
          aria-label={`Remove reference ${number}`}
          title="Remove"
          onClick={remove}
        >
          <Icon name="close" />
        </button>
      </div>
      {row.source === newSource && (
        <>
          {text('title', 'Title')}
          {text('url', 'Address')}
          <Problem id={`edit-reference-${number}-url`} problem={addressProblem} />
        </>
      )}
      {paragraphs.length > 0 && (
        <select
          aria-label={`Place of reference ${number}`}
          value={row.paragraph}
          onChange={({ currentTarget }) => put({ paragraph: currentTarget.value })}
        >
          <option value="">The source as a whole</option>
          {paragraphs.map(([paragraph, { heading }]) => (
            <option key={paragraph} value={String(paragraph)}>
              ¶ {paragraph} · {heading}
            </option>
          ))}
        </select>
      )}
      {text('gloss', 'What it says there, in your words')}
      <Problem id={`edit-reference-${number}`} problem={problem} />
    </div>
  )
}
