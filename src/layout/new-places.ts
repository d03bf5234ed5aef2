import type { EntityId } from '../model/ids.ts'
import type { Knowledge, Layout, Point } from '../model/knowledge.ts'
import { extentOf } from './extent.ts'

/** Cosine and sine of the golden angle: turned by it again and again, points never line up. */
const [cosine, sine] = [-0.7373688780783197, 0.6754902942615238]
/** So many points are looked at to see how close they are to each other. */
const mostSampled = 64
/** So many places around a neighbour are tried. */
const mostTried = 200

/**
 * The layout with a place for every entity that has none: next to the first neighbour that has one,
 * where there is room, or else at the lower edge. What has a place keeps it.
 */
export function placedBeside(layout: Layout, { entities, statements }: Knowledge): Layout {
  const homeless = [...entities.keys()].filter((id) => !layout.has(id))
  if (homeless.length === 0) return layout
  const neighbours = new Map<EntityId, EntityId[]>(homeless.map((id) => [id, []]))
  for (const { subject, value } of statements.values()) {
    if (value.type !== 'entity' || value.entity === subject) continue
    neighbours.get(subject)?.push(value.entity)
    neighbours.get(value.entity)?.push(subject)
  }
  const places = new Map(layout)
  const box = extentOf([...layout.values()])
  const gap = usualGap([...layout.values()])
  const edge = { x: (box.left + box.right) / 2, y: box.bottom }
  const waiting = new Set(homeless)
  const place = (id: EntityId, centre: Point): void => {
    places.set(id, roomNear(centre, gap, places))
    waiting.delete(id)
  }
  while (waiting.size > 0) {
    const before = waiting.size
    for (const id of waiting) {
      const known = neighbours.get(id)?.find((neighbour) => places.has(neighbour))
      const centre = known === undefined ? undefined : places.get(known)
      if (centre !== undefined) place(id, centre)
    }
    // What is left hangs together with nothing that has a place.
    const [first] = waiting
    if (first !== undefined && waiting.size === before) place(first, edge)
  }
  return places
}

/** A little less than the usual distance from a point to its nearest, of a sample of them. */
function usualGap(points: readonly Point[]): number {
  const step = Math.max(1, Math.floor(points.length / mostSampled))
  const gaps = points
    .filter((_, index) => index % step === 0)
    .map((point) =>
      nearest(
        point,
        points.filter((other) => other !== point),
      ),
    )
    .filter((square) => square > 0 && square < Infinity)
    .toSorted((a, b) => a - b)
  const middle = gaps[Math.floor(gaps.length / 2)]
  return middle === undefined ? 30 : 0.8 * Math.sqrt(middle)
}

/** The first place on a spiral around `centre` that is at least `gap` from every other. */
function roomNear(centre: Point, gap: number, taken: Layout): Point {
  const others = [...taken.values()]
  let [x, y] = [1, 0]
  let best = { x: centre.x + gap, y: centre.y }
  let widest = 0
  for (let turn = 1; turn <= mostTried; turn += 1) {
    const reach = gap * (1.4 + 0.2 * Math.sqrt(turn))
    const point = { x: centre.x + x * reach, y: centre.y + y * reach }
    const room = nearest(point, others)
    if (room >= gap * gap * 0.64) return point
    if (room > widest) [best, widest] = [point, room]
    ;[x, y] = [x * cosine - y * sine, x * sine + y * cosine]
  }
  return best
}

/** The square of the distance to the nearest of `others`. */
function nearest(point: Point, others: readonly Point[]): number {
  let least = Infinity
  for (const { x, y } of others) {
    const distance = (x - point.x) ** 2 + (y - point.y) ** 2
    if (distance < least) least = distance
  }
  return least
}
