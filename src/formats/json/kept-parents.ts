import { entityId } from '../../model/ids.ts'
import type { EntityId } from '../../model/ids.ts'
import { quoted } from '../quoted.ts'
import type { RawNode } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/** The parent of each node; one that is missing or would close a circle is left out and reported. */
export function keptParents(
  nodes: ReadonlyMap<EntityId, RawNode>,
  log: IssueLog,
): ReadonlyMap<EntityId, EntityId> {
  const parents = new Map<EntityId, EntityId>()
  const above = new Map<EntityId, EntityId>()
  for (const [id, { parent: name, offset }] of nodes) {
    if (name === undefined) continue
    const parent = entityId(name)
    const what = `the parent ${quoted(parent)} of the node ${quoted(id)}`
    const warn = (why: string): void =>
      log.warnOfMany(
        'parents that cannot be are left out',
        offset,
        `${what} ${why}; it is left out`,
      )
    if (!nodes.has(parent)) warn('is not in the file')
    else if (topOf(parent, above) === id) warn('lies inside that node')
    else {
      parents.set(id, parent)
      above.set(id, parent)
    }
  }
  return parents
}

/** The outermost node around `id`. Shortens the way for the next one who asks. */
function topOf(id: EntityId, above: Map<EntityId, EntityId>): EntityId {
  let top = id
  for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next
  let at = id
  for (let next = above.get(at); next !== undefined; next = above.get(at)) {
    if (next !== top) above.set(at, top)
    at = next
  }
  return top
}
