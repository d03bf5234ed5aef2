import type { ImportReport, importReport } from '../display/import-report.ts'
import { formatLabels } from '../formats/format.ts'
import type { ReadingReport } from '../workers/reading-messages.ts'
import type { Notice } from './session.ts'

/** A reading's report with its format as people call it. */
export function labelled({
  format,
  why,
  issues,
}: ReadingReport): Parameters<typeof importReport>[1] {
  return { format: format === undefined ? undefined : formatLabels[format], why, issues }
}

/** The report of what could not even be read. */
export function unread(message: string, advice?: string): ReadingReport {
  const issue = { severity: 'error', message, ...(advice === undefined ? {} : { advice }) } as const
  return { format: undefined, why: '', issues: [issue] }
}

/** What to say once about a file that has things to know about. */
export function noticesOf(report: ImportReport, readReport: () => void): readonly Notice[] {
  const part = report.part === undefined ? [] : [report.part]
  const issues = report.groups.reduce((sum, group) => sum + group.issues.length, 0)
  if (issues === 0 && part.length === 0) return []
  const whole = part.length === 0 ? 'Read whole' : 'The file was read whole'
  const told =
    report.skipped === 0
      ? `${whole}, with ${issues === 1 ? 'one thing' : `${issues} things`} to know about.`
      : `Read, but ${report.skipped === 1 ? 'one record was' : `${report.skipped} records were`} skipped.`
  const text = [...part, ...(issues === 0 ? [] : [told])].join(' ')
  return [{ text, action: 'Read the report', act: readReport }]
}
