/** Something wrong in the input: where, what, and what to do. Lines and columns count from 1. */
export interface Issue {
  /** `error` rejects the whole file or dataset; `warning` skipped or kept as text one record. */
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly advice?: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** What a reader gives back: everything or nothing, and every issue that it met. */
export type ReadResult<Content> =
  | { readonly ok: true; readonly content: Content; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Something that an export format cannot hold, with how often it occurs. */
export interface Loss {
  readonly what: string
  readonly count: number
}

/** The issue as `file:line:column: what is wrong (what to do)`, the form that terminals link. */
export function issueText(issue: Issue): string {
  const place = [issue.file, issue.line, issue.column]
    .filter((part) => part !== undefined)
    .join(':')
  const advice = issue.advice === undefined ? '' : ` (${issue.advice})`
  return `${place === '' ? '' : `${place}: `}${issue.message}${advice}`
}
