import { entityId } from '../model/ids.ts'
import type { ColumnId } from '../model/ids.ts'
import type { AttributeValue, EdgeDrawing, Value } from '../model/knowledge.ts'
import type { PackedColumn } from './packed-cells.ts'

/**
 * What has arrived of a hand-over: texts by their numbers, and parts of records that many of them
 * have, which are one object wherever they are equal. Of half a million records with three parts
 * each most of the memory would be these.
 */
export class Arrival {
  readonly #names: string[] = []
  readonly #values: (Value | undefined)[] = []
  readonly #coloured: (EdgeDrawing | undefined)[] = []
  readonly #cells = new Map<ColumnId, AttributeValue[]>()

  /** Takes in the texts that have travelled with a slice. */
  learn(names: readonly string[]): void {
    for (const name of names) this.#names.push(name)
  }

  /** The text of this number. */
  name(number: number | undefined): string {
    return this.#names[number ?? 0] ?? ''
  }

  /** The text of an optional number. */
  optional(number: number | undefined): string | undefined {
    return number === undefined || number === 0 ? undefined : this.#names[number - 1]
  }

  /** The entity whose id has this number, as the value of a statement. */
  value(number: number | undefined): Value {
    const at = number ?? 0
    return (this.#values[at] ??= { type: 'entity', entity: entityId(this.name(at)) })
  }

  /** An edge drawn in the colour of this optional number, and in no other way of its own. */
  coloured(number: number): EdgeDrawing {
    return (this.#coloured[number] ??= { colour: this.name(number - 1) })
  }

  /** Takes in the cells of a slice: what gives those of the record at a place in it. */
  cells(columns: readonly PackedColumn[]): (at: number) => readonly AttributeValue[] {
    const arrived = columns.map(({ id, texts, numbers }) => ({
      numbers,
      made: this.#column(id, texts),
    }))
    // The first `count` are the cells of the record at hand: a list that grows takes more memory.
    const cells: AttributeValue[] = []
    return (at) => {
      let count = 0
      for (const { numbers, made } of arrived) {
        const number = numbers[at] ?? 0
        const cell = number === 0 ? undefined : made[number - 1]
        if (cell !== undefined) cells[count++] = cell
      }
      return count === 0 ? none : cells.slice(0, count)
    }
  }

  #column(column: ColumnId, texts: readonly string[]): readonly AttributeValue[] {
    const made = this.#cells.get(column) ?? []
    this.#cells.set(column, made)
    for (const text of texts) made.push({ column, text })
    return made
  }
}

/** The one empty list. */
export const none: readonly never[] = []
