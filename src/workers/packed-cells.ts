import type { ColumnId } from '../model/ids.ts'
import type { AttributeValue } from '../model/knowledge.ts'
import type { Departure, Texts } from './departure.ts'

/** The cells of a slice of records that have one column. */
export interface PackedColumn {
  readonly id: ColumnId
  /** Texts of the column that have not travelled yet. */
  readonly texts: readonly string[]
  /** In the order of the records the number of the text, from 1 on; 0 where there is none. */
  readonly numbers: Uint32Array
}

/** Puts the cells of one record after the other into columns. */
export interface CellPacker {
  /**
   * Takes in the cells of the record at this place, unless the columns would lose something: an
   * interval, an order, or a second value. False then.
   */
  readonly put: (at: number, cells: readonly AttributeValue[]) => boolean
  readonly packed: () => readonly PackedColumn[]
}

/** A packer for so many records of a hand-over. */
export function createCellPacker(count: number, departure: Departure): CellPacker {
  // Records have their cells in the same order as a rule: that of the first that have them.
  const columns: OpenColumn[] = []
  const placeOf = (id: ColumnId, from: number): number => {
    for (let place = from; place < columns.length; place += 1) {
      if (columns[place]?.id === id) return place
    }
    if (columns.some((column) => column.id === id)) return -1
    columns.push({ id, texts: departure.cells(id), numbers: new Uint32Array(count) })
    return columns.length - 1
  }
  const fit = (cells: readonly AttributeValue[]): boolean => {
    let next = 0
    for (const { column, span } of cells) {
      if (span !== undefined) return false
      const place = placeOf(column, next)
      if (place < 0) return false
      next = place + 1
    }
    return true
  }
  return {
    put: (at, cells) => {
      if (!fit(cells)) return false
      let place = 0
      for (const { column, text } of cells) {
        while (columns[place]?.id !== column) place += 1
        const { texts, numbers } = columns[place] as OpenColumn
        numbers[at] = texts.recent(text) + 1
      }
      return true
    },
    packed: () => columns.map(({ id, texts, numbers }) => ({ id, texts: texts.added(), numbers })),
  }
}

interface OpenColumn {
  readonly id: ColumnId
  readonly texts: Texts
  readonly numbers: Uint32Array
}
