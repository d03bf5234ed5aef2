import type { JSX } from 'preact'
import type { QualifierFields } from '../app/statement-check.ts'
import type { StatementForm } from '../app/statement-form.ts'
import type { Qualification } from '../model/knowledge.ts'
import { Problem } from './edit-field.tsx'
import { Icon } from './icon.tsx'

interface Props {
  readonly form: StatementForm
  readonly qualifiers: readonly Qualification[]
}

/** What narrows the statement: in which year, how precisely. */
export function QualifierRows({ form, qualifiers }: Props): JSX.Element {
  const rows = form.qualifiers.value
  const put = (index: number, row: QualifierFields): void => {
    form.qualifiers.value = rows.with(index, row)
  }
  const [first] = qualifiers
  return (
    <fieldset id="edit-qualifiers" class="edit-rows">
      <legend>Qualifiers</legend>
      {rows.map(({ key, text }, index) => {
        const id = `edit-qualifier-${index}`
        const problem = form.problems.value.get(`qualifiers ${index}`)
        return (
          <div key={index}>
            <div class="edit-row">
              <select
                aria-label={`Qualifier ${index + 1}`}
                value={key}
                onChange={({ currentTarget }) => put(index, { key: currentTarget.value, text })}
              >
                {qualifiers.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.label}
                  </option>
                ))}
              </select>
              <input
                type="text"
                aria-label={`Value of qualifier ${index + 1}`}
                aria-invalid={problem !== undefined}
                aria-describedby={`${id}-problem`}
                value={text}
                onInput={({ currentTarget }) => put(index, { key, text: currentTarget.value })}
              />
              <button
                type="button"
                class="icon-button quiet"
                aria-label={`Remove qualifier ${index + 1}`}
                title="Remove"
                onClick={() => {
                  form.qualifiers.value = rows.toSpliced(index, 1)
                }}
              >
                <Icon name="close" />
              </button>
            </div>
            <Problem id={id} problem={problem} />
          </div>
        )
      })}
      <button
        type="button"
        class="text-button"
        onClick={() => {
          if (first !== undefined) form.qualifiers.value = [...rows, { key: first.id, text: '' }]
        }}
      >
        Add a qualifier
      </button>
    </fieldset>
  )
}
