import type { ColumnId } from '../model/ids.ts'
import type { AttributeValue } from '../model/knowledge.ts'

/**
 * A text that comes up again and again in a hand-over travels once and is named by its number from
 * then on: the page then also has one and the same text for an id wherever it occurs, which it
 * finds far faster in a map.
 */
export interface Names {
  /** The text's number. */
  readonly numberOf: (text: string) => number
  /** The texts that have come up since this was last asked. */
  readonly added: () => readonly string[]
}

/** Names with nothing in them. */
export function createNames(): Names {
  const numbers = new Map<string, number>()
  let fresh: string[] = []
  return {
    numberOf: (text) => {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      fresh.push(text)
      return numbers.size - 1
    },
    added: () => {
      const added = fresh
      fresh = []
      return added
    },
  }
}

/** For each column the texts in the order of the records. */
export type PackedCells = readonly (readonly [ColumnId, readonly (string | undefined)[]])[]

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
    const column = { place: columns.size, texts: Array.from<undefined>({ length: count }) }
    columns.set(id, column)
    return column
  }
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
      for (const { column, text } of cells) columnOf(column).texts[at] = text
    },
    packed: () => [...columns].map(([id, { texts }]) => [id, texts]),
  }
}

interface PackedColumn {
  readonly place: number
  readonly texts: (string | undefined)[]
}

/** The cells of the record at this place; a list that is empty is always the same one. */
export function cellsAt(columns: PackedCells, at: number): readonly AttributeValue[] {
  let cells: AttributeValue[] | undefined
  for (const [column, texts] of columns) {
    const text = texts[at]
    if (text !== undefined) (cells ??= []).push({ column, text })
  }
  return cells ?? none
}

/** The text of an optional number: one more than its place in the names, or 0. */
export function optionalName(
  names: readonly string[],
  number: number | undefined,
): string | undefined {
  return number === undefined || number === 0 ? undefined : names[number - 1]
}

/** The one empty list. */
export const none: readonly never[] = []
