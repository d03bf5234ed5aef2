import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import { firstFew, growingOf, nextFew } from '../app/growing.ts'
import type { Around, Growing } from '../app/growing.ts'
import { nameOf } from '../display/appearance.ts'
import { listText, reasonText, tieText } from '../display/growth-words.ts'
import { edgesAt } from '../graph/graph.ts'
import type { RankedNeighbour } from '../graph/ranked-neighbours.ts'
import type { EntityId } from '../model/ids.ts'
import { EntityButton } from './entity-button.tsx'
import { Icon } from './icon.tsx'
import { useCompact } from './use-compact.ts'
import './explore.css'
import './grow.css'

interface Props {
  readonly desk: Desk
  readonly id: EntityId
}

/** So many neighbours are offered with their reasons. */
const offered = 4

/** In a narrowed picture: which neighbours to show next, and what to take away. */
export function GrowCard({ desk, id }: Props): JSX.Element | null {
  return useCompact(desk.session.graph) ? <ReadyCard {...{ desk, id }} /> : null
}

function ReadyCard({ desk, id }: Props): JSX.Element {
  const { session } = desk
  const growing = growingOf(session, desk.whereCamera)
  const { nodes } = session.visible.value
  if (!nodes.has(id)) {
    return (
      <p class="grow-add">
        <button type="button" onClick={() => growing.add([id])}>
          <Icon name="plus" />
          Add to the picture
        </button>
      </p>
    )
  }
  const around = growing.around(id)
  return (
    <section class="grow" aria-labelledby="grow-title">
      <h3 id="grow-title">
        Neighbours{' '}
        <span class="count">
          {around.total - around.next.length} of {around.total} shown
        </span>
      </h3>
      {around.isHub && (
        <p class="muted">
          A hub: most things are joined with it, so that its neighbours say little of each other.
        </p>
      )}
      {around.next.length > 0 && (
        <p class="muted">Not in the picture yet, the most relevant first:</p>
      )}
      <ul>
        {around.next.slice(0, offered).map((neighbour) => (
          <Offer key={neighbour.node} {...{ desk, id, neighbour, growing }} />
        ))}
      </ul>
      <Steps {...{ desk, id, around, growing }} />
    </section>
  )
}

interface OfferProps extends Props {
  readonly neighbour: RankedNeighbour
  readonly growing: Growing
}

function Offer({ desk, id, neighbour, growing }: OfferProps): JSX.Element | null {
  const { session } = desk
  const { knowledge, graph } = session
  const entity = knowledge.entities.get(neighbour.node)
  const [reason] = neighbour.reasons
  if (entity === undefined || reason === undefined) return null
  const name = nameOf(entity)
  const edges = edgesAt(graph, id).filter(
    ({ source, target }) => source === neighbour.node || target === neighbour.node,
  )
  const line = { id: neighbour.node, name, kind: entity.kind }
  return (
    <li>
      <div>
        <EntityButton line={line} session={session} />
        <p class="muted">
          {tieText(knowledge, edges, neighbour.node)} {reasonText(knowledge, reason)}
        </p>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={`Add ${name} to the picture`}
        title="Add to the picture"
        onClick={() => growing.add([neighbour.node])}
      >
        <Icon name="plus" />
      </button>
    </li>
  )
}

interface StepsProps extends Props {
  readonly around: Around
  readonly growing: Growing
}

function Steps({ desk, id, around, growing }: StepsProps): JSX.Element {
  const { session } = desk
  const left = around.next.length
  const none = left === around.total
  const count = Math.min(left, around.isHub && none ? firstFew : nextFew)
  const hanging = growing.hanging(id)
  const pinned = session.choices.value.moved.get(id)?.pinned === true
  const names = hanging.map((each) => {
    const entity = session.knowledge.entities.get(each)
    return entity === undefined ? each : nameOf(entity)
  })
  return (
    <div class="choice-row" role="group" aria-label="Change the picture here">
      {count > 0 && (
        <button type="button" onClick={() => growing.more(id, count)}>
          Show {around.isHub && none ? 'the first' : count === left ? 'the last' : 'the next'}{' '}
          {count}
        </button>
      )}
      {hanging.length > 0 && (
        <button
          type="button"
          title={`Takes away ${listText(names)}: joined with nothing else here`}
          onClick={() => growing.collapse(id)}
        >
          Collapse {hanging.length}
        </button>
      )}
      <button type="button" aria-pressed={pinned} onClick={() => growing.pin(id, !pinned)}>
        Pin
      </button>
      <button type="button" onClick={() => growing.hide(id)}>
        Hide
      </button>
    </div>
  )
}
