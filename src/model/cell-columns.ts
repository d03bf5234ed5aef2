import type { ColumnId } from './ids.ts'
import type { AttributeValue } from './knowledge.ts'
import { Texts } from './texts.ts'

/** The cells of a block of records that have one column. */
export interface CellColumn {
  readonly id: ColumnId
  /** Texts of the column that no block before has. */
  readonly texts: readonly string[]
  /** In the order of the records the number of the text, from 1 on; 0 where there is none. */
  readonly numbers: Uint32Array
}

/** A block has no more columns than these: in a table with thousands most cells are empty. */
const mostColumns = 64

/** Writes the cells of records into columns, block by block. */
export class CellWriter {
  readonly #texts = new Map<ColumnId, Texts>()
  readonly #blockLength: number
  /** Records have their cells in the same order as a rule: that of the first that have them. */
  #columns: OpenColumn[] = []

  /** A writer of blocks of so many records. */
  constructor(blockLength: number) {
    this.#blockLength = blockLength
  }

  /**
   * Takes in the cells of the record at this place of the block, unless the columns would lose
   * something: an interval, an order, or a second value. False then, and where there are too many
   * of them.
   */
  put(at: number, cells: readonly AttributeValue[]): boolean {
    if (!this.#fits(cells)) return false
    let place = 0
    for (const { column, text } of cells) {
      while (this.#columns[place]?.id !== column) place += 1
      const { texts, numbers } = this.#columns[place] as OpenColumn
      numbers[at] = texts.number(text) + 1
    }
    return true
  }

  /** The columns of the block, which ends with this. */
  end(): readonly CellColumn[] {
    const columns = this.#columns
    this.#columns = []
    return columns.map(({ id, texts, numbers }) => ({ id, texts: texts.added(), numbers }))
  }

  #fits(cells: readonly AttributeValue[]): boolean {
    let next = 0
    for (const { column, span } of cells) {
      if (span !== undefined) return false
      const place = this.#placeOf(column, next)
      if (place < 0) return false
      next = place + 1
    }
    return true
  }

  #placeOf(id: ColumnId, from: number): number {
    const columns = this.#columns
    for (let place = from; place < columns.length; place += 1) {
      if (columns[place]?.id === id) return place
    }
    if (columns.length === mostColumns || columns.some((column) => column.id === id)) return -1
    const texts = this.#texts.get(id) ?? new Texts()
    this.#texts.set(id, texts)
    columns.push({ id, texts, numbers: new Uint32Array(this.#blockLength) })
    return columns.length - 1
  }
}

interface OpenColumn {
  readonly id: ColumnId
  readonly texts: Texts
  readonly numbers: Uint32Array
}

/** Gives cells back from columns. Equal ones are one object wherever they occur. */
export class CellReader {
  readonly #columns = new Map<ColumnId, MadeCells>()

  /** Takes in the columns of the next block: what gives the cells of the record at a place in it. */
  add(columns: readonly CellColumn[]): (at: number) => readonly AttributeValue[] {
    const read = columns.map(({ id, texts, numbers }) => ({
      numbers,
      made: this.#column(id, texts),
    }))
    // The first `count` are the cells of the record at hand: a list that grows takes more memory.
    const cells: AttributeValue[] = []
    return (at) => {
      let count = 0
      for (const { numbers, made } of read) {
        const number = numbers[at] ?? 0
        if (number > 0) cells[count++] = made.cell(number - 1)
      }
      return count === 0 ? noCells : cells.slice(0, count)
    }
  }

  #column(id: ColumnId, texts: readonly string[]): MadeCells {
    const made = this.#columns.get(id) ?? new MadeCells(id)
    this.#columns.set(id, made)
    made.learn(texts)
    return made
  }
}

const noCells: readonly AttributeValue[] = []

/** The cells of a column by the numbers of their texts. */
class MadeCells {
  readonly #column: ColumnId
  readonly #texts: string[] = []
  readonly #made: (AttributeValue | undefined)[] = []

  constructor(column: ColumnId) {
    this.#column = column
  }

  learn(texts: readonly string[]): void {
    for (const text of texts) {
      this.#texts.push(text)
      this.#made.push(undefined)
    }
  }

  cell(number: number): AttributeValue {
    return (this.#made[number] ??= { column: this.#column, text: this.#texts[number] ?? '' })
  }
}
