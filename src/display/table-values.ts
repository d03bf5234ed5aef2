import type { Table } from './table.ts'
import type { TableColumn } from './table-column.ts'

/** More values than these are quicker typed than found in a list. */
const mostValues = 24
/** What is done between two pauses: about a millisecond. */
const portion = 1024

const collator = new Intl.Collator('en', { numeric: true })

/**
 * All values of the columns of texts that have only a few, by the column's id, each in order; the
 * value of an empty cell is ''. It pauses again and again, for the caller to see to other things.
 */
export function* fewValues(
  table: Pick<Table, 'columns' | 'rowCount'>,
): Generator<void, ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const column of table.columns) {
    if (column.holds !== 'texts') continue
    const values = yield* valuesOf(column, table.rowCount)
    if (values !== undefined) found.set(column.id, values)
  }
  return found
}

/** Undefined where there are many, or where hardly two rows have the same. */
function* valuesOf(
  { text }: TableColumn,
  rowCount: number,
): Generator<void, readonly string[] | undefined> {
  const values = new Set<string>()
  for (let row = 0; row < rowCount; row += 1) {
    values.add(text(row))
    if (values.size > mostValues) return undefined
    if (row % portion === 0) yield
  }
  return values.size * 2 > rowCount ? undefined : [...values].toSorted(collator.compare)
}
