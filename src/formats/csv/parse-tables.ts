import type { Issue, ReadResult } from '../../model/issue.ts'
import type { InputFile } from '../input-file.ts'
import { quoted } from '../quoted.ts'
import { decodeTable } from './decode-table.ts'
import { guessTop } from './guess-top.ts'
import { guessDelimiter, separatorLine } from './guess-delimiter.ts'
import type { Table } from './parsed-table.ts'
import { splitTable } from './split-table.ts'
import type { Split } from './split-table.ts'
import { tableLog } from './table-log.ts'
import type { TableLog } from './table-log.ts'

/** What the reader of a table has chosen; what is missing is guessed. */
export interface TableChoice {
  readonly encoding?: string
  readonly delimiter?: string
  /** How many rows stand above the table, blank lines and comments not counted. */
  readonly top?: number
}

const mostColumns = 16_384

/**
 * Cuts files into tables, one result for each. `choices` belong to the files of the same place.
 * Bytes that are no text, other kinds of file, and a quote that is never closed reject a file;
 * comment lines, stray quotes and rows above the table are reported.
 */
export function parseTables(
  files: readonly InputFile[],
  choices: readonly (TableChoice | undefined)[] = [],
): readonly ReadResult<Table>[] {
  return files.map((file, index) => parseTable(file, choices[index] ?? {}))
}

function parseTable({ name, bytes }: InputFile, choice: TableChoice): ReadResult<Table> {
  const decoded = decodeTable(bytes, name, choice.encoding)
  if (!decoded.ok) return { ok: false, issues: [decoded.issue] }
  const { encoding } = decoded
  const separator = separatorLine(decoded.text)
  const text = separator === undefined ? decoded.text : decoded.text.slice(separator.length)
  const { delimiter, why } =
    choice.delimiter !== undefined
      ? { delimiter: choice.delimiter, why: 'it was chosen' }
      : separator !== undefined
        ? { delimiter: separator.delimiter, why: 'the line sep= says so' }
        : guessDelimiter(text)
  const split = splitTable(text, delimiter)
  const skipped = separator === undefined ? 0 : 1
  const lines = skipped === 0 ? split.lines : split.lines.map((line) => line + skipped)
  const fault = faultOf(split, name, skipped)
  if (fault !== undefined) return { ok: false, issues: [fault] }
  const log = tableLog(name)
  for (const line of split.stray) {
    const message = `row in line ${line + skipped}: text follows the quote that closes a cell`
    log.warn('stray quote', line + skipped, `${message}; the cell is kept as written`)
  }
  const whole = withoutComments(split.rows, lines, log)
  const table = belowTop(whole, choice.top ?? guessTop(whole.rows), log)
  const { rows } = table
  if (rows.length === 0) {
    const message = 'the file is empty: there is no row in it'
    return { ok: false, issues: [{ severity: 'error', message, file: name }] }
  }
  const width = usualWidth(rows)
  const content = { name, encoding, delimiter, delimiterWhy: why, ...table, width }
  return { ok: true, content, issues: log.warnings() }
}

function faultOf({ rows, lines, fault }: Split, file: string, skipped: number): Issue | undefined {
  const rejected = (line: number, message: string, advice?: string): Issue => ({
    severity: 'error',
    message,
    ...(advice === undefined ? {} : { advice }),
    file,
    line,
  })
  if (fault !== undefined) {
    const line = fault.line + skipped
    const message =
      fault.what === 'open'
        ? `the quote that opens a cell in line ${line} is never closed`
        : `the quote that opens a cell in line ${line} closes in a later line, and text follows it`
    return rejected(line, message, 'the file is cut, or a quote inside a cell is not doubled')
  }
  const wide = rows.findIndex((row) => row.length > mostColumns)
  if (wide === -1) return undefined
  const count = rows[wide]?.length ?? 0
  return rejected(
    (lines[wide] ?? 1) + skipped,
    `the row has ${count} cells; at most ${mostColumns} are read`,
  )
}

/**
 * The table without its comments: lines that begin with # or % at the top or with another number
 * of cells than the rest. A row of which only the first cell begins so stays.
 */
function withoutComments(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  log: TableLog,
): Pick<Table, 'rows' | 'lines'> {
  const marked = (row: readonly string[] | undefined): boolean => /^[#%]/.test(row?.[0] ?? '')
  const blank = (row: readonly string[]): boolean =>
    row.length === 1 && (row[0] ?? '').trim() === ''
  if (!rows.some((row) => marked(row) || blank(row))) return { rows, lines }
  const plain = rows.filter((row) => !marked(row) && !blank(row))
  const width = usualWidth(plain)
  const top = rows.findIndex((row) => !marked(row) && !blank(row))
  const isComment = (row: readonly string[], index: number): boolean => {
    if (!marked(row) || plain.length === 0) return false
    if (row.length !== width) return index < top || row.length < width
    return index < top && /^[#%]+\s+\S/.test(row[0] ?? '')
  }
  const kept: (readonly string[])[] = []
  const keptLines: number[] = []
  for (const [index, row] of rows.entries()) {
    const line = lines[index] ?? 1
    if (isComment(row, index)) {
      const text = quoted(row.join(' '))
      log.warn(
        'comment line',
        line,
        `line ${line} is a comment: ${text}; it is no part of the table`,
      )
    } else if (!blank(row)) {
      kept.push(row)
      keptLines.push(line)
    }
  }
  return { rows: kept, lines: keptLines }
}

function belowTop(
  { rows, lines }: Pick<Table, 'rows' | 'lines'>,
  top: number,
  log: TableLog,
): Pick<Table, 'above' | 'rows' | 'lines'> {
  const above = rows.slice(0, top).map((cells, index) => ({ line: lines[index] ?? 1, cells }))
  for (const { line, cells } of above) {
    const words = cells.filter((cell) => cell.trim() !== '').join(' ')
    const text = words === '' ? 'has only empty cells' : `holds ${quoted(words)}`
    const message = `row in line ${line}: it stands above the table and ${text}`
    log.warn('row above', line, `${message}; it is no part of the table`)
  }
  return { above, rows: rows.slice(top), lines: lines.slice(top) }
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>()
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1)
  let usual = 0
  let most = 0
  for (const [width, count] of widths) {
    if (count > most || (count === most && width > usual)) [usual, most] = [width, count]
  }
  return usual
}
