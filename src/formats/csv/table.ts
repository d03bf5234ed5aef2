import type { LossCount } from '../loss-count.ts'

/**
 * A table as RFC 4180 has it: CR LF after every record, quotes where a cell needs them. What no
 * text file should hold becomes U+FFFD, and cells that a spreadsheet would run are disarmed.
 */
export function csvTable(
  header: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
  losses: LossCount,
): string {
  const line = (cells: readonly (string | number | undefined)[]): string =>
    `${cells.map((cell) => csvCell(cell, losses)).join(',')}\r\n`
  return line(header) + rows.map(line).join('')
}

// Control characters are just what is looked for here.
// eslint-disable-next-line no-control-regex
const unfit = /[\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{7F}\u{D800}-\u{DFFF}]/gu
const formula = /^[=+\-@\t\r]/
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

function csvCell(cell: string | number | undefined, losses: LossCount): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  losses.add('control characters, written as U+FFFD', cell.match(unfit)?.length ?? 0)
  const clean = cell.replace(unfit, '\uFFFD')
  const runs = formula.test(clean) && !number.test(clean)
  if (runs) losses.add('cells with an apostrophe in front, because they look like formulas')
  const text = runs ? `'${clean}` : clean
  return /[",\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
