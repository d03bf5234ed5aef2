import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Desk } from '../app/desk.ts'
import { nameOf } from '../display/appearance.ts'
import { pathProse } from '../display/path-prose.ts'
import type { Prose, ProsePiece } from '../display/path-prose.ts'
import { proseText } from '../display/prose-text.ts'
import type { ProseFormat } from '../display/prose-text.ts'
import type { Path } from '../graph/shortest-paths.ts'
import type { EntityId, PredicateId } from '../model/ids.ts'
import { encodeView } from '../view/url.ts'
import { update } from '../view/update.ts'
import type { Action } from '../view/update.ts'
import type { PathSelection } from '../view/view.ts'
import { Citations, Markers } from './citations.tsx'
import './explore.css'

interface Props {
  readonly desk: Desk
  readonly selection: PathSelection
}

/** The ways from one entity to another: one told in prose with its sources, the others to choose. */
export function PathCard({ desk, selection }: Props): JSX.Element {
  const { pathfinder, session } = desk
  const { knowledge } = session
  const name = (id: EntityId): string => {
    const entity = knowledge.entities.get(id)
    return entity === undefined ? id : nameOf(entity)
  }
  const found = pathfinder.found.value
  const chosen = pathfinder.path.value
  const prose = chosen === undefined ? undefined : pathProse(knowledge, chosen.path)
  return (
    <article class="card" aria-labelledby="card-title">
      <p class="card-kind">Path</p>
      <h2 id="card-title">
        {name(selection.from)} <em>to</em> {name(selection.to)}
      </h2>
      {found === undefined && <p class="muted">Looking for paths…</p>}
      {found?.paths.length === 0 && <NoPath selection={selection} name={name} />}
      {prose !== undefined && <Told prose={prose} desk={desk} />}
      <Options {...{ desk, selection }} />
      {found !== undefined && found.paths.length > 1 && (
        <section class="paths">
          <h3>
            {found.paths.length} paths{found.more ? ', and there are more' : ''}
          </h3>
          <ol>
            {found.paths.map((path, at) => (
              <li key={path.nodes.join('\n')}>
                <button
                  type="button"
                  aria-pressed={path === chosen?.path}
                  onClick={() => pathfinder.choose({ at })}
                >
                  {wayText(path, name)}
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
      {prose !== undefined && <Citations citations={prose.citations} session={session} />}
    </article>
  )
}

function NoPath({
  selection,
  name,
}: {
  readonly selection: PathSelection
  readonly name: (id: EntityId) => string
}): JSX.Element {
  const narrowed = selection.directed || selection.avoid.length > 0
  return (
    <p class="note">
      No path leads from {name(selection.from)} to {name(selection.to)}
      {narrowed ? ' under these conditions; loosen them below.' : '.'}
    </p>
  )
}

/** "2 steps, through Alibaba". */
function wayText({ nodes }: Path, name: (id: EntityId) => string): string {
  const between = nodes.slice(1, -1).map(name)
  const steps = nodes.length - 1
  const length = `${steps} ${steps === 1 ? 'step' : 'steps'}`
  return between.length === 0 ? `${length}, directly` : `${length}, through ${between.join(', ')}`
}

const copies: readonly (readonly [ProseFormat, string])[] = [
  ['text', 'Text'],
  ['markdown', 'Markdown'],
  ['html', 'HTML'],
]

function Told({ prose, desk }: { readonly prose: Prose; readonly desk: Desk }): JSX.Element {
  const said = useSignal('')
  return (
    <>
      <p class="prose">
        {prose.pieces.map((piece, index) => (
          <Piece key={index} piece={piece} desk={desk} />
        ))}
      </p>
      {prose.cautions.map((caution) => (
        <p key={caution} class="note">
          {caution}
        </p>
      ))}
      <div class="choice-row" role="group" aria-label="Copy with the list of sources">
        <span>Copy as</span>
        {copies.map(([format, label]) => (
          <button
            key={format}
            type="button"
            onClick={() => {
              void desk.copy(proseText(prose, format)).then((well) => {
                said.value = well ? `${label} copied.` : 'The clipboard is closed to this page.'
              })
            }}
          >
            {label}
          </button>
        ))}
        <span class="muted" role="status">
          {said.value}
        </span>
      </div>
    </>
  )
}

function Piece({ piece, desk }: { readonly piece: ProsePiece; readonly desk: Desk }): JSX.Element {
  const { dispatch, name, view } = desk.session
  if (piece.type === 'text') return <>{piece.text}</>
  const { type } = piece
  const action: Action = {
    type: 'select',
    selection: type === 'node' ? { type, id: piece.id } : { type: 'edge', id: piece.id },
  }
  return (
    <>
      <a
        class={type === 'node' ? 'is-name' : 'is-verb'}
        // A link breaks over lines as a button does not, and opens in another tab on request.
        href={`#${encodeView(update(view.value, action), name)}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          dispatch(action)
        }}
      >
        {piece.text}
      </a>
      {type === 'statement' && piece.evidence !== 'cited' && (
        <Markers numbers={[]} evidence={piece.evidence} />
      )}
    </>
  )
}

function Options({ desk, selection }: Props): JSX.Element {
  const { choose } = desk.pathfinder
  const { knowledge } = desk.session
  const relations = [...knowledge.predicates.values()].filter(({ type }) => type === 'relation')
  const avoid = (predicate: PredicateId, on: boolean): void => {
    const others = selection.avoid.filter((each) => each !== predicate)
    choose({ avoid: on ? [...others, predicate] : others, at: 0 })
  }
  return (
    <section class="path-options">
      <label>
        <input
          type="checkbox"
          checked={selection.directed}
          onChange={({ currentTarget }) => choose({ directed: currentTarget.checked, at: 0 })}
        />
        Along the direction of the statements only
      </label>
      <label>
        <input
          type="checkbox"
          checked={selection.avoidHubs}
          onChange={({ currentTarget }) => choose({ avoidHubs: currentTarget.checked, at: 0 })}
        />
        Rather not through hubs
      </label>
      <button
        type="button"
        class="text-button"
        onClick={() => choose({ from: selection.to, to: selection.from, at: 0 })}
      >
        Turn round
      </button>
      <details open={selection.avoid.length > 0}>
        <summary>
          Not through these relations{' '}
          {selection.avoid.length > 0 && <span class="count">{selection.avoid.length}</span>}
        </summary>
        {relations.map(({ id, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={selection.avoid.includes(id)}
              onChange={({ currentTarget }) => avoid(id, currentTarget.checked)}
            />
            {label}
          </label>
        ))}
      </details>
    </section>
  )
}
