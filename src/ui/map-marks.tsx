import type { JSX, TargetedKeyboardEvent } from 'preact'
import { useSignal } from '@preact/signals'
import type { Places } from '../app/places.ts'
import type { Session } from '../app/session.ts'
import { land } from '../app/world-map.ts'
import { nextToward } from '../display/gathered.ts'
import type { Box } from '../display/label-placement.ts'
import { mapRadius } from '../display/map-picture.ts'
import type { PlacedNode } from '../display/map-picture.ts'
import type { PictureEdge, PictureNode } from '../display/picture.ts'
import { corners } from '../display/shape.ts'
import { onScreen } from '../display/world-map.ts'
import type { Size } from '../display/world-map.ts'
import type { MapCamera } from '../view/view.ts'
import { kindId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'

/** The land, still or moving with the camera; nothing until it is there. */
export function LandPath({
  camera,
  size,
}: {
  readonly camera: MapCamera
  readonly size: Size
}): JSX.Element | null {
  const path = land.loaded.value
  if (path === undefined) return null
  const { x, y } = onScreen({ x: 0, y: 0 }, camera, size)
  return <path class="land" d={path} transform={`translate(${x} ${y}) scale(${camera.scale})`} />
}

interface EdgesProps {
  readonly edges: readonly PictureEdge[]
  readonly nodes: readonly PlacedNode[]
  readonly session: Session
}

/** The edges between placed nodes; those of what is selected are brought out. */
export function MapEdges({ edges, nodes, session }: EdgesProps): JSX.Element {
  const selection = session.selection.value
  const places = new Map(nodes.map((placed) => [placed.node.id, placed]))
  return (
    <g aria-hidden="true">
      {edges.map(({ id, source, target, line, label }) => {
        const [from, to] = [places.get(source), places.get(target)]
        if (from === undefined || to === undefined) return null
        const near =
          (selection.type === 'edge' && selection.id === id) ||
          (selection.type === 'node' && (selection.id === source || selection.id === target))
        return (
          <g
            key={id}
            class={`map-edge is-${line}${near ? ' is-near' : ''}`}
            onClick={() => session.dispatch({ type: 'select', selection: { type: 'edge', id } })}
          >
            <title>{`${from.node.label} ${label} ${to.node.label}`}</title>
            <path class="map-edge-reach" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
          </g>
        )
      })}
    </g>
  )
}

interface MarksProps {
  readonly nodes: readonly PlacedNode[]
  readonly labels: readonly { readonly placed: PlacedNode; readonly box: Box }[]
  readonly places: Places
  readonly session: Session
}

const directions: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** The nodes with their names. They are one stop for the keyboard; arrows go on among them. */
export function MapMarks({ nodes, labels, places, session }: MarksProps): JSX.Element {
  const { knowledge, dispatch, selection } = session
  const here = useSignal<EntityId | undefined>(undefined)
  const selected = selection.value.type === 'node' ? selection.value.id : undefined
  const isThere = (id: EntityId | undefined): boolean => nodes.some(({ node }) => node.id === id)
  const stop = [here.value, selected].find(isThere) ?? nodes[0]?.node.id
  const onKey = (event: TargetedKeyboardEvent<SVGElement>, from: PlacedNode): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      dispatch({ type: 'select', selection: { type: 'node', id: from.node.id } })
    }
    const direction = Object.hasOwn(directions, event.key) ? directions[event.key] : undefined
    if (direction === undefined || event.shiftKey) return
    event.preventDefault()
    const next = nextToward(from, direction, nodes)
    if (next === undefined) return
    const marks = event.currentTarget.parentElement?.children
    const mark = marks?.[drawn.indexOf(next)]
    if (mark instanceof SVGElement) mark.focus()
  }
  // The most important are drawn last, over the others.
  const drawn = nodes.toReversed()
  return (
    <>
      <g>
        {drawn.map((placed) => {
          const { node, x, y } = placed
          const kind = knowledge.entities.get(node.id)?.kind ?? kindId('')
          const through = places.throughOf(node.id)
          const name = [
            node.label,
            knowledge.kinds.get(kind)?.label,
            through === undefined ? '' : `through: ${through}`,
          ]
            .filter((part) => part !== undefined && part !== '')
            .join(', ')
          return (
            <g
              key={node.id}
              class={`map-node${node.disputed ? ' is-disputed' : ''}`}
              transform={`translate(${x} ${y})`}
              role="button"
              tabIndex={node.id === stop ? 0 : -1}
              aria-label={name}
              aria-pressed={node.id === selected}
              onClick={() => dispatch({ type: 'select', selection: { type: 'node', id: node.id } })}
              onFocus={() => {
                here.value = node.id
              }}
              onKeyDown={(event) => onKey(event, placed)}
            >
              <title>{name}</title>
              <circle class="map-node-ring" r={mapRadius(node) * 1.6} />
              <Mark node={node} />
            </g>
          )
        })}
      </g>
      <g class="map-labels" aria-hidden="true">
        {labels.map(({ placed: { node }, box }) => (
          <text key={node.id} x={(box.left + box.right) / 2} y={(box.top + box.bottom) / 2}>
            {node.label}
          </text>
        ))}
      </g>
    </>
  )
}

function Mark({ node }: { readonly node: PictureNode }): JSX.Element {
  const radius = mapRadius(node)
  const points = corners(node.shape)
  return points.length === 0 ? (
    <circle class="map-mark" r={radius} fill={node.colour} />
  ) : (
    <polygon
      class="map-mark"
      points={points.map(([x, y]) => `${x * radius},${y * radius}`).join(' ')}
      fill={node.colour}
    />
  )
}
