import { columnRoles } from './column-names.ts'
import type { ColumnRole } from './column-names.ts'
import type { Table } from './parse-tables.ts'
import { sheetOf } from './sheet.ts'
import type { TableMapping } from './table-mapping.ts'

/** The first rows of a table under a mapping: plain data for a dialog. */
export interface TablePreview {
  readonly columns: readonly {
    readonly title: string
    /** Undefined for a column that becomes an attribute. */
    readonly role: ColumnRole | undefined
  }[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** How many rows the table has, the header not counted. */
  readonly count: number
}

/** What a dialog shows of a table while its mapping is being chosen. */
export function previewOf(table: Table, mapping: TableMapping, rows: number): TablePreview {
  const first = mapping.header ? 1 : 0
  const shown = { ...table, rows: table.rows.slice(0, rows + first) }
  // Titles do not depend on what stands in the rows below.
  const { titles } = sheetOf(shown, { ...mapping, role: 'edges' })
  return {
    columns: titles.map((title, column) => ({
      title,
      role: columnRoles.find((role) => mapping.columns[role] === column),
    })),
    rows: shown.rows.slice(first).map((cells, index) => ({
      line: table.lines[index + first] ?? 1,
      cells,
    })),
    count: table.rows.length - first,
  }
}
