import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Comparison } from '../app/comparison.ts'
import type { Session } from '../app/session.ts'
import { changeTexts } from '../display/change-signs.ts'
import type { ComparedPart, ComparedRecord } from '../display/comparison-list.ts'
import { Fields } from './compared-fields.tsx'
import { ChangeMark } from './comparison-marks.tsx'
import './explore.css'
import './comparison.css'

interface Props {
  readonly comparison: Comparison
  readonly session: Session
}

/** Everything that differs from an older version, as a list that leads to the cards. */
export function ComparisonCard({ comparison, session }: Props): JSX.Element {
  const { name, parts, close } = comparison
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
      <div class="card-actions">
        <button type="button" onClick={close}>
          End the comparison
        </button>
      </div>
      {parts.map((part) => (
        <Part key={part.title} {...{ part, session }} />
      ))}
    </article>
  )
}

/** So many lines of a part are there at first. */
const mostAtFirst = 100

interface PartProps extends Pick<Props, 'session'> {
  readonly part: ComparedPart
}

function Part({ part, session }: PartProps): JSX.Element {
  const whole = useSignal(false)
  const shown = whole.value ? part.records : part.records.slice(0, mostAtFirst)
  return (
    <section>
      <h3>
        {part.title} <span class="count">{part.records.length}</span>
      </h3>
      <ul class="compared-records">
        {shown.map((record) => (
          <Compared key={`${record.change} ${record.id}`} record={record} session={session} />
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

interface ComparedProps {
  readonly record: ComparedRecord
  readonly session: Session
}

function Compared({ record, session }: ComparedProps): JSX.Element {
  const { change, text, selection } = record
  return (
    <li>
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
