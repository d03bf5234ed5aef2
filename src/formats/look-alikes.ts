import type { EntityId } from '../model/ids.ts'
import type { IssueLog } from './issue-log.ts'
import { quoted } from './quoted.ts'

/** Names ids that differ only in case, width, composition or characters that nobody sees. */
export function warnOfLookAlikes<Node>(
  nodes: ReadonlyMap<EntityId, Node>,
  offsetOf: (node: Node) => number,
  log: IssueLog,
): void {
  const seen = new Map<string, EntityId>()
  for (const [id, node] of nodes) {
    const look = lookOf(id)
    const first = seen.get(look)
    if (first === undefined) seen.set(look, id)
    else {
      log.warnOfMany(
        'pairs of ids look alike',
        offsetOf(node),
        () => `the ids ${quoted(first)} and ${quoted(id)} look alike; they stay two nodes`,
      )
    }
  }
}

/** What a reader makes of an id: without case, width, composition and invisible characters. */
function lookOf(id: string): string {
  if (/^[a-z\d_.:-]*$/.test(id)) return id
  return id
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
    .toUpperCase()
    .toLowerCase()
}
