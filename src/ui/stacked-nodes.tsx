import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Places } from '../app/places.ts'
import type { Session } from '../app/session.ts'
import { grouped } from '../display/counted.ts'
import type { MapMark } from '../display/map-picture.ts'
import { zoomed } from '../display/world-map.ts'
import { Icon } from './icon.tsx'
import { MapNodes } from './map-nodes.tsx'

interface Props {
  readonly places: Places
  readonly session: Session
}

/** The nodes of the mark that was opened, as far as they are still shown, and the way nearer to it. */
export function StackedNodes({ places, session }: Props): JSX.Element | null {
  const { value: mark } = places.opened
  return mark === undefined ? null : (
    <Opened key={mark.node.id} mark={mark} places={places} session={session} />
  )
}

function Opened({ mark, places, session }: Props & { readonly mark: MapMark }): JSX.Element {
  const { node, others, spot } = mark
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => list.current?.focus(), [])
  const { nodes: visible } = session.visible.value
  return (
    <section class="stacked">
      <h2>
        <span>
          {node.label} <span class="muted">and {grouped(others.length)} more at or near it</span>
        </span>
        <button
          type="button"
          class="icon-button quiet"
          aria-label="Close the list"
          onClick={() => {
            places.opened.value = undefined
          }}
        >
          <Icon name="close" />
        </button>
      </h2>
      <button
        type="button"
        class="text-button"
        onClick={() => places.move(({ scale }) => zoomed({ ...spot, scale }, 4))}
      >
        Go nearer
      </button>
      <div
        class="unplaced"
        ref={list}
        tabIndex={0}
        role="region"
        aria-label={`At or near ${node.label}`}
      >
        <MapNodes nodes={[node, ...others].filter(({ id }) => visible.has(id))} session={session} />
      </div>
    </section>
  )
}
