import { columnsNamed, endColumns } from './column-names.ts'
import { guessHeader } from './guess-header.ts'
import { isMatrix } from './matrix.ts'
import type { Table } from './parsed-table.ts'

/** Titles, dates and sources of a table stand in few rows. */
const searched = 12
const sampled = 200

/**
 * How many rows stand above a table: titles and rows of empty cells, as spreadsheets have them.
 * Rows with words count as above only where what follows is sure: even rows under names of columns
 * that are known, with more cells than any row before; or under other names, with at most one word
 * in each row before, which does not occur again.
 */
export function guessTop(rows: Table['rows']): number {
  const counts = rows.slice(0, searched).map(filled)
  const first = counts.findIndex((count) => count > 0)
  if (first === -1 || isNamed(rows[first] ?? [])) return Math.max(first, 0)
  const sample = rows.slice(0, sampled)
  for (let at = first + 1; at < counts.length; at += 1) {
    const most = Math.max(...counts.slice(first, at))
    const count = counts[at] ?? 0
    if (count > most && isNamed(rows[at] ?? []) && areEven(sample.slice(at))) return at
    if (most > 1) continue
    if (count > 1 && beginsTable(sample.slice(at), rows.slice(first, at))) return at
  }
  return first
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length
}

function isNamed(row: readonly string[]): boolean {
  return filled(row) > 1 && (endColumns(row) !== undefined || columnsNamed(row, 'id').length > 0)
}

/** True where nearly all rows have as many cells as the first. */
function areEven(rows: Table['rows']): boolean {
  const [first = []] = rows
  const even = rows.filter((row) => row.length === first.length && filled(row) > 1)
  return even.length >= 0.9 * rows.length
}

/** True where the first of these rows names the columns of the others, or the nodes of a matrix. */
function beginsTable(rows: Table['rows'], above: Table['rows']): boolean {
  const [header = []] = rows
  if (rows.length < 3 || !areEven(rows)) return false
  const titles = new Set(above.flat().filter((cell) => cell.trim() !== ''))
  if (rows.some((row) => row.some((cell) => titles.has(cell)))) return false
  return isMatrix({ rows }) || (filled(header) === header.length && guessHeader({ rows }).header)
}
