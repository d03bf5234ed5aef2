import { entityId } from '../../model/ids.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Entity } from '../../model/knowledge.ts'
import type { IssueLog } from '../issue-log.ts'
import { warnOfLookAlikes } from '../look-alikes.ts'
import { quoted } from '../quoted.ts'
import type { ColumnTable } from './column-table.ts'
import type { RawNode } from './raw-records.ts'
import { completed } from './raw-records.ts'
import { readParents } from './read-parents.ts'

/**
 * The file's nodes as entities. Of several with one id the first wins; a node without an id is
 * skipped; a parent that is missing or would close a circle is dropped. All are reported.
 */
export function readNodes(
  raw: readonly RawNode[],
  columns: ColumnTable,
  log: IssueLog,
): ReadonlyMap<EntityId, Entity> {
  const kept = keptNodes(raw, log)
  const parents = readParents(kept, log)
  warnOfLookAlikes(kept, ({ offset }) => offset, log)
  const entities = new Map<EntityId, Entity>()
  for (const [id, node] of kept) {
    const record = completed(node, columns)
    const above = parents.get(id)
    if (above !== undefined) record.parents = [...above]
    for (const { what, text, offset } of node.unreadable ?? []) {
      log.warnOfMany(`values of ${what} cannot be read and are kept as text`, offset, () => {
        const message = `the ${what} ${quoted(text)} of the node ${quoted(id)} cannot be read`
        return `${message}; it is kept as text`
      })
    }
    entities.set(id, record)
  }
  return entities
}

function keptNodes(raw: readonly RawNode[], log: IssueLog): Map<EntityId, RawNode> {
  const kept = new Map<EntityId, RawNode>()
  for (const node of raw) {
    const { id: text, offset } = node
    const { label } = node.record
    if (text === undefined) {
      log.warnOfMany('nodes without an id are skipped', offset, () => {
        const named = label === undefined ? '' : ` (its label is ${quoted(label)})`
        return `a node without an id${named}; it is skipped`
      })
      continue
    }
    const id = entityId(text)
    if (kept.has(id)) {
      log.warnOfMany(
        'nodes with an id that is taken are skipped',
        offset,
        () => `the node ${quoted(text)} is there already; this second one is skipped`,
      )
    } else kept.set(id, node)
  }
  return kept
}
