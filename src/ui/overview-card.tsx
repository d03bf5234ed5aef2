import type { JSX } from 'preact'
import { hasSingleValues } from '../model/evidence.ts'
import type { Overview } from '../display/overview.ts'
import { counted, grouped } from '../display/counted.ts'
import type { Desk } from '../app/desk.ts'
import { CiteButton } from './cite-button.tsx'
import { SourceLink } from './source-link.tsx'
import { EditButton } from './edit-button.tsx'
import { Icon } from './icon.tsx'
import { LaterDetails } from './later-details.tsx'
import { lazily } from './lazily.tsx'
import { EntityButton } from './entity-button.tsx'
import { WhenSeen } from './when-seen.tsx'

const Conflicts = lazily(async () => (await import('./conflicts.tsx')).Conflicts)
const StructureFigures = lazily(
  async () => (await import('./structure-summary.tsx')).StructureFigures,
)
const OriginLine = lazily(async () => (await import('./origin-line.tsx')).OriginLine)

interface Props {
  readonly overview: Overview
  readonly desk: Desk
}

/** The card while nothing is selected: what this graph is, and where to start. */
export function OverviewCard({ overview, desk }: Props): JSX.Element {
  const { evidence } = overview
  const { session, origin } = desk
  return (
    <article class="card" aria-labelledby="card-title">
      <p class="card-kind">Knowledge graph</p>
      <h2 id="card-title">{overview.title}</h2>
      {overview.description !== undefined && <p class="card-description">{overview.description}</p>}
      <dl class="figures">
        <Figure value={overview.entities} one="entity" many="entities" />
        <Figure value={overview.relations} one="relation" many="relations" />
        <Figure value={overview.facts} one="fact" many="facts" />
      </dl>
      {session.opened.tour !== undefined && (
        <button type="button" class="primary take-tour" onClick={() => takeTour(desk)}>
          <Icon name="forward" />
          Take the tour
        </button>
      )}
      {origin !== undefined && <OriginLine origin={origin} />}
      <div class="card-actions">
        <CiteButton desk={desk} citable={{ type: 'view' }} />
        <button type="button" onClick={desk.compare}>
          Compare with another version…
        </button>
        <EditButton desk={desk} target={{ of: 'new-entity' }} />
      </div>
      {overview.entities > 0 && (
        <>
          <section>
            <h3>Where to start</h3>
            <p class="muted">Search, click a node or a line, or begin with one of these.</p>
            <ul class="entity-list">
              {overview.start.map((line) => (
                <li key={line.id}>
                  <EntityButton line={line} session={session} />
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>Most connected</h3>
            <ol class="entity-list">
              {overview.mostConnected.map((line) => (
                <li key={line.id}>
                  <EntityButton line={line} session={session} />
                  <span class="count">{grouped(line.degree)}</span>
                </li>
              ))}
            </ol>
          </section>
          <section>
            <LaterDetails
              label="Structure"
              content={() => <StructureFigures session={session} />}
            />
          </section>
        </>
      )}
      {hasSingleValues(session.knowledge) && (
        <WhenSeen content={() => <Conflicts session={session} />} />
      )}
      {overview.disputed.length > 0 && (
        <section>
          <h3>In dispute</h3>
          <p class="muted">Statements here that cannot both be true; each card tells why.</p>
          <ul class="disputed-list">
            {overview.disputed.map(({ text, subject }) => (
              <li key={text}>
                <EntityButton line={subject} session={session} />
                <p class="muted">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{overview.sources.length === 1 ? 'Source' : 'Sources'}</h3>
        <p class="muted">
          {overview.sources.length === 0
            ? 'No statement here names a source.'
            : `${counted(evidence.cited + evidence.disputed, 'statement has a source', 'statements have a source')}, ${
                evidence.inferred === 0
                  ? ''
                  : `${counted(evidence.inferred, 'is', 'are')} inferred, `
              }${evidence.uncited === 0 ? 'none is uncited' : counted(evidence.uncited, 'has none', 'have none')}.`}
        </p>
        {overview.sources.map((source) => (
          <div key={source.title} class="source">
            <p class="source-title">
              <SourceLink text={source.title} url={source.url} />
            </p>
            <p class="muted">
              {[
                source.detail,
                counted(source.citedParagraphs, 'paragraph cited', 'paragraphs cited'),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
            {source.note !== undefined && <p class="muted">{source.note}</p>}
          </div>
        ))}
        <p class="muted">
          {[
            overview.version === undefined ? undefined : `Version ${overview.version}`,
            overview.licence,
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
      </section>
    </article>
  )
}

/** Its words and what plays it are loaded when they are wanted. */
function takeTour(desk: Desk): void {
  void import('../app/site-tour.ts').then(({ takeSiteTour }) => takeSiteTour(desk))
}

/** A number with what it counts below it. */
export function Figure(props: {
  readonly value: number
  readonly one: string
  readonly many: string
}): JSX.Element {
  const { value, one, many } = props
  return (
    <div>
      <dt>{value === 1 ? one : many}</dt>
      <dd>{grouped(value)}</dd>
    </div>
  )
}
