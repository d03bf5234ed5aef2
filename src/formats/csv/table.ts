import type { LossCount } from '../loss-count.ts'
import { guardedText, looksLikeFormula } from './own-columns.ts'

export type Cell = string | number | undefined

/** What becomes of texts that a spreadsheet would run: an apostrophe in front, or nothing. */
export type Formulas = 'disarm' | 'keep'

/**
 * A table as RFC 4180 has it: CR LF after every record, quotes where a cell needs them. What no
 * text file should hold becomes U+FFFD, cells that a spreadsheet would run are
 * disarmed, and an empty text is told from none by an apostrophe.
 */
export function csvTable(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  losses: LossCount,
  formulas: Formulas = 'disarm',
): string {
  const line = (cells: readonly Cell[]): string =>
    `${cells.map((cell) => csvCell(cell, losses, formulas)).join(',')}\r\n`
  return line(header) + rows.map(line).join('')
}

// Control characters are just what is looked for here.
// oxlint-disable-next-line no-control-regex
const unfit = /[\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{7F}\u{D800}-\u{DFFF}]/gu

/** The text without what no text file should hold, which is counted. */
export function fitText(text: string, losses: LossCount): string {
  losses.add('control characters, written as U+FFFD', text.match(unfit)?.length ?? 0)
  return text.replace(unfit, '\uFFFD')
}

function csvCell(cell: Cell, losses: LossCount, formulas: Formulas): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const clean = fitText(cell, losses)
  const text = guardedText(clean, formulas)
  if (text !== clean) {
    const why = looksLikeFormula(clean)
      ? 'they look like formulas'
      : 'they are empty or begin with one'
    losses.add(`cells with an apostrophe in front, because ${why}`)
  }
  return /[",\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
