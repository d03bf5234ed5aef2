import type { JSX } from 'preact'
import { grouped } from '../display/counted.ts'
import { nameOf } from '../display/appearance.ts'
import { degree } from '../graph/graph.ts'
import { kindOf } from '../view/kind-of.ts'
import type { Session } from '../app/session.ts'
import { EntityButton } from './entity-button.tsx'

/**
 * The picture as plain lists: every visible entity under its kind, each leading to its card and
 * from there along its relations. It needs no WebGL and no pointer.
 */
export function ListView({ session }: { readonly session: Session }): JSX.Element {
  const { knowledge, graph } = session
  const kinds = session.facets.value.kinds.filter(({ shown }) => shown > 0)
  const shown = [...session.visible.value.nodes].flatMap((id) => knowledge.entities.get(id) ?? [])
  return (
    <div class="list-view">
      {kinds.length === 0 && <p class="empty">Nothing to list: every entity is hidden.</p>}
      {kinds.map(({ choice, label, shown: count }) => (
        <section key={choice.value}>
          <h2>
            {label} <span class="count">{grouped(count)}</span>
          </h2>
          <ul>
            {shown
              .filter((entity) => kindOf(entity) === choice.value)
              .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
              .map((entity) => (
                <li key={entity.id}>
                  <EntityButton
                    line={{ id: entity.id, name: nameOf(entity), kind: entity.kind }}
                    session={session}
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
