import { extentOf } from '../layout/extent.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge, Layout, Point } from '../model/knowledge.ts'

/** How far from the neighbours a ghost stands, in graph units: clear of most nodes. */
const aside = 46
/** Turns between ghosts at the same place, so that none covers another: the golden angle. */
const turn = Math.PI * (3 - Math.sqrt(5))

/**
 * Where entities of an older version are drawn that the present one does not have: at their older
 * places if both versions are laid out alike, else beside their neighbours, else under the picture.
 * Repeatable: it depends on nothing but its arguments.
 */
export function ghostPlaces(
  ghosts: readonly EntityId[],
  before: { readonly knowledge: Knowledge; readonly layout: Layout },
  places: Layout,
): Layout {
  if (isLaidOutAlike(before.layout, places)) {
    const kept = ghosts.flatMap((id): [EntityId, Point][] => {
      const point = before.layout.get(id)
      return point === undefined ? [] : [[id, point]]
    })
    if (kept.length === ghosts.length) return new Map(kept)
  }
  const neighbours = neighboursOf(new Set(ghosts), before.knowledge)
  const { left, right, bottom } = extentOf([...places.values()])
  const found = new Map<EntityId, Point>()
  ghosts.forEach((id, index) => {
    const near = [...(neighbours.get(id) ?? [])].flatMap((other) => places.get(other) ?? [])
    const around =
      near.length === 0
        ? { x: (left + right) / 2, y: bottom - 2 * aside }
        : { x: mean(near.map(({ x }) => x)), y: mean(near.map(({ y }) => y)) }
    const distance = near.length === 0 ? aside * Math.sqrt(index) : aside
    found.set(id, {
      x: around.x + distance * Math.cos(index * turn),
      y: around.y + distance * Math.sin(index * turn),
    })
  })
  return found
}

/** True where most of the entities that both have stand at the same places. */
function isLaidOutAlike(before: Layout, after: Layout): boolean {
  let shared = 0
  let kept = 0
  for (const [id, point] of after) {
    const then = before.get(id)
    if (then === undefined) continue
    shared += 1
    if (Math.hypot(then.x - point.x, then.y - point.y) < aside / 4) kept += 1
  }
  return shared > 0 && kept * 2 > shared
}

/** The neighbours of some entities that are gone, whether those are gone too or not. */
export function neighboursOf(
  ghosts: ReadonlySet<EntityId>,
  { statements }: Knowledge,
): ReadonlyMap<EntityId, ReadonlySet<EntityId>> {
  const neighbours = new Map<EntityId, Set<EntityId>>()
  const join = (id: EntityId, other: EntityId): void => {
    if (ghosts.has(id)) neighbours.set(id, (neighbours.get(id) ?? new Set()).add(other))
  }
  for (const { subject, value } of statements.values()) {
    if (value.type !== 'entity') continue
    join(subject, value.entity)
    join(value.entity, subject)
  }
  return neighbours
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
