import type { JSX } from 'preact'
import type { ComparedRecord } from '../display/comparison-list.ts'
import { shortened } from '../display/shortened.ts'

const mostCharacters = 300

function short(text: string): string {
  return shortened(text, mostCharacters, ({ length }) => length)
}

/** Each changed field, old and new. */
export function Fields({ record }: { readonly record: ComparedRecord }): JSX.Element | null {
  if (record.fields.length === 0) return null
  return (
    <dl class="compared-fields">
      {record.fields.map(({ label, before, after }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>
            {before === undefined ? (
              <span class="visually-hidden">nothing before</span>
            ) : (
              <del>{short(before)}</del>
            )}
            <span aria-label="became"> → </span>
            {after === undefined ? <span class="muted">nothing</span> : <ins>{short(after)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
