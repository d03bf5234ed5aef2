import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Comparison } from '../app/comparison.ts'
import type { Session } from '../app/session.ts'
import { goneEdgeId } from '../display/compared-picture.ts'
import type { ComparedPart, ComparedRecord } from '../display/comparison-list.ts'
import { shortened } from '../display/shortened.ts'
import { changeTexts, ChangeMark } from './comparison-marks.tsx'
import './explore.css'
import './comparison.css'

interface Props {
  readonly comparison: Comparison
  readonly session: Session
}

/** Everything that differs from an older version, as a list that leads to the cards. */
export function ComparisonCard({ comparison, session }: Props): JSX.Element {
  const { name, parts, references, close } = comparison
  return (
    <article class="card comparison" aria-labelledby="card-title">
      <p class="card-kind">Comparison</p>
      <h2 id="card-title">What changed since {name}</h2>
      <p class="card-description">
        {parts.length === 0
          ? 'Both versions say the same.'
          : 'Added is what only the open graph has, removed what only the other version has.'}{' '}
        Places and colours are not compared.
      </p>
      {(references.added > 0 || references.removed > 0) && (
        <p class="muted">
          References: {references.added} added, {references.removed} removed.
        </p>
      )}
      <div class="card-actions">
        <button type="button" onClick={close}>
          End the comparison
        </button>
      </div>
      {parts.map((part) => (
        <Part key={part.title} {...{ part, comparison, session }} />
      ))}
    </article>
  )
}

/** So many lines of a part are there at first. */
const mostAtFirst = 100

function Part({ part, comparison, session }: Props & { readonly part: ComparedPart }): JSX.Element {
  const whole = useSignal(false)
  const pointedAt = comparison.pointedAt.value
  const at = part.records.findIndex((record) => isAbout(record, pointedAt))
  const shown = whole.value || at >= mostAtFirst ? part.records : part.records.slice(0, mostAtFirst)
  return (
    <section>
      <h3>
        {part.title} <span class="count">{part.records.length}</span>
      </h3>
      <ul class="compared-records">
        {shown.map((record) => (
          <Compared
            key={`${record.change} ${record.id}`}
            record={record}
            session={session}
            pointed={isAbout(record, pointedAt)}
          />
        ))}
      </ul>
      {shown.length < part.records.length && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            whole.value = true
          }}
        >
          Show all {part.records.length}
        </button>
      )}
    </section>
  )
}

/** True for the line of what was pointed at in the picture and is gone. */
function isAbout({ change, id }: ComparedRecord, pointedAt: string | undefined): boolean {
  return change === 'removed' && (id === pointedAt || goneEdgeId(id) === pointedAt)
}

interface ComparedProps {
  readonly record: ComparedRecord
  readonly session: Session
  /** True where the picture was pointed at what is gone: the line comes into sight. */
  readonly pointed: boolean
}

function Compared({ record, session, pointed }: ComparedProps): JSX.Element {
  const { change, text, selection } = record
  return (
    <li
      class={pointed ? 'is-pointed' : undefined}
      ref={(element) => {
        if (pointed) element?.scrollIntoView({ block: 'center' })
      }}
    >
      <p class="compared-record">
        <ChangeMark change={change} />
        <span class="visually-hidden">{changeTexts[change]}: </span>
        {selection === undefined ? (
          <span>{text}</span>
        ) : (
          <button
            type="button"
            class="statement-line"
            onClick={() => session.dispatch({ type: 'select', selection })}
          >
            {text}
          </button>
        )}
      </p>
      <Fields record={record} />
    </li>
  )
}

/** Above the card of what differs: how it does. */
export function ComparisonNote({
  records,
  name,
}: {
  readonly records: readonly ComparedRecord[]
  readonly name: string
}): JSX.Element | null {
  if (records.length === 0) return null
  return (
    <aside class="note comparison-note" aria-label={`Compared with ${name}`}>
      <p class="muted">Compared with {name}</p>
      <ul class="compared-records">
        {records.map((record) => (
          <li key={`${record.change} ${record.id}`}>
            <p class="compared-record">
              <ChangeMark change={record.change} />
              <span>
                <strong>{changeTexts[record.change]}:</strong> {record.text}
              </span>
            </p>
            <Fields record={record} />
          </li>
        ))}
      </ul>
    </aside>
  )
}

const mostCharacters = 300

function short(text: string): string {
  return shortened(text, mostCharacters, ({ length }) => length)
}

/** Each changed field, old and new. */
function Fields({ record }: { readonly record: ComparedRecord }): JSX.Element | null {
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
