import type { TableChoice } from '../view/view.ts'
import type { Visible } from '../view/visible.ts'
import type { Table } from './table.ts'
import { cellFilter } from './table-filter.ts'
import { ranksOf } from './table-ranks.ts'
import type { Ranks } from './table-ranks.ts'
import { rowFilter, wordsOf } from './table-words.ts'

/** How many rows are looked at between two pauses. */
const portion = 256

/**
 * The rows to show: those that the picture shows, that have all words of the query and that are as
 * every column's filter asks, by the column chosen, equal ones in the order of the data. It pauses
 * again and again, for the caller to see to other things.
 */
export function* listedRows(
  table: Table,
  visible: Visible,
  { sort, query, filters }: Pick<TableChoice, 'sort' | 'query' | 'filters'>,
): Generator<void, Uint32Array> {
  const hasWords = rowFilter(table, wordsOf(query))
  const cells = table.columns.flatMap((each) => {
    const filter = filters.get(each.id)
    return filter === undefined ? [] : [cellFilter(each, filter)]
  })
  const rows = new Uint32Array(table.rowCount)
  let count = 0
  for (let row = 0; row < table.rowCount; row += 1) {
    if (row % portion === 0) yield
    if (!table.isVisible(row, visible) || !cells.every((fits) => fits(row))) continue
    if (!hasWords(row)) continue
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
