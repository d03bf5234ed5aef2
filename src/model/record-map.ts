import { breather } from './steps.ts'
import type { Steps } from './steps.ts'

/**
 * Records in their order, found by their ids like those of a map. Which id is whose is noted only
 * when somebody asks: for half a million records that takes as long as to draw them.
 */
export class RecordMap<Item extends { readonly id: unknown }> implements ReadonlyMap<
  Item['id'],
  Item
> {
  readonly #items: readonly Item[]
  /** The first so many of them, by their ids. */
  readonly #noted = new Map<Item['id'], Item>()

  /** A map of these records, no two of which have the same id. */
  constructor(items: readonly Item[]) {
    this.#items = items
  }

  get size(): number {
    return this.#items.length
  }

  values(): ArrayIterator<Item> {
    return this.#items.values()
  }

  /** The record at a place, from 0. */
  at(place: number): Item | undefined {
    return this.#items[place]
  }

  get(id: Item['id']): Item | undefined {
    return this.#all().get(id)
  }

  has(id: Item['id']): boolean {
    return this.#all().has(id)
  }

  keys(): MapIterator<Item['id']> {
    return this.#all().keys()
  }

  entries(): MapIterator<[Item['id'], Item]> {
    return this.#all().entries()
  }

  [Symbol.iterator](): MapIterator<[Item['id'], Item]> {
    return this.entries()
  }

  forEach(tell: (item: Item, id: Item['id'], map: ReadonlyMap<Item['id'], Item>) => void): void {
    for (const item of this.#items) tell(item, item.id, this)
  }

  /** Notes all ids in steps, so that whoever asks later is answered at once. */
  *noteSteps(): Steps<undefined> {
    const pauses = breather()
    while (this.#noted.size < this.#items.length) {
      this.#noteNext()
      if (pauses()) yield
    }
    return undefined
  }

  #all(): ReadonlyMap<Item['id'], Item> {
    while (this.#noted.size < this.#items.length) this.#noteNext()
    return this.#noted
  }

  #noteNext(): void {
    const item = this.#items[this.#noted.size]
    if (item !== undefined) this.#noted.set(item.id, item)
  }
}
