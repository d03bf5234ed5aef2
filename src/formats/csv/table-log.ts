import type { Issue } from '../../model/issue.ts'

/** What can be wrong with single rows, and how the rows beyond the first few are summed up. */
const summaries = {
  'comment line': 'more lines are comments; they are no part of the table',
  'row above': 'more rows stand above the table; they are no part of it',
  'short row': 'more rows have too few cells',
  'long row': 'more rows have cells beyond the last column; they are kept',
  'stray quote': 'more cells have text after the closing quote; they are kept as written',
  'empty row': 'more rows have only empty cells; each is skipped',
  'node without id': 'more nodes have no id; each is skipped',
  'node twice': 'more nodes are there already; each is skipped',
  'edge without end': 'more edges lack an end; each is skipped',
  'edge id taken': 'more edge ids are taken already; these edges get new ids',
  'bad value': 'more values cannot be read; they are kept as text',
  'no place': 'more rows have figures that are no place; the figures stay as they are',
  'dropped parent': 'more parents are not in the tables; each is skipped',
  'column name': 'more columns have no name of their own',
} as const
export type RowFault = keyof typeof summaries

/** Collects what is wrong with one table; of very many faults of one kind the rest is counted. */
export interface TableLog {
  readonly warn: (fault: RowFault, line: number, message: string, advice?: string) => void
  /** Something that is said once. */
  readonly note: (message: string, advice?: string, line?: number) => void
  /** Every warning so far, in the order of the lines. */
  readonly warnings: () => readonly Issue[]
}

const shown = 50

/** An empty log for the table in `file`. */
export function tableLog(file: string): TableLog {
  const issues: Issue[] = []
  const counts = new Map<RowFault, { count: number; line: number }>()
  const issue = (message: string, advice?: string, line?: number): Issue => ({
    severity: 'warning',
    message,
    ...(advice === undefined ? {} : { advice }),
    file,
    ...(line === undefined ? {} : { line }),
  })
  return {
    warn: (fault, line, message, advice) => {
      const count = (counts.get(fault)?.count ?? 0) + 1
      counts.set(fault, { count, line })
      if (count <= shown) issues.push(issue(message, advice, line))
    },
    note: (message, advice, line) => void issues.push(issue(message, advice, line)),
    warnings: () => {
      const rest = [...counts].flatMap(([fault, { count, line }]) =>
        count <= shown ? [] : [issue(`${count - shown} ${summaries[fault]}`, undefined, line)],
      )
      return [...issues, ...rest].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    },
  }
}
