import type { JSX } from 'preact'
import { hasSingleValues } from '../model/evidence.ts'
import { edgeCard } from '../display/card.ts'
import type { EdgeCard } from '../display/card.ts'
import type { StatementId } from '../model/ids.ts'
import type { Desk } from '../app/desk.ts'
import { CardNote, NoteButton } from './card-note.tsx'
import { CiteButton } from './cite-button.tsx'
import { Citations, Disputes, Markers } from './citations.tsx'
import { EntityButton } from './entity-button.tsx'
import { EditButton } from './edit-button.tsx'
import { lazily } from './lazily.tsx'
import { Attributes } from './node-card.tsx'

const Conflicts = lazily(async () => (await import('./conflicts.tsx')).Conflicts)

interface Props {
  readonly card: EdgeCard
  readonly desk: Desk
}

/** One relation; nothing for one that the graph does not have. */
export function EdgeCardView({
  id,
  desk,
}: Pick<Props, 'desk'> & { readonly id: StatementId }): JSX.Element | null {
  const { knowledge, graph } = desk.session
  const card = edgeCard(knowledge, graph, id)
  return card === undefined ? null : <Card card={card} desk={desk} />
}

/** One statement: the sentence, what narrows it, what it rests on, what contradicts it. */
function Card({ card, desk }: Props): JSX.Element {
  const { session } = desk
  const { sentence, source, target } = card
  return (
    <article class="card" aria-labelledby="card-title">
      <p class="card-kind">Statement</p>
      <h2 id="card-title" class="sentence">
        {sentence.subject} <em>{sentence.verb}</em> {sentence.value}
      </h2>
      <p class="sentence-state">
        {card.qualifiers.length > 0 && <span>{card.qualifiers.join(', ')}</span>}
        <Markers numbers={card.markers} evidence={card.evidence} />
      </p>
      {card.predicate !== undefined && (
        <p class="muted">
          “{card.predicate.label}”: {card.predicate.description}
        </p>
      )}
      {card.note !== undefined && <p class="note">{card.note}</p>}
      {card.evidence === 'inferred' && (
        <p class="muted">Inferred: no source says so; it follows from what the references say.</p>
      )}
      <Disputes disputes={card.disputes} session={session} />
      {hasSingleValues(session.knowledge) && (
        <Conflicts session={session} about={{ type: 'edge', id: card.statement }} />
      )}
      <ul class="ends" aria-label="Its two ends">
        <li>
          <EntityButton line={source} session={session} />
        </li>
        <li>
          <EntityButton line={target} session={session} />
        </li>
      </ul>
      <div class="card-actions">
        <CiteButton desk={desk} citable={{ type: 'statement', id: card.statement }} />
        <EditButton desk={desk} target={{ of: 'statement', id: card.statement }} />
        <NoteButton desk={desk} about={{ of: 'statement', id: card.statement }} />
      </div>
      <CardNote desk={desk} about={{ of: 'statement', id: card.statement }} />
      <Attributes attributes={card.attributes} />
      {card.citations.length === 0 ? (
        <p class="note">No source is given for this statement.</p>
      ) : (
        <Citations
          citations={card.citations}
          session={session}
          {...(card.evidence === 'inferred' ? { title: 'What it follows from' } : {})}
        />
      )}
    </article>
  )
}
