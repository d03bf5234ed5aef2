import { Recent } from './recent.ts'

/** Texts that are written into columns, numbered from 0 on. */
export class Texts {
  readonly #recent = new Recent((text) => this.#add(text))
  #fresh: string[] = []
  #count = 0

  /** The number of a text; only recent ones are known again, for they may be as many as records. */
  number(text: string): number {
    return this.#recent.of(text)
  }

  /** One more than the number of a text, 0 where there is none. */
  optional(text: string | undefined): number {
    return text === undefined ? 0 : this.number(text) + 1
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
