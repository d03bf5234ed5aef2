import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Session } from '../app/session.ts'
import { conflictCards } from '../display/conflict-cards.ts'
import type { ConflictCard, Party } from '../display/conflict-cards.ts'
import { EntityButton } from './entity-button.tsx'
import './conflicts.css'

/** As many are told at once; each is on the card of its subject as well. */
const mostShown = 20

interface Props {
  readonly session: Session
  /** Undefined for those of the whole graph. */
  readonly about?: Party | undefined
}

/** The conflicts of a card: every side with its citations, so that the reader may judge. */
export function Conflicts({ session, about }: Props): JSX.Element | null {
  const { knowledge } = session
  const cards = useMemo(() => conflictCards(knowledge, about), [knowledge, about?.type, about?.id])
  if (cards.length === 0) return null
  return (
    <section class="conflicts">
      <h3>
        In conflict <span class="count">{cards.length}</span>
      </h3>
      <p class="muted">Only one can hold at a time: a date is missing, or one of them is wrong.</p>
      {cards.slice(0, mostShown).map((card) => (
        <Sides key={card.sides[0]?.statement} {...{ card, about, session }} />
      ))}
      {cards.length > mostShown && (
        <p class="muted">{cards.length - mostShown} more are on the cards of their subjects.</p>
      )}
    </section>
  )
}

interface SidesProps extends Props {
  readonly card: ConflictCard
}

function Sides({ card, about, session }: SidesProps): JSX.Element {
  const { subject, label, sides } = card
  return (
    <div class="dispute">
      {about?.id === subject.id ? (
        <p>{label}</p>
      ) : (
        <p class="conflict-subject">
          <EntityButton line={subject} session={session} /> {label}
        </p>
      )}
      <ul>
        {sides.map(({ statement, selection, value, qualifiers, note, citations }) => (
          <li key={statement}>
            <strong>{value}</strong>{' '}
            {qualifiers.length > 0 && <span class="muted">{qualifiers.join(', ')} </span>}
            {citations.length === 0 && <span class="badge is-uncited">uncited</span>}
            {selection.type === 'edge' && selection.id !== about?.id && (
              <button
                type="button"
                class="text-button"
                aria-label={`Go to it: ${value}`}
                onClick={() => session.dispatch({ type: 'select', selection })}
              >
                Go to it
              </button>
            )}
            {citations.map((citation) => (
              <p key={citation} class="muted">
                {citation}
              </p>
            ))}
            {note !== undefined && <p class="muted">{note}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
