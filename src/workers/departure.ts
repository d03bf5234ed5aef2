import type { ColumnId } from '../model/ids.ts'
import { Recent } from '../model/recent.ts'

/**
 * What has left with a hand-over: a text that comes up again and again travels once and is named by
 * its number from then on. The page then also has one and the same text for an id wherever it
 * occurs, which it finds far faster in a map.
 */
export class Departure {
  readonly #ids = new Map<string, number>()
  readonly #recent = new Recent((text) => this.#add(text))
  readonly #cells = new Map<ColumnId, CellTexts>()
  #fresh: string[] = []
  #count = 0

  /** The number of an id, always the same. */
  id(id: string): number {
    const known = this.#ids.get(id)
    if (known !== undefined) return known
    const number = this.#add(id)
    this.#ids.set(id, number)
    return number
  }

  /**
   * One more than the number of a text, 0 where there is none. Texts are as many as records may be,
   * so that only recent ones are remembered.
   */
  optional(text: string | undefined): number {
    return text === undefined ? 0 : this.#recent.of(text) + 1
  }

  /** The texts that the cells of a column have. */
  cells(column: ColumnId): CellTexts {
    const known = this.#cells.get(column)
    if (known !== undefined) return known
    const made = new CellTexts()
    this.#cells.set(column, made)
    return made
  }

  /** The texts that have come up since this was last asked. */
  added(): readonly string[] {
    const added = this.#fresh
    this.#fresh = []
    return added
  }

  #add(text: string): number {
    this.#fresh.push(text)
    this.#count += 1
    return this.#count - 1
  }
}

/** The texts of one column's cells; equal ones have one number where they come soon after another. */
export class CellTexts {
  readonly #recent = new Recent((text) => {
    this.#fresh.push(text)
    this.#count += 1
    return this.#count
  })
  #fresh: string[] = []
  #count = 0

  /** From 1 on. */
  number(text: string): number {
    return this.#recent.of(text)
  }

  /** The texts that have come up since this was last asked. */
  added(): readonly string[] {
    const added = this.#fresh
    this.#fresh = []
    return added
  }
}
