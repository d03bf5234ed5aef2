import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import { nameOf } from '../display/appearance.ts'
import { treeProse } from '../display/connection-prose.ts'
import { listText } from '../display/growth-words.ts'
import type { ConnectedPair, Connection, SharedNeighbour } from '../graph/connecting.ts'
import type { EntityId } from '../model/ids.ts'
import { mostSeeds } from '../view/view.ts'
import type { ConnectionSelection } from '../view/view.ts'
import { Citations } from './citations.tsx'
import { CiteButton } from './cite-button.tsx'
import { EntityButton } from './entity-button.tsx'
import { Icon } from './icon.tsx'
import { ToldProse } from './told-prose.tsx'
import './explore.css'
import './connection.css'

interface Props {
  readonly desk: Desk
  readonly selection: ConnectionSelection
}

/** So many shared neighbours are listed before the rest is counted. */
const listed = 12

/** What connects some entities: the ways between them in sentences, and what they share. */
export function ConnectionCard({ desk, selection }: Props): JSX.Element {
  const { connector, session } = desk
  const { knowledge } = session
  const found = connector.found.value
  const drawn = connector.drawn.value
  const name = (id: EntityId): string => {
    const entity = knowledge.entities.get(id)
    return entity === undefined ? id : nameOf(entity)
  }
  const prose = useMemo(
    () => (found === undefined ? undefined : treeProse(knowledge, found.tree, found.seeds)),
    [knowledge, found],
  )
  return (
    <article class="card" aria-labelledby="card-title">
      <p class="card-kind">Connection</p>
      <h2 id="card-title">{listText(selection.seeds.map(name), mostSeeds)}</h2>
      <Seeds {...{ desk, selection, name }} />
      {found === undefined && <p class="muted">Looking for what connects them…</p>}
      {found !== undefined && <Parts parts={found.parts} name={name} />}
      {prose !== undefined && prose.pieces.length > 0 && <ToldProse prose={prose} desk={desk} />}
      {drawn !== undefined && (
        <div class="card-actions">
          <button
            type="button"
            onClick={() => session.dispatch({ type: 'narrow', to: new Set(drawn.nodes) })}
          >
            Show these alone
          </button>
          <CiteButton
            desk={desk}
            citable={{
              type: 'statements',
              ids: drawn.edges,
              title: listText(selection.seeds.map(name), mostSeeds),
            }}
          />
        </div>
      )}
      {found !== undefined && <Shared {...{ desk, found, name }} />}
      {found !== undefined && <Pairs pairs={found.pairs} {...{ desk, name }} />}
      {prose !== undefined && <Citations citations={prose.citations} session={session} />}
    </article>
  )
}

type NameOf = (id: EntityId) => string

function Seeds({ desk, selection, name }: Props & { readonly name: NameOf }): JSX.Element {
  const { seeds } = selection
  const { dispatch } = desk.session
  return (
    <div class="choice-row" role="group" aria-label="What is connected">
      {seeds.length > 2 &&
        seeds.map((seed) => (
          <button
            key={seed}
            type="button"
            aria-label={`Without ${name(seed)}`}
            onClick={() => {
              const others = seeds.filter((each) => each !== seed)
              dispatch({ type: 'select', selection: { type: 'connection', seeds: others } })
            }}
          >
            {name(seed)} <Icon name="close" />
          </button>
        ))}
      {seeds.length < mostSeeds && (
        <button
          type="button"
          onClick={() => {
            desk.connector.asking.value = seeds
          }}
        >
          <Icon name="plus" /> Add another…
        </button>
      )}
    </div>
  )
}

function Parts({
  parts,
  name,
}: {
  readonly parts: Connection['parts']
  readonly name: NameOf
}): JSX.Element | null {
  if (parts.length < 2) return null
  const groups = parts.map((part) => listText(part.map(name), mostSeeds))
  return <p class="note">Nothing in this graph joins {groups.join(' with ')}.</p>
}

function Shared({
  desk,
  found,
  name,
}: {
  readonly desk: Desk
  readonly found: Connection
  readonly name: NameOf
}): JSX.Element {
  const { seeds, shared } = found
  const ofAll = shared.filter(({ by }) => by.length === seeds.length)
  const ofSome = shared.filter(({ by }) => by.length < seeds.length)
  const all = seeds.length === 2 ? 'Shared by both' : `Shared by all ${seeds.length}`
  const list = (neighbours: readonly SharedNeighbour[], says: boolean): JSX.Element => (
    <ul>
      {neighbours.slice(0, listed).map(({ node, by, neighbours: count }) => (
        <li key={node}>
          <EntityButton
            line={{
              id: node,
              name: name(node),
              kind: desk.session.knowledge.entities.get(node)?.kind,
            }}
            session={desk.session}
          />
          <p class="muted">
            {says && `By ${listText(by.map(name), mostSeeds)}. `}
            {count} neighbours of its own.
          </p>
        </li>
      ))}
    </ul>
  )
  const more = (count: number): JSX.Element | null =>
    count > listed ? <p class="muted">and {count - listed} more</p> : null
  return (
    <section class="connection-shared">
      <h3>
        {all} <span class="count">{ofAll.length}</span>
      </h3>
      {ofAll.length === 0 && <p class="muted">No neighbour.</p>}
      {list(ofAll, false)}
      {more(ofAll.length)}
      {ofSome.length > 0 && (
        <>
          <h3>
            Shared by some <span class="count">{ofSome.length}</span>
          </h3>
          {list(ofSome, true)}
          {more(ofSome.length)}
        </>
      )}
    </section>
  )
}

function Pairs({
  desk,
  pairs,
  name,
}: {
  readonly desk: Desk
  readonly pairs: readonly ConnectedPair[]
  readonly name: NameOf
}): JSX.Element {
  return (
    <section class="paths">
      <h3>Two by two</h3>
      <ul>
        {pairs.map(({ from, to, paths, shortest }) => (
          <li key={`${from}\n${to}`}>
            <button type="button" onClick={() => desk.pathfinder.show(from, to)}>
              {name(from)} <em>to</em> {name(to)}: {wayText(paths[0]?.steps.length, shortest)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function wayText(steps: number | undefined, ways: number): string {
  if (steps === undefined) return 'no path'
  const length = steps === 1 ? 'directly' : `${steps} steps`
  return ways === 1 ? length : `${length}, ${ways} ways`
}
