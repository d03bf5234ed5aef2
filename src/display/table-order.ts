import { fold } from '../view/fold.ts'
import type { TableChoice } from '../view/view.ts'
import type { Visible } from '../view/visible.ts'
import type { Table } from './table.ts'
import { ranksOf } from './table-ranks.ts'
import type { Ranks } from './table-ranks.ts'

/** How many rows are looked at between two pauses. */
const portion = 256

/**
 * The rows to show: those that the picture shows and that have all words of the query, by the
 * column chosen, equal ones in the order of the data. It pauses again and again, for the caller to
 * see to other things.
 */
export function* listedRows(
  table: Table,
  visible: Visible,
  { sort, query }: Pick<TableChoice, 'sort' | 'query'>,
): Generator<void, Uint32Array> {
  const hasWords = rowFilter(table, wordsOf(query))
  const rows = new Uint32Array(table.rowCount)
  let count = 0
  for (let row = 0; row < table.rowCount; row += 1) {
    if (row % portion === 0) yield
    if (!table.isVisible(row, visible) || !hasWords(row)) continue
    rows[count] = row
    count += 1
  }
  const listed = rows.slice(0, count)
  const column = table.columns.find(({ id }) => id === sort?.column)
  if (column === undefined || sort === undefined) return listed
  return byRank(listed, yield* ranksOf(column, table.rowCount), sort.descending)
}

/** Counting sort: ranks are small whole numbers. Empty cells are last, whichever way round. */
function byRank(rows: Uint32Array, { ranks, levels }: Ranks, descending: boolean): Uint32Array {
  const place = (row: number): number => {
    const rank = ranks[row] ?? levels
    return descending && rank < levels ? levels - 1 - rank : rank
  }
  const starts = new Uint32Array(levels + 2)
  for (const row of rows) starts[place(row) + 1] = (starts[place(row) + 1] ?? 0) + 1
  for (let at = 1; at < starts.length; at += 1) {
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  }
  const sorted = new Uint32Array(rows.length)
  for (const row of rows) {
    const at = starts[place(row)] ?? 0
    sorted[at] = row
    starts[place(row)] = at + 1
  }
  return sorted
}

/** The words of a query, without case and accents. */
export function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** True for rows that show all the words, each in any of their cells. */
function rowFilter({ columns }: Table, words: readonly string[]): (row: number) => boolean {
  return (row) => {
    let missing = words
    for (const { text } of columns) {
      if (missing.length === 0) return true
      const folded = foldedCell(text(row))
      if (folded !== '') missing = missing.filter((word) => !folded.includes(word))
    }
    return missing.length === 0
  }
}

/** As `fold`, with the short way for what needs no more. */
function foldedCell(text: string): string {
  return /^[ -~]*$/.test(text) ? text.toLowerCase() : fold(text)
}
