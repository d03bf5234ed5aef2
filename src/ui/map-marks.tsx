import type { JSX, TargetedKeyboardEvent } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import { reach } from '../app/map-motion.ts'
import type { IsSelected } from '../app/brought-out.ts'
import type { Places } from '../app/places.ts'
import type { Session } from '../app/session.ts'
import { land } from '../app/world-map.ts'
import { grouped } from '../display/counted.ts'
import { nextToward } from '../display/gathered.ts'
import type { MapLabel } from '../display/map-labels.ts'
import { mapRadius, markRadius } from '../display/map-picture.ts'
import type { PlacedMark } from '../display/map-picture.ts'
import type { MapLine } from '../display/map-stacks.ts'
import type { PictureNode } from '../display/picture.ts'
import { corners } from '../display/shape.ts'
import { isInSight, onScreen, panned } from '../display/world-map.ts'
import type { Size } from '../display/world-map.ts'
import type { MapCamera } from '../view/view.ts'
import { kindId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'

/** How far beyond the window is drawn, in CSS pixels: what comes into sight before the map rests. */
export const drawnBeyond = reach + 14

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

interface LinesProps {
  readonly lines: readonly MapLine[]
  readonly isSelected: IsSelected
  readonly marks: readonly PlacedMark[]
  readonly session: Session
  readonly size: Size
}

/** The edges between marks, as far as they can be seen; those of what is selected are brought out. */
export function MapLines({ lines, isSelected, marks, session, size }: LinesProps): JSX.Element {
  return (
    <g aria-hidden="true">
      {lines.map(({ edge: { id, source, target, line, label }, from: start, to: end }) => {
        const [from, to] = [marks[start], marks[end]]
        if (from === undefined || to === undefined || !mayCross(from, to, size)) return null
        return (
          <g
            key={id}
            class={`map-edge is-${line}${isSelected(id, source, target) ? ' is-near' : ''}`}
            data-statement={id}
            onClick={() => session.dispatch({ type: 'select', selection: { type: 'edge', id } })}
          >
            <title>{`${labelOf(from, source)} ${label} ${labelOf(to, target)}`}</title>
            <path class="map-edge-reach" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
          </g>
        )
      })}
    </g>
  )
}

function mayCross(a: PlacedMark, b: PlacedMark, { width, height }: Size): boolean {
  const apart = (one: number, other: number, end: number): boolean =>
    Math.max(one, other) < -drawnBeyond || Math.min(one, other) > end + drawnBeyond
  return !apart(a.x, b.x, width) && !apart(a.y, b.y, height)
}

function labelOf({ node, others }: PlacedMark, id: EntityId): string {
  return (node.id === id ? node : others.find((other) => other.id === id))?.label ?? ''
}

interface MarksProps {
  readonly marks: readonly PlacedMark[]
  readonly labels: readonly MapLabel[]
  readonly places: Places
  readonly session: Session
}

const directions: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * The marks in sight with their names. They are one stop for the keyboard; arrows go on among all
 * marks, and bring into sight what is not.
 */
export function MapMarks({ marks, labels, places, session }: MarksProps): JSX.Element {
  const size = places.size.value
  const here = useSignal<EntityId | undefined>(undefined)
  const group = useRef<SVGGElement>(null)
  const goes = useRef(false)
  const { value: chosen } = session.selection
  const selected = chosen.type === 'node' ? chosen.id : undefined
  const drawn = marks.filter(
    (mark) => isInSight(mark, size, drawnBeyond) || mark.node.id === here.value,
  )
  const isThere = (id: EntityId | undefined): boolean => drawn.some(({ node }) => node.id === id)
  const stop = [here.value, selected].find(isThere) ?? drawn[0]?.node.id
  useLayoutEffect(() => {
    if (!goes.current) return
    goes.current = false
    group.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus()
  })
  const act = (mark: PlacedMark): void => {
    if (mark.others.length > 0) places.opened.value = mark
    else session.dispatch({ type: 'select', selection: { type: 'node', id: mark.node.id } })
  }
  const onKey = (event: TargetedKeyboardEvent<SVGElement>, from: PlacedMark): void => {
    const isStack = from.others.length > 0
    if (event.key === 'Enter' || event.key === ' ' || (isStack && asksForMenu(event))) {
      event.preventDefault()
      act(from)
    }
    const direction = Object.hasOwn(directions, event.key) ? directions[event.key] : undefined
    if (direction === undefined || event.shiftKey) return
    event.preventDefault()
    const next = nextToward(from, direction, marks)
    if (next === undefined) return
    goes.current = true
    here.value = next.node.id
    if (!isInSight(next, size)) {
      const by = { x: size.width / 2 - next.x, y: size.height / 2 - next.y }
      places.move((camera) => panned(camera, by))
    }
  }
  return (
    <>
      <g ref={group}>
        {/* The most important are drawn last, over the others. */}
        {drawn.toReversed().map((mark) => {
          const { node, others, x, y } = mark
          const name = nameOf(mark, places, session)
          return (
            <g
              key={node.id}
              class={classOf(mark, places)}
              transform={`translate(${x} ${y})`}
              role="button"
              tabIndex={node.id === stop ? 0 : -1}
              aria-label={name}
              {...(others.length > 0
                ? {
                    'aria-expanded': places.opened.value?.node.id === node.id,
                    // Its nodes have menus of their own: in the list.
                    onContextMenu: (event: Event) => {
                      event.preventDefault()
                      act(mark)
                    },
                  }
                : { 'aria-pressed': node.id === selected, 'data-node': node.id })}
              onClick={() => act(mark)}
              onFocus={() => {
                here.value = node.id
              }}
              onKeyDown={(event) => onKey(event, mark)}
            >
              <title>{name}</title>
              <circle
                class="map-node-ring"
                r={others.length > 0 ? markRadius(mark) : mapRadius(node) * 1.6}
              />
              {others.length > 0 ? (
                <circle class="map-mark" r={markRadius(mark) - 1} />
              ) : (
                <Mark node={node} />
              )}
            </g>
          )
        })}
      </g>
      <g aria-hidden="true">
        {drawn
          .filter(({ others }) => others.length > 0)
          .map(({ node, others, x, y }) => (
            <text key={node.id} class="map-count" x={x} y={y}>
              {shortCount(others.length + 1)}
            </text>
          ))}
      </g>
      <g class="map-labels" aria-hidden="true">
        {labels.map(({ mark: { node }, box, heading }) => (
          <text
            key={node.id}
            class={heading ? 'is-heading' : ''}
            x={(box.left + box.right) / 2}
            y={(box.top + box.bottom) / 2}
          >
            {node.label}
          </text>
        ))}
      </g>
    </>
  )
}

function classOf({ node, others }: PlacedMark, { brought }: Places): string {
  const isBrought = [node, ...others].some(({ id }) => brought.value.has(id))
  return [
    'map-node',
    ...(others.length > 0 ? ['is-stack'] : node.disputed ? ['is-disputed'] : []),
    ...(isBrought ? ['is-brought'] : []),
  ].join(' ')
}

function asksForMenu({ key, shiftKey }: TargetedKeyboardEvent<SVGElement>): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey)
}

function nameOf({ node, others }: PlacedMark, places: Places, { knowledge }: Session): string {
  if (others.length > 0) return `${grouped(others.length + 1)} nodes at or near ${node.label}`
  const kind = knowledge.entities.get(node.id)?.kind ?? kindId('')
  const through = places.throughOf(node.id)
  return [
    node.label,
    knowledge.kinds.get(kind)?.label,
    through === undefined ? '' : `through: ${through}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
}

/** "300", "1.2k": as much as has room in a mark. */
function shortCount(count: number): string {
  if (count < 1000) return String(count)
  return `${(count / 1000).toFixed(count < 9950 ? 1 : 0)}k`
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
