import type { ColumnId } from '../model/ids.ts'
import { Recent } from '../model/recent.ts'

/**
 * What has left with a hand-over: a text that comes up again and again travels once and is named by
 * its number from then on. The page then also has one and the same text for an id wherever it
 * occurs, which it finds far faster in a map.
 */
export class Departure {
  readonly #ids = new Map<string, number>()
  readonly #names = new Texts()
  readonly #cells = new Map<ColumnId, Texts>()

  /** The number of an id, always the same. */
  id(id: string): number {
    const known = this.#ids.get(id)
    if (known !== undefined) return known
    const number = this.#names.add(id)
    this.#ids.set(id, number)
    return number
  }

  /** One more than the number of a text, 0 where there is none. */
  optional(text: string | undefined): number {
    return text === undefined ? 0 : this.#names.recent(text) + 1
  }

  /** The names that have come up since this was last asked. */
  added(): readonly string[] {
    return this.#names.added()
  }

  /** The texts that the cells of a column have. */
  cells(column: ColumnId): Texts {
    const known = this.#cells.get(column)
    if (known !== undefined) return known
    const made = new Texts()
    this.#cells.set(column, made)
    return made
  }
}

/** Texts that leave, numbered from 0 on. */
export class Texts {
  readonly #recent = new Recent((text) => this.add(text))
  #fresh: string[] = []
  #count = 0

  /** Adds a text, whether it was there before or not, and gives its number. */
  add(text: string): number {
    this.#fresh.push(text)
    this.#count += 1
    return this.#count - 1
  }

  /** The number of a text; only recent ones are known again, for they may be as many as records. */
  recent(text: string): number {
    return this.#recent.of(text)
  }

  /** The texts that have come up since this was last asked. */
  added(): readonly string[] {
    const added = this.#fresh
    this.#fresh = []
    return added
  }
}
