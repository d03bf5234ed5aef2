import type { Issue } from '../../model/issue.ts'
import { issueLog } from '../issue-log.ts'

/** Collects what is wrong with the records of one text, and counts where it is always the same. */
export interface RecordLog {
  /** `kind` says of many records what `message` says of one: "edges without a source are skipped". */
  readonly warn: (
    kind: string,
    offset: number,
    message: string | (() => string),
    advice?: string,
  ) => void
  /** Every warning so far, in the order of the text. */
  readonly warnings: () => readonly Issue[]
  /** The issue that rejects the whole file. */
  readonly fault: (offset: number, message: string, advice?: string) => Issue
}

/** How many of one kind are told one by one. */
const told = 50

/** An empty log for `text`, which came from `file`. */
export function recordLog(text: string, file: string): RecordLog {
  const log = issueLog(text, file)
  const counts = new Map<string, { count: number; readonly after: number }>()
  return {
    warn: (kind, offset, message, advice) => {
      const entry = counts.get(kind)
      if (entry === undefined) counts.set(kind, { count: 1, after: offset })
      else entry.count += 1
      if ((entry?.count ?? 1) > told) return
      log.warn(offset, typeof message === 'string' ? message : message(), advice)
    },
    warnings: () => [
      ...log.warnings(),
      ...[...counts].flatMap(([kind, { count, after }]) =>
        count > told ? [moreIssue(log.fault(after, ''), count - told, kind)] : [],
      ),
    ],
    fault: log.fault,
  }
}

function moreIssue(place: Issue, count: number, kind: string): Issue {
  return { ...place, severity: 'warning', message: `and ${count} more: ${kind}` }
}
