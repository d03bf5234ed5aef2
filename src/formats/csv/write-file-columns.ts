import type { AttributeValue, Column } from '../../model/knowledge.ts'
import type { LossCount } from '../loss-count.ts'
import { separator, spanText } from '../readable.ts'
import { inferDatatype } from './infer-datatype.ts'
import type { Cell } from './table.ts'

/** A column of a table that is written. */
export interface CsvColumn<Item> {
  readonly title: string
  readonly cell: (item: Item) => Cell
  /** True where it is written though it may be empty. */
  readonly always?: boolean
}

interface Attributed {
  readonly attributes: readonly AttributeValue[]
}

/** The columns that came with a file. What a table does not say of them is counted. */
export function fileColumns<Item extends Attributed>(
  columns: readonly Column[],
  items: readonly Item[],
  losses: LossCount,
): readonly CsvColumn<Item>[] {
  return columns.map((column) => {
    const cellOf = ({ attributes }: Attributed): string | undefined => {
      const cells = attributes.filter((cell) => cell.column === column.id)
      if (cells.length === 0) return column.defaultText
      return cells.map(cellText).join(separator)
    }
    for (const { attributes } of items) {
      const cells = attributes.filter((cell) => cell.column === column.id)
      const plain = cells.length <= 1 && cells.every(({ span }) => span === undefined)
      if (!plain) losses.add('values of one column that change over time, joined as text')
    }
    const texts = items.flatMap((item) => cellOf(item) ?? [])
    const { id, title, datatype, fileType, defaultText, options, dynamic } = column
    const more = [fileType, defaultText, options].some((part) => part !== undefined)
    if (more || dynamic || id !== title || inferDatatype(texts, title) !== datatype) {
      losses.add('columns of which a table says less: their ids, types, defaults and options')
    }
    return { title, cell: cellOf, always: true }
  })
}

/** The columns under titles that no other column has, and that mean nothing else to a reader. */
export function withFreeTitles<Item>(
  columns: readonly CsvColumn<Item>[],
  reserved: readonly string[],
  losses: LossCount,
): readonly CsvColumn<Item>[] {
  const taken = new Set(reserved)
  return columns.map((column) => {
    let title = column.title
    for (let number = 2; taken.has(title); number += 1) title = `${column.title} (${number})`
    taken.add(title)
    if (title !== column.title) losses.add('columns under another title, because theirs is taken')
    return { ...column, title }
  })
}

function cellText({ text, span }: AttributeValue): string {
  return span === undefined ? text : `${text} (${spanText(span)})`
}
