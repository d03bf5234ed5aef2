import { csvTable } from '../formats/csv/table.ts'
import { lossCount } from '../formats/loss-count.ts'
import type { Loss } from '../model/issue.ts'
import type { Table } from '../display/table.ts'

/** The rows as they are shown, as a CSV file, and what had to be changed for it. */
export function tableCsv(
  { columns }: Pick<Table, 'columns'>,
  rows: Uint32Array,
): { readonly text: string; readonly losses: readonly Loss[] } {
  const losses = lossCount()
  const cells = Array.from(rows, (row) =>
    columns.map(({ text }) => {
      const cell = text(row)
      return cell === '' ? undefined : cell
    }),
  )
  const header = columns.map(({ title }) => title)
  return { text: csvTable(header, cells, losses), losses: losses.losses() }
}
