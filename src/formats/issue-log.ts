import type { Issue } from '../model/issue.ts'
import { placesIn } from './place-in-text.ts'

/** Collects what is wrong with one text, each with its line and column. */
export interface IssueLog {
  readonly warn: (offset: number, message: string, advice?: string) => void
  /** The issue that rejects the whole file. */
  readonly fault: (offset: number, message: string, advice?: string) => Issue
  /** Every warning so far, in the order of the text. */
  readonly warnings: () => readonly Issue[]
}

/** An empty log for `text`, which came from `file`. Offsets count UTF-16 units. */
export function issueLog(text: string, file: string): IssueLog {
  const place = placesIn(text)
  const warnings: { readonly offset: number; readonly issue: Issue }[] = []
  const issue = (
    severity: Issue['severity'],
    offset: number,
    message: string,
    advice: string | undefined,
  ): Issue => ({
    severity,
    message,
    ...(advice === undefined ? {} : { advice }),
    file,
    ...place(offset),
  })
  return {
    warn: (offset, message, advice) =>
      void warnings.push({ offset, issue: issue('warning', offset, message, advice) }),
    fault: (offset, message, advice) => issue('error', offset, message, advice),
    warnings: () => warnings.toSorted((a, b) => a.offset - b.offset).map((entry) => entry.issue),
  }
}
