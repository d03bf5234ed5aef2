import type { JSX } from 'preact'
import type { Places } from '../app/places.ts'
import type { Session } from '../app/session.ts'
import { LaterDetails } from './later-details.tsx'
import { MapNodes } from './map-nodes.tsx'

interface Props {
  readonly places: Places
  readonly session: Session
}

/** The visible nodes that the map cannot show, by what is known of where they are. */
export function UnplacedNodes({ places, session }: Props): JSX.Element | null {
  const groups = places.unplaced.value
  const count = groups.reduce((sum, { nodes }) => sum + nodes.length, 0)
  if (count === 0) return null
  return (
    <LaterDetails
      label={`${count} not on the map`}
      content={() => (
        <div class="unplaced" tabIndex={0} role="region" aria-label="Not on the map">
          {groups.map(({ title, nodes }) => (
            <section key={title}>
              <h2>
                {title} <span class="muted">{nodes.length}</span>
              </h2>
              <MapNodes nodes={nodes} session={session} />
            </section>
          ))}
        </div>
      )}
    />
  )
}
