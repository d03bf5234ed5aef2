import { columnId } from '../../model/ids.ts'
import type { AttributeValue, Column } from '../../model/knowledge.ts'
import type { Datatype } from '../../model/literal.ts'
import { hasDecimalComma, inferDatatype, joinedDatatype, pointNumber } from './infer-datatype.ts'
import { textAt } from './sheet.ts'
import type { TableRow } from './parsed-table.ts'
import type { Sheet } from './sheet.ts'

/** The columns that become attributes, of nodes or of edges, over all tables of one kind. */
export interface AttributeColumns {
  /** Takes up the columns of a table that have no other use; what it gives back reads a row. */
  readonly of: (sheet: Sheet, used: ReadonlySet<number>) => (row: TableRow) => AttributeValue[]
  /** A cell for a value that has a use but could not be read. */
  readonly asWritten: (what: string, text: string) => AttributeValue
  readonly columns: () => readonly Column[]
}

/** No columns yet. A title that several tables have is one column. */
export function attributeColumns(): AttributeColumns {
  const datatypes = new Map<string, Datatype | undefined>()
  const written = new Map<string, string>()
  const join = (title: string, datatype: Datatype | undefined): void => {
    const known = datatypes.get(title)
    const joined =
      known === undefined || datatype === undefined
        ? (known ?? datatype)
        : joinedDatatype(known, datatype)
    datatypes.set(title, joined)
  }
  return {
    of: (sheet, used) => {
      const readers = sheet.titles.flatMap((title, column) => {
        if (used.has(column)) return []
        const values = sheet.records.flatMap((row) => textAt(sheet, row, column) ?? [])
        const unnamed = (sheet.table.rows[0]?.[column] ?? '').trim() === '' || !sheet.mapping.header
        if (values.length === 0 && unnamed && !sheet.own) return []
        const comma = sheet.mapping.decimalComma && hasDecimalComma(values)
        const datatype = comma ? 'decimal' : inferDatatype(values, title)
        join(title, values.length === 0 ? undefined : datatype)
        return [{ id: columnId(title), column, comma }]
      })
      return (row) => {
        const attributes: AttributeValue[] = []
        for (const { id, column, comma } of readers) {
          const text = textAt(sheet, row, column)
          if (text === undefined) continue
          attributes.push({ column: id, text: comma ? (pointNumber(text) ?? text) : text })
        }
        return attributes
      }
    },
    asWritten: (what, text) => {
      let title = written.get(what) ?? `${what} (as written)`
      while (!written.has(what) && datatypes.has(title)) title += "'"
      written.set(what, title)
      datatypes.set(title, 'string')
      return { column: columnId(title), text }
    },
    columns: () =>
      [...datatypes].map(([title, datatype]) => ({
        id: columnId(title),
        title,
        datatype: datatype ?? 'string',
        dynamic: false,
      })),
  }
}
