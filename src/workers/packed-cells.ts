import type { ColumnId } from '../model/ids.ts'
import type { AttributeValue } from '../model/knowledge.ts'
import { createNames, optionalNumber } from './packed-names.ts'

/** The cells of a slice of records, by columns. */
export interface PackedCells {
  /** Each once: a column's values are few as a rule. */
  readonly texts: readonly string[]
  /** In the order of the records one more than the place of the text; 0 where there is none. */
  readonly columns: readonly (readonly [ColumnId, Uint32Array])[]
}

/** Puts the cells of one record after the other into columns. */
export interface CellPacker {
  /** False where the columns would lose something: an interval, an order, or a second value. */
  readonly fits: (cells: readonly AttributeValue[]) => boolean
  readonly put: (at: number, cells: readonly AttributeValue[]) => void
  readonly packed: () => PackedCells
}

/** A packer for so many records. */
export function createCellPacker(count: number): CellPacker {
  const columns = new Map<ColumnId, PackedColumn>()
  const columnOf = (id: ColumnId): PackedColumn => {
    const known = columns.get(id)
    if (known !== undefined) return known
    const column = { place: columns.size, numbers: new Uint32Array(count) }
    columns.set(id, column)
    return column
  }
  const texts = createNames()
  return {
    fits: (cells) => {
      let before = -1
      for (const { column, span } of cells) {
        const { place } = columnOf(column)
        if (span !== undefined || place <= before) return false
        before = place
      }
      return true
    },
    put: (at, cells) => {
      for (const { column, text } of cells)
        columnOf(column).numbers[at] = optionalNumber(texts, text)
    },
    packed: () => ({
      texts: texts.added(),
      columns: [...columns].map(([id, { numbers }]) => [id, numbers]),
    }),
  }
}

interface PackedColumn {
  readonly place: number
  readonly numbers: Uint32Array
}
