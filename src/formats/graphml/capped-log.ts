import type { Issue } from '../../model/issue.ts'
import type { IssueLog } from '../issue-log.ts'

/** Reports what is wrong with records, of which a file may have a million. */
export interface CappedLog {
  /** `group` names what all messages of this kind have in common, in the plural. */
  readonly warn: (group: string, offset: number, message: string, advice?: string) => void
  /** Every warning of the log below, and a count of those that were one too many. */
  readonly warnings: () => readonly Issue[]
}

const mostOfAKind = 50

/** A log that keeps the first messages of each group and counts the others. */
export function cappedLog(log: IssueLog, file: string): CappedLog {
  const counts = new Map<string, number>()
  return {
    warn: (group, offset, message, advice) => {
      const count = (counts.get(group) ?? 0) + 1
      counts.set(group, count)
      if (count <= mostOfAKind) log.warn(offset, message, advice)
    },
    warnings: () => [
      ...log.warnings(),
      ...[...counts]
        .filter(([, count]) => count > mostOfAKind)
        .map(([group, count]): Issue => {
          const message = `${count - mostOfAKind} more ${group}, ${count} in all`
          return { severity: 'warning', message, file }
        }),
    ],
  }
}
