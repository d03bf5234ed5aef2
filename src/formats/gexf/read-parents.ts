import { entityId } from '../../model/ids.ts'
import type { EntityId } from '../../model/ids.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import type { RawNode, RawParent } from './raw-records.ts'

/** A node on the way up, with those of its parents that are still to be looked at. */
interface Step {
  readonly id: EntityId
  readonly rest: Iterator<RawParent, undefined>
}

/**
 * The parents of every node that has some. One that is missing, or that lies inside the node
 * itself, is dropped and reported. Time grows with the number of parents alone, however deep.
 */
export function readParents(
  nodes: ReadonlyMap<EntityId, RawNode>,
  log: IssueLog,
): ReadonlyMap<EntityId, ReadonlySet<EntityId>> {
  const found = new Map<EntityId, Set<EntityId>>()
  const done = new Set<EntityId>()
  for (const [id, node] of nodes) {
    if (node.parents === undefined || found.has(id)) continue
    const way = [stepOf(id, nodes)]
    found.set(id, new Set())
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const next = step.rest.next()
      if (next.done === true) {
        done.add(step.id)
        way.pop()
        continue
      }
      const parent = entityId(next.value.id)
      const parents = found.get(step.id)
      if (parents?.has(parent) === true) continue
      if (!nodes.has(parent)) {
        warn(log, step.id, next.value, 'is not in the file')
        continue
      }
      if (found.has(parent) && !done.has(parent)) {
        warn(log, step.id, next.value, 'lies inside that node')
        continue
      }
      parents?.add(parent)
      if (done.has(parent)) continue
      found.set(parent, new Set())
      way.push(stepOf(parent, nodes))
    }
  }
  return found
}

function stepOf(id: EntityId, nodes: ReadonlyMap<EntityId, RawNode>): Step {
  return { id, rest: (nodes.get(id)?.parents ?? []).values() }
}

function warn(log: IssueLog, id: EntityId, parent: RawParent, why: string): void {
  log.warnOfMany(`parents of a node are skipped, because each ${why}`, parent.offset, () => {
    const message = `the parent ${quoted(parent.id)} of the node ${quoted(id)} ${why}`
    return `${message}; it is skipped`
  })
}
