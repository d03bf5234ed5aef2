import type { JSX } from 'preact'
import { grouped } from '../display/counted.ts'
import { nameOf } from '../display/appearance.ts'
import { listsOf } from '../display/kind-lists.ts'
import { degree } from '../graph/graph.ts'
import type { Session } from '../app/session.ts'
import { useCurrentInSight } from './current-in-sight.ts'
import { EntityButton } from './entity-button.tsx'

/**
 * The picture as plain lists: every visible entity under its kind, each leading to its card and
 * from there along its relations. It needs no WebGL and no pointer.
 */
export function ListView({ session }: { readonly session: Session }): JSX.Element {
  const { knowledge, graph } = session
  const lists = listsOf(knowledge, session.facets.value, session.visible.value)
  const selection = session.selection.value
  const holder = useCurrentInSight(selection)
  return (
    <div class="list-view" ref={holder}>
      {lists.length === 0 && (
        <p class="empty">
          {knowledge.entities.size === 0
            ? 'This graph has no entities.'
            : 'Nothing to list: every entity is hidden.'}
        </p>
      )}
      {lists.map(({ choice, label, shown, entities }) => (
        <section key={choice.value}>
          <h2>
            {label} <span class="count">{grouped(shown)}</span>
          </h2>
          <ul>
            {entities.map((entity) => (
              <li key={entity.id}>
                <EntityButton
                  line={{ id: entity.id, name: nameOf(entity), kind: entity.kind }}
                  session={session}
                  current={selection.type === 'node' && selection.id === entity.id}
                />
                <span class="count">{degree(graph, entity.id)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
