import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import type { PictureNode } from '../display/picture.ts'
import { EntityButton } from './entity-button.tsx'

/** Nodes of the map as a list, each leading to its card. */
export function MapNodes({
  nodes,
  session,
}: {
  readonly nodes: readonly PictureNode[]
  readonly session: Session
}): JSX.Element {
  const { entities } = session.knowledge
  return (
    <ul>
      {nodes.map(({ id, label }) => (
        <li key={id}>
          <EntityButton
            line={{ id, name: label, kind: entities.get(id)?.kind }}
            session={session}
          />
        </li>
      ))}
    </ul>
  )
}
