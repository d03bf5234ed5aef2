import type { JSX } from 'preact'
import type { EntityId } from '../model/ids.ts'
import { hasSingleValues } from '../model/evidence.ts'
import { nodeLook } from '../app/node-look.ts'
import { nodeCard } from '../display/card.ts'
import type { FactLine, NodeCard, RelationLine } from '../display/card.ts'
import { relationHeading } from '../display/relation-heading.ts'
import type { Desk } from '../app/desk.ts'
import type { Session } from '../app/session.ts'
import type { Steps } from '../view/view.ts'
import { CardNote, NoteButton } from './card-note.tsx'
import { CiteButton } from './cite-button.tsx'
import { Citations, Disputes, Markers } from './citations.tsx'
import { EditButton } from './edit-button.tsx'
import { EntityButton } from './entity-button.tsx'
import { Icon } from './icon.tsx'
import { KindMark } from './kind-mark.tsx'
import { lazily } from './lazily.tsx'

const Conflicts = lazily(async () => (await import('./conflicts.tsx')).Conflicts)
const GrowCard = lazily(async () => (await import('./grow-card.tsx')).GrowCard)

interface Props {
  readonly card: NodeCard
  readonly session: Session
}

interface CardProps {
  readonly card: NodeCard
  readonly desk: Desk
}

/** Everything that is known of one node; nothing for one that the graph does not have. */
export function NodeCardView({
  id,
  desk,
}: Pick<CardProps, 'desk'> & { readonly id: EntityId }): JSX.Element | null {
  const { knowledge, graph } = desk.session
  const card = nodeCard(knowledge, graph, id)
  return card === undefined ? null : <Card card={card} desk={desk} />
}

function Card({ card, desk }: CardProps): JSX.Element {
  const { session } = desk
  const { knowledge, visible } = session
  const { id } = card.entity
  const { only, grownFrom } = session.choices.value
  const inPicture = visible.value.nodes.has(id)
  return (
    <article class="card" aria-labelledby="card-title">
      <p class="card-kind">
        <KindMark look={nodeLook(session, card.entity)} />
        {card.kindLabel ?? 'Node'}
      </p>
      <h2 id="card-title">{card.entity.name}</h2>
      {card.aliases.length > 0 && (
        <p class="card-aliases">
          {card.aliases.map(({ text, note }) => (
            <span key={text} {...(note === undefined ? {} : { title: note })}>
              {text}
            </span>
          ))}
        </p>
      )}
      {card.times.length > 0 && <p class="muted">{card.times.join(', ')}</p>}
      {card.description !== undefined && <p class="card-description">{card.description}</p>}
      {card.note !== undefined && <p class="note">{card.note}</p>}
      {!inPicture && (
        <p class="note">
          Hidden from the picture by a filter or the focus.{' '}
          <button
            type="button"
            class="text-button"
            onClick={() => session.dispatch({ type: 'show-all' })}
          >
            Show everything
          </button>
        </p>
      )}
      <FocusChoice card={card} session={session} />
      <div class="card-actions">
        <button type="button" onClick={() => desk.pathfinder.ask(id)}>
          <Icon name="path" />
          Path to…
        </button>
        {grownFrom !== id && (
          <button type="button" onClick={() => desk.growAt(id)}>
            <Icon name="grow" />
            Grow from here
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            desk.connector.asking.value = [id]
          }}
        >
          Connect with…
        </button>
        <CiteButton desk={desk} citable={{ type: 'node', id }} />
        <EditButton desk={desk} target={{ of: 'entity', id }} />
        <EditButton desk={desk} target={{ of: 'new-statement', about: id }} />
        <NoteButton desk={desk} about={{ of: 'entity', id }} />
      </div>
      <CardNote desk={desk} about={{ of: 'entity', id }} />
      {only !== undefined && <GrowCard desk={desk} id={id} />}
      {hasSingleValues(knowledge) && <Conflicts session={session} about={{ type: 'node', id }} />}
      <Facts facts={card.facts} desk={desk} about={id} />
      <Attributes attributes={card.attributes} />
      {card.groups.length > 0 && (
        <section class="relations">
          <h3>
            Relations <span class="count">{card.relations}</span>
          </h3>
          {card.groups.map((group) => (
            <details key={`${group.direction} ${group.predicate}`} open>
              <summary>
                {headingOf(session, group)} <span class="count">{group.lines.length}</span>
              </summary>
              <ul>
                {group.lines.map((line) => (
                  <RelationRow key={line.statement} line={line} session={session} />
                ))}
              </ul>
            </details>
          ))}
        </section>
      )}
      <Citations citations={card.citations} session={session} />
    </article>
  )
}

function headingOf(
  { knowledge }: Session,
  { predicate, direction, label }: NodeCard['groups'][number],
): string {
  const relation = knowledge.predicates.get(predicate)
  return relation?.type === 'relation' ? relationHeading(relation, direction) : label
}

function FocusChoice({ card, session }: Props): JSX.Element {
  const focus = session.choices.value.focus
  const centre = card.entity.id
  const chosen = focus?.centre === centre ? focus.steps : undefined
  const choose = (steps: Steps): void =>
    session.dispatch({
      type: 'focus',
      focus: steps === chosen ? undefined : { centre, steps },
    })
  return (
    <div class="focus-choice" role="group" aria-label="Show only the neighbourhood">
      <span>Focus on steps around</span>
      {([1, 2, 3] as const).map((steps) => (
        <button
          key={steps}
          type="button"
          aria-pressed={chosen === steps}
          aria-label={`${steps} ${steps === 1 ? 'step' : 'steps'}`}
          onClick={() => choose(steps)}
        >
          {steps}
        </button>
      ))}
    </div>
  )
}

function Facts({
  facts,
  desk,
  about,
}: {
  readonly facts: readonly FactLine[]
  readonly desk: Desk
  readonly about: EntityId
}): JSX.Element | null {
  const { session } = desk
  if (facts.length === 0) return null
  return (
    <section class="facts">
      <h3>Facts</h3>
      <dl>
        {facts.map((fact) => {
          const on = `${fact.label}: ${fact.text}`
          return (
            <div key={fact.statement} class={`fact is-${fact.evidence}`}>
              <dt>
                {fact.label}
                <span>
                  <CiteButton
                    desk={desk}
                    citable={{ type: 'statement', id: fact.statement }}
                    quiet={`Cite this fact: ${on}`}
                  />
                  <NoteButton {...{ desk, on }} about={{ of: 'statement', id: fact.statement }} />
                  <EditButton desk={desk} target={{ of: 'statement', id: fact.statement }} quiet />
                </span>
              </dt>
              <dd>
                <span class="fact-value">{fact.text}</span>{' '}
                {fact.qualifiers.length > 0 && (
                  <span class="muted">{fact.qualifiers.join(', ')}</span>
                )}
                <Markers numbers={fact.markers} evidence={fact.evidence} />
                {fact.measures !== undefined && <p class="muted">{fact.measures}</p>}
                {fact.note !== undefined && <p class="note">{fact.note}</p>}
                <Disputes disputes={fact.disputes} session={session} about={about} />
                <CardNote {...{ desk, on }} about={{ of: 'statement', id: fact.statement }} />
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

/** The columns of the file that are not statements. */
export function Attributes({
  attributes,
}: {
  readonly attributes: NodeCard['attributes']
}): JSX.Element | null {
  if (attributes.length === 0) return null
  return (
    <section class="attributes">
      <h3>
        From the file <span class="badge is-uncited">uncited</span>
      </h3>
      <dl>
        {attributes.map(({ title, text }, index) => (
          <div key={index} class="fact">
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function RelationRow({
  line,
  session,
}: {
  readonly line: RelationLine
  readonly session: Session
}): JSX.Element {
  const { dispatch } = session
  const { neighbour, statement, qualifiers, markers, evidence } = line
  return (
    <li class={`relation is-${evidence}`} data-statement={statement}>
      <EntityButton line={neighbour} session={session} />
      {qualifiers.length > 0 && <span class="muted">{qualifiers.join(', ')}</span>}
      <Markers numbers={markers} evidence={evidence} />
      <button
        type="button"
        class="icon-button quiet"
        aria-label={`The statement about ${neighbour.name}`}
        title="The statement and its source"
        onClick={() => dispatch({ type: 'select', selection: { type: 'edge', id: statement } })}
      >
        <Icon name="statement" />
      </button>
      <Disputes disputes={line.disputes} session={session} />
    </li>
  )
}
