import type { Table } from './parsed-table.ts'

/** The cells of a column that are not blank, from row `first` on; at most `most` of them. */
export function valuesIn(
  table: Pick<Table, 'rows'>,
  column: number,
  first: number,
  most = Infinity,
): readonly string[] {
  const values: string[] = []
  for (let row = first; row < table.rows.length && values.length < most; row += 1) {
    const cell = table.rows[row]?.[column] ?? ''
    if (cell.trim() !== '') values.push(cell)
  }
  return values
}

/** How many different values there are. */
export function distinctIn(values: readonly string[]): number {
  return new Set(values).size
}
