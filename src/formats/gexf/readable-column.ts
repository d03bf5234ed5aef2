import type { Pen } from './pen.ts'
import { counted } from './pen.ts'
import type { WrittenCell, WrittenColumn } from './write-columns.ts'

/** A column of our own with its value for each record; undefined where there is none. */
export interface ReadableColumn<Content> {
  readonly column: WrittenColumn
  readonly text: (record: Content) => string | undefined
}

/** What our own columns say of a record. */
export function readableCells<Content>(
  record: Content,
  columns: readonly ReadableColumn<Content>[],
  pen: Pen,
): readonly WrittenCell[] {
  const cells: WrittenCell[] = []
  for (const { column, text } of columns) {
    const value = text(record)
    if (value !== undefined) cells.push({ column: column.id, text: counted(value, pen) })
  }
  return cells
}
