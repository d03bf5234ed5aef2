import type { EntityId } from '../../model/ids.ts'
import { quoted } from '../quoted.ts'
import type { RecordLog } from './record-log.ts'

/** Names ids that differ only in case, width, composition or characters that nobody sees. */
export function warnOfLookAlikes(
  nodes: ReadonlyMap<EntityId, { readonly offset: number }>,
  log: RecordLog,
): void {
  const seen = new Map<string, EntityId>()
  for (const [id, { offset }] of nodes) {
    const look = lookOf(id)
    const first = seen.get(look)
    if (first === undefined) seen.set(look, id)
    else {
      log.warn(
        'ids that look alike stay apart',
        offset,
        () => `the ids ${quoted(first)} and ${quoted(id)} look alike; they stay two nodes`,
      )
    }
  }
}

function lookOf(id: string): string {
  if (/^[a-z\d_.-]*$/.test(id)) return id
  return id
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
    .toUpperCase()
    .toLowerCase()
}
