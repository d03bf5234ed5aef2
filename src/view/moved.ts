import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { furthest } from './view.ts'
import type { MovedPoint, View } from './view.ts'

type Moved = View['moved']

/** The node at a place that the reader has given it. */
export function withPinned(moved: Moved, id: EntityId, point: Point): Moved {
  if (!isFinitePoint(point)) return moved
  return new Map(moved).set(id, { ...tenths(point), pinned: true })
}

/** The node where it is, but no longer held there. */
export function withoutPin(moved: Moved, id: EntityId): Moved {
  const point = moved.get(id)
  return point?.pinned === true ? new Map(moved).set(id, { ...point, pinned: false }) : moved
}

/**
 * Nodes where a layout puts them. Pinned ones stay where they are, whatever it says. Those of a picture
 * narrowed to `only` are guests there, and get their own places back with the whole picture.
 */
export function laidOut(
  moved: Moved,
  points: ReadonlyMap<EntityId, Point>,
  only: View['only'],
): Moved {
  const next = new Map(moved)
  for (const [id, point] of points) {
    const before = moved.get(id)
    if (before?.pinned === true || !isFinitePoint(point)) continue
    next.set(
      id,
      placed(point, only?.has(id) === true && (before === undefined || before.guest === true)),
    )
  }
  return next
}

/** Nodes at places that they have only in a picture of the nodes `among`; other guests go home. */
export function withGuests(
  moved: Moved,
  among: ReadonlySet<EntityId> | undefined,
  places: ReadonlyMap<EntityId, Point> = new Map(),
): Moved {
  const next = new Map<EntityId, MovedPoint>()
  for (const [id, point] of moved)
    if (point.guest !== true || among?.has(id) === true) next.set(id, point)
  for (const [id, point] of places) {
    const before = next.get(id)
    if (among?.has(id) !== true || !isFinitePoint(point)) continue
    if (before === undefined || before.guest === true) next.set(id, placed(point, true))
  }
  return next
}

/** The nodes that the reader or a layout has moved in the whole picture. */
export function withoutGuests(moved: Moved): Moved {
  return withGuests(moved, undefined)
}

/** The guests alone. */
export function guestsOf(moved: Moved): Moved {
  return new Map([...moved].filter(([, { guest }]) => guest === true))
}

function placed(point: Point, guest: boolean): MovedPoint {
  return { ...tenths(point), pinned: false, ...(guest ? { guest } : {}) }
}

/** A drag or a layout gone wrong must not take a node out of the plane. */
export function isFinitePoint({ x, y }: Point): boolean {
  return Number.isFinite(x) && Number.isFinite(y)
}

/** The view holds no more digits than a link writes, so that the link restores it exactly. */
function tenths({ x, y }: Point): Point {
  return { x: rounded(x, 10), y: rounded(y, 10) }
}

/** The number to so many parts of 1, within what a link can write; never −0. */
export function rounded(value: number, parts: number): number {
  const bounded = Math.min(furthest, Math.max(-furthest, value))
  return Math.round(bounded * parts) / parts + 0
}
