import type { JSX } from 'preact'
import type { Comparison } from '../app/comparison.ts'
import type { Session } from '../app/session.ts'
import type { ComparedPart } from '../display/comparison-list.ts'
import { ComparedRecords } from './compared-records.tsx'

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

function Part({ part: { title, records }, session }: PartProps): JSX.Element {
  return (
    <section>
      <h3>
        {title} <span class="count">{records.length}</span>
      </h3>
      <ComparedRecords
        {...{ records, session }}
        most={mostAtFirst}
        inWords={false}
        leadOf={({ selection }) => selection}
      />
    </section>
  )
}
