import { quoted } from '../quoted.ts'
import type { ColumnRole } from './column-names.ts'
import type { TableMapping } from './table-mapping.ts'
import { ownMark, unguardedText } from './own-columns.ts'
import type { Table, TableRow } from './parsed-table.ts'
import { tableLog } from './table-log.ts'
import type { TableLog } from './table-log.ts'

/** A table with its meaning, as the readers of rows want it. */
export interface Sheet {
  readonly table: Table
  readonly mapping: TableMapping
  /** True for a table that Orrery wrote. */
  readonly own: boolean
  /** One for every column, no two alike. */
  readonly titles: readonly string[]
  readonly records: readonly TableRow[]
  readonly log: TableLog
}

/** Puts a table and its mapping together; rows of odd lengths and odd titles are reported. */
export function sheetOf(table: Table, mapping: TableMapping): Sheet {
  const log = tableLog(table.name)
  const header = mapping.header ? (table.rows[0] ?? []) : []
  const own = header.at(-1) === ownMark
  const first = mapping.header ? 1 : 0
  const all = table.rows
    .slice(first)
    .map((cells, index) => ({ line: table.lines[index + first] ?? 1, cells }))
  const ragged = mapping.role === 'adjacency-list'
  const records = all.filter(({ line, cells }) => {
    if (own || cells.some((cell) => cell.trim() !== '')) return true
    log.warn('empty row', line, `row in line ${line}: all its cells are empty; it is skipped`)
    return false
  })
  const width = mapping.header ? header.length : table.width
  if (!ragged) warnOfLengths(records, width, log)
  const widest = records.reduce((most, { cells }) => Math.max(most, cells.length), width)
  const titles =
    ragged || mapping.role === 'matrix'
      ? []
      : titlesOf(header, widest, records, own, table.lines[0] ?? 1, log)
  return { table, mapping, own, titles, records, log }
}

/** The text of a cell; undefined where there is none. */
export function textAt(
  sheet: Sheet,
  { cells }: TableRow,
  column: number | undefined,
): string | undefined {
  const cell = column === undefined ? undefined : cells[column]
  if (cell === undefined || cell === '') return undefined
  return sheet.own ? unguardedText(cell) : cell
}

/** The text that a row has for a role; undefined where there is none. */
export function textFor(sheet: Sheet, row: TableRow, role: ColumnRole): string | undefined {
  return textAt(sheet, row, sheet.mapping.columns[role])
}

/** An id or the end of an edge: never trimmed, but blanks alone name nothing in a foreign table. */
export function idFor(sheet: Sheet, row: TableRow, role: ColumnRole): string | undefined {
  const text = textFor(sheet, row, role)
  return text === undefined || (!sheet.own && text.trim() === '') ? undefined : text
}

function warnOfLengths(records: readonly TableRow[], width: number, log: TableLog): void {
  for (const { line, cells } of records) {
    if (cells.length < width) {
      const message = `row in line ${line}: it has ${cells.length} of ${width} cells`
      log.warn('short row', line, `${message}; the missing ones count as empty`)
    } else if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      const message = `row in line ${line}: it has ${cells.length} cells where ${width} are expected`
      const extra = cells.slice(width).map(quoted).slice(0, 5).join(', ')
      log.warn(
        'long row',
        line,
        `${message}; the extra fields ${extra} are kept in columns of their own`,
      )
    }
  }
}

function titlesOf(
  header: readonly string[],
  width: number,
  records: readonly TableRow[],
  own: boolean,
  line: number,
  log: TableLog,
): readonly string[] {
  const taken = new Set<string>()
  const titles: string[] = []
  for (let column = 0; column < width; column += 1) {
    const name = own ? unguardedText(header[column] ?? '') : (header[column] ?? '')
    const given = own || name.trim() !== ''
    const wanted = given ? name : `column ${column + 1}`
    let title = wanted
    for (let number = 2; taken.has(title); number += 1) title = `${wanted} (${number})`
    taken.add(title)
    titles.push(title)
    if (
      !given &&
      column < header.length &&
      records.some(({ cells }) => (cells[column] ?? '') !== '')
    ) {
      log.warn(
        'column name',
        line,
        `column ${column + 1} has an empty name; it is called ${quoted(title)}`,
      )
    } else if (given && title !== wanted) {
      log.warn(
        'column name',
        line,
        `column ${column + 1} is the second called ${quoted(wanted)}; it is called ${quoted(title)}`,
      )
    }
  }
  return titles
}
