import type { ReadResult } from '../model/issue.ts'
import type { IssueLog } from './issue-log.ts'

/**
 * What a file gives: what our own part of it restored, or the plain reading where it has none.
 * Where that part is damaged, the plain reading stands with a warning at `offset`; `part` is what
 * it consists of: "columns".
 */
export function restoredOr<Content>(
  plain: Content,
  restored: ReadResult<Content> | undefined,
  log: IssueLog,
  offset: number,
  part: string,
): ReadResult<Content> {
  if (restored?.ok === true) {
    return { ...restored, issues: [...log.warnings(), ...restored.issues] }
  }
  if (restored !== undefined) {
    log.warn(
      offset,
      `Orrery's own ${part} are damaged (${restored.issues[0]?.message ?? 'no reason given'})`,
      `kinds and references are not restored; the ${part} stay as they are`,
    )
  }
  return { ok: true, content: plain, issues: log.warnings() }
}
