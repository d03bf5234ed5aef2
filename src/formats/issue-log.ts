import type { Issue } from '../model/issue.ts'
import { placesAlong } from './place-in-text.ts'

/** Collects what is wrong with one text, each with its line and column. */
export interface IssueLog {
  readonly warn: (offset: number, message: string, advice?: string) => void
  /**
   * A warning of which a file may hold a million: after the first of its `group`, a plural like
   * "edges without a target are skipped", they are counted. A `message` that is made is made only
   * when it is needed.
   */
  readonly warnOfMany: (
    group: string,
    offset: number,
    message: string | (() => string),
    advice?: string,
  ) => void
  /** The issue that rejects the whole file. */
  readonly fault: (offset: number, message: string, advice?: string) => Issue
  /** Every warning so far, in the order of the text. */
  readonly warnings: () => readonly Issue[]
}

interface Entry {
  readonly offset: number
  readonly message: string
  readonly advice?: string | undefined
}

interface Group {
  count: number
  /** Where the first stands that was only counted. */
  offset: number
}

const mostOfAGroup = 50

/**
 * An empty log for a text, given whole or as what goes through its pieces once more; it came from
 * `file`. Offsets count UTF-16 units.
 */
export function issueLog(text: string | (() => Iterable<string>), file: string): IssueLog {
  const entries: Entry[] = []
  const groups = new Map<string, Group>()
  const pieces = typeof text === 'string' ? () => [text] : text
  const issues = (severity: Issue['severity'], list: readonly Entry[]): readonly Issue[] => {
    if (list.length === 0) return []
    const sorted = list.toSorted((a, b) => a.offset - b.offset)
    const places = placesAlong(
      pieces(),
      sorted.map(({ offset }) => offset),
    )
    return sorted.map(({ message, advice }, index) => ({
      severity,
      message,
      ...(advice === undefined ? {} : { advice }),
      file,
      ...places[index],
    }))
  }
  return {
    warn: (offset, message, advice) => void entries.push({ offset, message, advice }),
    warnOfMany: (name, offset, message, advice) => {
      const group = groups.get(name)
      if (group === undefined) groups.set(name, { count: 1, offset })
      else {
        group.count += 1
        if (group.count === mostOfAGroup + 1) group.offset = offset
        if (group.count > mostOfAGroup) return
      }
      entries.push({ offset, message: typeof message === 'string' ? message : message(), advice })
    },
    fault: (offset, message, advice) => {
      const [issue] = issues('error', [{ offset, message, advice }])
      return issue ?? { severity: 'error', message, file }
    },
    warnings: () => issues('warning', [...entries, ...countedOnly(groups)]),
  }
}

function countedOnly(groups: ReadonlyMap<string, Group>): readonly Entry[] {
  return [...groups].flatMap(([name, { count, offset }]) =>
    count > mostOfAGroup ? [{ offset, message: `${count - mostOfAGroup} more ${name}` }] : [],
  )
}
