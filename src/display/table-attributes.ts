import { columnId } from '../model/ids.ts'
import type { ColumnId } from '../model/ids.ts'
import type { AttributeValue, Column } from '../model/knowledge.ts'
import { amountOf } from './table-amount.ts'
import type { ColumnDraft, TableColumn } from './table-column.ts'

/** Before the id of a column of the file, in that of a column of the table. */
const ownPrefix = 'column:'

/** The column of the file that a column of the table shows; undefined where it shows something else. */
export function attributeOf({ id }: Pick<TableColumn, 'id'>): ColumnId | undefined {
  return id.startsWith(ownPrefix) ? columnId(id.slice(ownPrefix.length)) : undefined
}

interface WithAttributes {
  readonly attributes: readonly AttributeValue[]
}

/** A column that may be left out, with how many records have something in it. */
export interface Filled<Thing> {
  readonly draft: ColumnDraft<Thing>
  readonly filled: number
}

/** The columns that came with a file, as far as some of the records have something in them. */
export function attributeColumns<Thing extends WithAttributes>(
  columns: readonly Column[],
  records: Iterable<Thing>,
): readonly Filled<Thing>[] {
  const filled = new Map<string, number>()
  for (const { attributes } of records) {
    for (const { column, text } of attributes) {
      if (text !== '') filled.set(column, (filled.get(column) ?? 0) + 1)
    }
  }
  return columns
    .map((column) => ({
      draft: attributeColumn<Thing>(column),
      filled: (filled.get(column.id) ?? 0) + (column.defaultText === undefined ? 0 : 1),
    }))
    .filter((column) => column.filled > 0)
}

function attributeColumn<Thing extends WithAttributes>({
  id,
  title,
  datatype,
  defaultText = '',
}: Column): ColumnDraft<Thing> {
  const textsOf = ({ attributes }: Thing): readonly string[] => {
    const texts = attributes.filter(({ column }) => column === id).map(({ text }) => text)
    return texts.length === 0 ? [defaultText] : texts
  }
  return {
    id: `${ownPrefix}${id}`,
    title,
    figures: datatype === 'integer' || datatype === 'decimal' || datatype === 'year',
    ...(datatype === 'date' ? { holds: 'dates' as const } : {}),
    text: (thing) => textsOf(thing).join('; '),
    amount: (thing) => amountOf({ text: textsOf(thing)[0] ?? '', datatype }),
  }
}

/** The fullest columns, at most `most`, in the order in which they were. */
export function fullest<Thing>(
  columns: readonly Filled<Thing>[],
  most: number,
): readonly ColumnDraft<Thing>[] {
  const kept = new Set(columns.toSorted((a, b) => b.filled - a.filled).slice(0, most))
  return columns.filter((column) => kept.has(column)).map(({ draft }) => draft)
}
