import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import { mostListed } from '../app/pathfinder.ts'
import { nameOf } from '../display/appearance.ts'
import { hidersText } from '../display/hiders-text.ts'
import { pathProse } from '../display/path-prose.ts'
import type { Path } from '../graph/shortest-paths.ts'
import type { EntityId } from '../model/ids.ts'
import type { PathSelection } from '../view/view.ts'
import { Citations } from './citations.tsx'
import { CiteButton } from './cite-button.tsx'
import { PathOptions } from './path-options.tsx'
import { ToldProse } from './told-prose.tsx'
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
      {prose !== undefined && <ToldProse prose={prose} desk={desk} />}
      {chosen !== undefined && (
        <div class="card-actions">
          <CiteButton
            desk={desk}
            citable={{
              type: 'statements',
              ids: chosen.told.map(({ id }) => id),
              title: `${name(selection.from)} to ${name(selection.to)}`,
            }}
          />
        </div>
      )}
      <Unseen {...{ desk, selection }} />
      <PathOptions {...{ desk, selection }} />
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
          {found.more && found.paths.length < mostListed && (
            <button
              type="button"
              class="text-button"
              onClick={({ currentTarget }) => {
                // The new paths come after the last one, whether this button stays or goes.
                currentTarget.parentElement
                  ?.querySelector<HTMLElement>('li:last-child button')
                  ?.focus()
                pathfinder.more()
              }}
            >
              More paths
            </button>
          )}
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
  const { directed, avoid, shownOnly } = selection
  const narrowed = directed || shownOnly || avoid.length > 0
  return (
    <p class="note">
      No path leads from {name(selection.from)} to {name(selection.to)}
      {narrowed ? ' under these conditions; loosen them below.' : '.'}
    </p>
  )
}

/** Says how much of the path the picture does not show, and offers one that it shows. */
function Unseen({ desk, selection }: Props): JSX.Element | null {
  const { pathfinder, session } = desk
  const told = pathfinder.path.value?.told ?? []
  const { edges } = session.visible.value
  const unseen = told.filter(({ id }) => !edges.has(id)).length
  // With the option on, only a path that is being looked for anew can have any.
  if (unseen === 0 || selection.shownOnly) return null
  return (
    <p class="note">
      {unseen} of its {told.length} {told.length === 1 ? 'statement' : 'statements'}{' '}
      {unseen === 1 ? 'is' : 'are'} hidden by {hidersText(session.choices.value)}.{' '}
      <button
        type="button"
        class="text-button"
        onClick={() => {
          // The focus does not go with this button: it goes to the option that leads back.
          document.querySelector<HTMLElement>('.path-options [name=shown-only]')?.focus()
          pathfinder.choose({ shownOnly: true, at: 0 })
        }}
      >
        Search only what is shown
      </button>
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
