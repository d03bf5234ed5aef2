import { computed } from '@preact/signals'
import { nodeSize } from '../display/appearance.ts'
import { positionOf } from '../display/picture-of.ts'
import { degree, edgesAt, otherEnd } from '../graph/graph.ts'
import { rankedNeighbours } from '../graph/ranked-neighbours.ts'
import type { RankedNeighbour } from '../graph/ranked-neighbours.ts'
import { placesBeside } from '../layout/beside.ts'
import type { Standing } from '../layout/beside.ts'
import { extentOf } from '../layout/extent.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { withoutGuests } from '../view/moved.ts'
import { nothingHidden } from '../view/view.ts'
import type { Camera } from '../view/view.ts'
import { visibleSet } from '../view/visible.ts'
import { compactOf } from './compact.ts'
import type { Session } from './session.ts'

/** A picture that begins with one node and grows by its most relevant neighbours. */
export interface Growing {
  /** What is around a node, with the neighbours that are not shown in the order of relevance. */
  readonly around: (id: EntityId) => Around
  /** Shows the node alone with its first neighbours. */
  readonly start: (id: EntityId) => void
  /** The next neighbours of a node in a narrowed picture, but for a hub's; else starts with it. */
  readonly at: (id: EntityId) => void
  /** Adds a node's next neighbours, so many. */
  readonly more: (id: EntityId, count: number) => void
  /** Adds these nodes to a narrowed picture. */
  readonly add: (ids: readonly EntityId[]) => void
  readonly hide: (id: EntityId) => void
  /** The neighbours that hang on this node alone: `collapse` takes them away. */
  readonly hanging: (id: EntityId) => readonly EntityId[]
  readonly collapse: (id: EntityId) => void
  readonly pin: (id: EntityId, held: boolean) => void
}

export interface Around {
  /** All its different neighbours that no filter hides. */
  readonly total: number
  readonly next: readonly RankedNeighbour[]
  readonly isHub: boolean
}

/** A node begins with so many neighbours. */
export const firstFew = 12
/** It grows on by so many. */
export const nextFew = 5
/** With more neighbours than this a node is a hub: nearly everything is connected through it. */
const hubFrom = 20

/** Where the camera stands; undefined without a picture. */
type WhereCamera = () => Camera | undefined

const known = new WeakMap<Session, Growing>()

/** The growing picture of a session, made when it is first asked for. */
export function growingOf(session: Session, camera: WhereCamera): Growing {
  const made = known.get(session) ?? createGrowing(session, camera)
  known.set(session, made)
  return made
}

/** Makes a session's picture grow, node by node. */
export function createGrowing(session: Session, camera: WhereCamera): Growing {
  const { dispatch, view } = session
  const hidden = computed(() => view.value.hidden)
  /** The edges that no filter hides; undefined for all. */
  const open = computed((): ReadonlySet<StatementId> | undefined => {
    if (hidden.value === nothingHidden && session.timeline.times.value === undefined)
      return undefined
    const whole = { ...view.peek(), hidden: hidden.value, focus: undefined, only: undefined }
    return visibleSet(
      session.knowledge,
      session.graph,
      whole,
      session.structure.amountOf.value,
      session.timeline.times.value,
    ).edges
  })
  const only = computed(() => view.value.only)
  let latest: { readonly key: readonly unknown[]; readonly around: Around } | undefined
  const around = (id: EntityId): Around => {
    const key = [id, session.graph, only.value, open.value]
    if (latest !== undefined && key.every((part, at) => part === latest?.key[at]))
      return latest.around
    const made = aroundOf(session, id, only.value ?? new Set(), open.value)
    latest = { key, around: made }
    return made
  }
  const shownNow = (): ReadonlySet<EntityId> => view.peek().only ?? new Set()
  const add = (ids: readonly EntityId[]): void => {
    const to = new Set([...shownNow(), ...ids])
    const places = placesFor(session, ids, session.visible.peek().nodes)
    dispatch({ type: 'grow', to, places, camera: camera() })
  }
  const without = (gone: ReadonlySet<EntityId>): void => {
    const to = new Set([...shownNow()].filter((id) => !gone.has(id)))
    dispatch({ type: 'grow', to, places: new Map(), camera: camera() })
  }
  const hanging = (id: EntityId): readonly EntityId[] => hangingOn(session, id)
  const start = (id: EntityId): void => {
    const first = aroundOf(session, id, new Set([id]), open.value).next.slice(0, firstFew)
    const ids = first.map(({ node }) => node)
    const places = placesFor(session, ids, new Set([id]))
    dispatch({ type: 'narrow', to: new Set([id, ...ids]), grown: { from: id, places } })
  }
  const more = (id: EntityId, count: number): void => {
    const next = around(id).next.slice(0, count)
    if (next.length > 0) add(next.map(({ node }) => node))
  }
  return {
    around,
    start,
    at: (id) => {
      if (!session.visible.peek().nodes.has(id) || view.peek().only === undefined) start(id)
      else if (!around(id).isHub) more(id, nextFew)
    },
    more,
    add,
    hide: (id) => without(new Set([id])),
    hanging,
    collapse: (id) => without(new Set(hanging(id))),
    pin: (id, held) => {
      const point = positionOf(id, session.layout, view.peek().moved)
      if (!held) dispatch({ type: 'unpin', id })
      else if (point !== undefined) dispatch({ type: 'move', id, point })
    },
  }
}

function aroundOf(
  { graph }: Session,
  id: EntityId,
  shown: ReadonlySet<EntityId>,
  open: ReadonlySet<StatementId> | undefined,
): Around {
  const edges = edgesAt(graph, id).filter((edge) => open?.has(edge.id) !== false)
  const ends = edges.map((edge) => otherEnd(edge, id))
  const total = new Set(ends.filter((end) => end !== id)).size
  const options =
    open === undefined ? {} : { passes: (edge: { id: StatementId }) => open.has(edge.id) }
  const next = rankedNeighbours(compactOf(graph), shown, id, options)
  return { total, next, isHub: total > hubFrom }
}

/** Places for newcomers that their own would not do for. */
function placesFor(
  session: Session,
  ids: readonly EntityId[],
  shown: ReadonlySet<EntityId>,
): ReadonlyMap<EntityId, Point> {
  const { graph, layout, structure } = session
  const { moved } = session.view.peek()
  const own = withoutGuests(moved)
  const spacing = spacingOf(layout)
  const radius = (id: EntityId): number =>
    (structure.sizeOf.peek()?.(id) ?? nodeSize(degree(graph, id))) * (spacing / pixelsApart)
  const standing = [...shown].flatMap((id): Standing[] => {
    const point = positionOf(id, layout, moved)
    return point === undefined ? [] : [{ ...point, radius: radius(id) }]
  })
  const places = placesBeside(
    ids.map((id) => ({
      radius: radius(id),
      home: positionOf(id, layout, own),
      neighbours: edgesAt(graph, id)
        .map((edge) => otherEnd(edge, id))
        .filter((end) => end !== id && shown.has(end))
        .flatMap((end) => positionOf(end, layout, moved) ?? []),
    })),
    standing,
    spacing,
  )
  return new Map(
    ids.flatMap((id, at) => {
      const [place, home] = [places[at], positionOf(id, layout, own)]
      return place === undefined || (place.x === home?.x && place.y === home.y) ? [] : [[id, place]]
    }),
  )
}

/** Pixels between neighbouring nodes in a picture that fills the window, about. */
const pixelsApart = 82

/** The usual distance of nodes in a layout, whatever its units. */
function spacingOf(layout: Session['layout']): number {
  const { left, right, bottom, top } = extentOf([...layout.values()])
  return Math.max(right - left, top - bottom) / Math.sqrt(Math.max(1, layout.size))
}

function hangingOn({ graph, visible, view }: Session, id: EntityId): readonly EntityId[] {
  const { nodes, edges } = visible.value
  const { grownFrom, moved } = view.value
  const others = (node: EntityId): ReadonlySet<EntityId> =>
    new Set(
      edgesAt(graph, node)
        .filter((edge) => edges.has(edge.id))
        .map((edge) => otherEnd(edge, node))
        .filter((end) => end !== node && nodes.has(end)),
    )
  return [...others(id)].filter(
    (node) => node !== grownFrom && moved.get(node)?.pinned !== true && others(node).size === 1,
  )
}
