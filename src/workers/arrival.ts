import { entityId } from '../model/ids.ts'
import type { ColumnId } from '../model/ids.ts'
import type { AttributeValue, Value } from '../model/knowledge.ts'
import { Recent } from '../model/recent.ts'
import type { PackedCells } from './packed-cells.ts'

/**
 * What has arrived of a hand-over: texts by their numbers, and parts of records that many of them
 * have, which are one object wherever they are equal. Of half a million records with three parts
 * each most of the memory would be these.
 */
export class Arrival {
  readonly #names: string[] = []
  readonly #values: (Value | undefined)[] = []
  readonly #cells = new Map<ColumnId, Recent<AttributeValue>>()

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

  /** The cells of the record at this place; a list that is empty is always the same one. */
  cells({ texts, columns }: PackedCells, at: number): readonly AttributeValue[] {
    let cells: AttributeValue[] | undefined
    for (const [column, numbers] of columns) {
      const number = numbers[at] ?? 0
      const text = number === 0 ? undefined : texts[number - 1]
      if (text !== undefined) (cells ??= []).push(this.#column(column).of(text))
    }
    return cells ?? none
  }

  #column(column: ColumnId): Recent<AttributeValue> {
    const known = this.#cells.get(column)
    if (known !== undefined) return known
    const made = new Recent<AttributeValue>((text) => ({ column, text }))
    this.#cells.set(column, made)
    return made
  }
}

/** The one empty list. */
export const none: readonly never[] = []
