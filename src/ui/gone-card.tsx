import type { ComponentChildren, JSX } from 'preact'
import type { Bygone } from '../app/bygone.ts'
import type { Desk } from '../app/desk.ts'
import { waysBack } from '../app/ways-back.ts'
import { kindLook } from '../display/appearance.ts'
import { nodeCard } from '../display/card.ts'
import type { LineBase, NodeCard } from '../display/card.ts'
import type { Dispute, EntityLine } from '../display/card-lines.ts'
import type { NumberedCitation } from '../display/citation.ts'
import { statementCard } from '../display/gone-card.ts'
import type { StatementCard } from '../display/gone-card.ts'
import type { GoneSelection } from '../view/view.ts'
import { ChangeMark } from './comparison-marks.tsx'
import { Citations, Markers } from './citations.tsx'
import { Icon } from './icon.tsx'
import { KindMark } from './kind-mark.tsx'
import { Attributes } from './node-card.tsx'
import './comparison.css'

interface Props {
  readonly selection: GoneSelection
  readonly bygone: Bygone
  readonly desk: Desk
}

/** What is gone, as it was: what was said of it, with its references, and the ways on from it. */
export function GoneCard(props: Props): JSX.Element | null {
  const { selection, bygone } = props
  if (selection.of === 'entity') {
    const card = nodeCard(bygone.before, bygone.graph(), selection.id)
    return card === undefined ? null : <GoneEntity key={selection.id} card={card} {...props} />
  }
  const card = statementCard(bygone.before, selection.id)
  return card === undefined ? null : <GoneStatement key={selection.id} card={card} {...props} />
}

function GoneEntity({ card, ...props }: Props & { readonly card: NodeCard }): JSX.Element {
  const { aliases, times, description, note, facts, groups } = card
  return (
    <article class="card" aria-labelledby="card-title">
      <Removed what={card.kindLabel ?? 'Node'} />
      <h2 id="card-title">{card.entity.name}</h2>
      {aliases.length > 0 && (
        <p class="card-aliases">
          {aliases.map(({ text }) => (
            <span key={text}>{text}</span>
          ))}
        </p>
      )}
      <Why {...props} />
      {times.length > 0 && <p class="muted">{times.join(', ')}</p>}
      {description !== undefined && <p class="card-description">{description}</p>}
      {note !== undefined && <p class="note">{note}</p>}
      {facts.length > 0 && (
        <section class="facts">
          <h3>Facts</h3>
          <dl>
            {facts.map((fact) => (
              <div key={fact.statement} class={`fact is-${fact.evidence}`}>
                <dt>{fact.label}</dt>
                <dd>
                  <span class="fact-value">{fact.text}</span> <Line line={fact} />
                  {fact.measures !== undefined && <p class="muted">{fact.measures}</p>}
                  <Said line={fact} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Attributes attributes={card.attributes} />
      {groups.length > 0 && (
        <section class="relations">
          <h3>
            Relations <span class="count">{card.relations}</span>
          </h3>
          {groups.map((group) => (
            <details key={`${group.direction} ${group.predicate}`} open>
              <summary>
                {group.label} <span class="count">{group.lines.length}</span>
              </summary>
              <ul>
                {group.lines.map((line) => (
                  <li key={line.statement} class={`relation is-${line.evidence}`}>
                    <Entity line={line.neighbour} {...props} />
                    <Line line={line} />
                    <button
                      type="button"
                      class="icon-button quiet"
                      aria-label={`The statement about ${line.neighbour.name}`}
                      title="The statement and its source"
                      onClick={() => lead(props, { of: 'statement', id: line.statement })}
                    >
                      <Icon name="statement" />
                    </button>
                    <Said line={line} />
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </section>
      )}
      <AsCited citations={card.citations} {...props} />
    </article>
  )
}

function GoneStatement({ card, ...props }: Props & { readonly card: StatementCard }): JSX.Element {
  const { sentence, citations } = card
  return (
    <article class="card" aria-labelledby="card-title">
      <Removed what={card.isFact ? 'Fact' : 'Statement'} />
      <h2 id="card-title" class="sentence">
        {sentence.subject} <em>{card.isFact ? `— ${sentence.verb}:` : sentence.verb}</em>{' '}
        {sentence.value}
      </h2>
      <p class="sentence-state">
        <Line line={card} />
      </p>
      {card.measures !== undefined && <p class="muted">{card.measures}</p>}
      <Why {...props} />
      <Said line={card} />
      <ul class="ends" aria-label={card.isFact ? 'What it is about' : 'Its two ends'}>
        {card.ends.map((line) => (
          <li key={line.id}>
            <Entity line={line} {...props} />
          </li>
        ))}
      </ul>
      <Attributes attributes={card.attributes} />
      {citations.length === 0 ? (
        <p class="note">No source was given for this statement.</p>
      ) : (
        <AsCited citations={citations} {...props} />
      )}
    </article>
  )
}

function Removed({ what }: { readonly what: string }): JSX.Element {
  return (
    <p class="card-kind">
      <ChangeMark change="removed" />
      Removed · {what}
    </p>
  )
}

/** Who has taken it away, and how the reader takes that back where it was he. */
function Why({ selection, bygone, desk }: Props): JSX.Element {
  const { session } = desk
  const removals = waysBack(session, selection)
  const name = session.comparison.value?.name
  const own = removals.some((removal) => removal.name === undefined)
  const along = removals.flatMap((removal) => removal.name ?? [])
  return (
    <div class="note">
      {bygone.from === 'compared' && (
        <p>Only {name} has it; the open graph has it no more. This is what it said.</p>
      )}
      {own && <p>You have removed it; this is what it said.</p>}
      {along.length > 0 && <p>It went with {along.join(' and ')}, which you have removed.</p>}
      {removals.map(({ record, label, act }) => (
        <button key={record.id} type="button" onClick={act}>
          {label}
        </button>
      ))}
    </div>
  )
}

type Ways = Pick<Props, 'bygone' | 'desk'>

function lead({ bygone, desk }: Ways, record: Parameters<Bygone['leadsTo']>[0]): void {
  desk.session.dispatch({ type: 'select', selection: bygone.leadsTo(record) })
}

/** A name that leads to its card: the usual one where the entity is still there. */
function Entity({ line, ...ways }: Ways & { readonly line: EntityLine }): JSX.Element {
  const { bygone, desk } = ways
  const isGone = bygone.ghostNode(line.id) !== undefined
  return (
    <button
      type="button"
      class="entity-button"
      onClick={() => lead(ways, { of: 'entity', id: line.id })}
    >
      {isGone ? (
        <ChangeMark change="removed" />
      ) : (
        <KindMark look={kindLook(bygone.before, line.kind, desk.session.scheme.value)} />
      )}
      <span>
        {line.name}
        {isGone && <span class="visually-hidden">, removed</span>}
      </span>
    </button>
  )
}

/** What narrows a statement, and what it rested on. */
function Line({ line }: { readonly line: LineBase }): JSX.Element {
  return (
    <>
      {line.qualifiers.length > 0 && <span class="muted">{line.qualifiers.join(', ')}</span>}
      <Markers numbers={line.markers} evidence={line.evidence} />
    </>
  )
}

/** What was said beside a statement, and against it. */
function Said({ line }: { readonly line: LineBase }): JSX.Element {
  return (
    <>
      {line.note !== undefined && <p class="note">{line.note}</p>}
      {line.evidence === 'inferred' && (
        <p class="muted">Inferred: no source says so; it follows from what the references say.</p>
      )}
      {line.disputes.map((dispute) => (
        <Disputed key={dispute.text}>{disputeText(dispute)}</Disputed>
      ))}
    </>
  )
}

function Disputed({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <p class="dispute">
      <strong>In dispute with:</strong> {children}
    </p>
  )
}

function disputeText({ text, citations }: Dispute): string {
  return `${text} (${citations.length === 0 ? 'uncited' : citations.join('; ')})`
}

/** Of another version there are no texts of sources, and those of this one may be others. */
function AsCited({
  citations,
  bygone,
  desk,
}: Ways & { readonly citations: readonly NumberedCitation[] }): JSX.Element {
  const shown =
    bygone.from === 'draft'
      ? citations
      : citations.map((citation) => ({ ...citation, hasPassage: false }))
  return <Citations citations={shown} session={desk.session} title="Where it said so" />
}
