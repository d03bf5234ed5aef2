import type { JSX } from 'preact'
import type { Dispute } from '../display/card-lines.ts'
import type { NumberedCitation } from '../display/citation.ts'
import type { Evidence } from '../model/evidence.ts'
import type { EntityId } from '../model/ids.ts'
import type { Session } from '../app/session.ts'
import { lazily } from './lazily.tsx'
import { SourceLink } from './source-link.tsx'

const Passage = lazily(async () => (await import('./passage.tsx')).Passage)

interface MarkersProps {
  readonly numbers: readonly number[]
  readonly evidence: Evidence
  /** Which list of citations the numbers are of; "" for the card's. */
  readonly list?: string
}

/** The citation markers of one line; each leads to its entry in the list below. */
export function Markers({ numbers, evidence, list = '' }: MarkersProps): JSX.Element {
  return (
    <span class="markers">
      {evidence === 'disputed' && <span class="badge is-disputed">disputed</span>}
      {evidence === 'inferred' && <span class="badge is-inferred">inferred</span>}
      {evidence === 'uncited' && <span class="badge is-uncited">uncited</span>}
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          class="marker"
          aria-label={`Reference ${number}`}
          onClick={() => showCitation(`citation-${list}${number}`)}
        >
          {number}
        </button>
      ))}
    </span>
  )
}

/** Moves the focus, not the address: the hash belongs to the view. */
function showCitation(id: string): void {
  const entry = document.getElementById(id)
  entry?.scrollIntoView({ block: 'center' })
  entry?.focus({ preventScroll: true })
}

/** Where the card's statements stand in their sources. */
export function Citations({
  citations,
  session,
  list = '',
  title = 'Where it says so',
}: {
  readonly citations: readonly NumberedCitation[]
  readonly session: Session
  readonly list?: string
  readonly title?: string
}): JSX.Element | null {
  const [first] = citations
  if (first === undefined) return null
  const single = citations.every(({ sourceTitle }) => sourceTitle === first.sourceTitle)
  return (
    <section class="citations">
      {/* Within something else there is no heading of its own. */}
      {list === '' && <h3>{title}</h3>}
      {single && (
        <p class="citation-source">
          <SourceLink text={first.sourceTitle} url={first.sourceUrl} />
        </p>
      )}
      <ol>
        {citations.map(
          ({ number, locator, heading, glosses, sourceTitle, sourceUrl, ...place }) => (
            <li key={number} id={`citation-${list}${number}`} tabIndex={-1} value={number}>
              {!single && (
                <p class="citation-source">
                  <SourceLink text={sourceTitle} url={sourceUrl} />
                </p>
              )}
              <p class="citation-heading">
                {[locator, heading].filter((part) => part !== undefined).join(' · ')}
              </p>
              {glosses.map((gloss) => (
                <p key={gloss} class="citation-gloss">
                  {gloss}
                </p>
              ))}
              {place.hasPassage && <Passage {...{ session, ...place }} />}
            </li>
          ),
        )}
      </ol>
    </section>
  )
}

/** What contradicts a statement, with its own citations and the way to it. */
export function Disputes({
  disputes,
  session,
  about,
}: {
  readonly disputes: readonly Dispute[]
  readonly session: Session
  /** The node whose card it is on. */
  readonly about?: EntityId
}): JSX.Element {
  return (
    <>
      {disputes.map(({ text, citations, subject, edge }) => (
        <div key={text} class="dispute">
          <p>
            <strong>In dispute with:</strong> {text}{' '}
            <span class="muted">({citations.length === 0 ? 'uncited' : citations.join('; ')})</span>
          </p>
          {(edge !== undefined || subject.id !== about) && (
            <button
              type="button"
              class="text-button"
              onClick={() =>
                session.dispatch({
                  type: 'select',
                  selection:
                    edge === undefined
                      ? { type: 'node', id: subject.id }
                      : { type: 'edge', id: edge },
                })
              }
            >
              {edge === undefined ? `Go to ${subject.name}` : 'Go to that statement'}
            </button>
          )}
        </div>
      ))}
    </>
  )
}
