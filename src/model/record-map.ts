import { breather } from './steps.ts'
import type { Steps } from './steps.ts'

/** Records in their order, each made from something more compact when it is asked for. */
export interface CompactRecords<Item extends { readonly id: unknown }> {
  readonly size: number
  /** The id of the record at a place, from 0. */
  idAt(place: number): Item['id']
  /** The record at a place, made anew. */
  make(place: number): Item
}

/**
 * Records in their order, found by their ids like those of a map. A record is made when somebody
 * asks for it, and which id is whose is noted then too: for half a million records either takes as
 * long as to draw them.
 */
export class RecordMap<Item extends { readonly id: unknown }> implements ReadonlyMap<
  Item['id'],
  Item
> {
  readonly #compact: CompactRecords<Item>
  /** By their places, those that were asked for. */
  readonly #made: (Item | undefined)[]
  /** So many are not made yet. */
  #missing: number
  /** The places of the first so many of them, by their ids. */
  readonly #noted = new Map<Item['id'], number>()

  /** A map of these records; throws, once ids are asked for, where two have the same. */
  constructor(compact: CompactRecords<Item>) {
    this.#compact = compact
    this.#made = new Array<Item | undefined>(compact.size)
    this.#missing = compact.size
  }

  get size(): number {
    return this.#made.length
  }

  values(): IteratorObject<Item, undefined> {
    // Many times faster than one by one, which matters to who goes through them again and again.
    return this.#missing === 0 ? (this.#made as Item[]).values() : this.#each()
  }

  /** The record at a place, from 0. */
  at(place: number): Item | undefined {
    return place < this.size ? this.#itemAt(place) : undefined
  }

  /** The id of the record at a place, from 0; the record need not be made for that. */
  idAt(place: number): Item['id'] {
    return this.#compact.idAt(place)
  }

  /** The place of the record with this id. */
  placeOf(id: Item['id']): number | undefined {
    return this.#all().get(id)
  }

  get(id: Item['id']): Item | undefined {
    const place = this.placeOf(id)
    return place === undefined ? undefined : this.#itemAt(place)
  }

  has(id: Item['id']): boolean {
    return this.#all().has(id)
  }

  keys(): MapIterator<Item['id']> {
    return this.#all().keys()
  }

  *entries(): Generator<[Item['id'], Item], undefined> {
    for (const item of this.values()) yield [item.id, item]
  }

  [Symbol.iterator](): Generator<[Item['id'], Item], undefined> {
    return this.entries()
  }

  forEach(tell: (item: Item, id: Item['id'], map: ReadonlyMap<Item['id'], Item>) => void): void {
    for (const item of this.values()) tell(item, item.id, this)
  }

  /** Notes all ids in steps, so that whoever asks later is answered at once. */
  *noteSteps(): Steps<undefined> {
    const pauses = breather()
    while (this.#noted.size < this.size) {
      this.#noteNext()
      if (pauses()) yield
    }
    return undefined
  }

  *#each(): Generator<Item, undefined> {
    for (let place = 0; place < this.size; place += 1) yield this.#itemAt(place)
  }

  #itemAt(place: number): Item {
    const known = this.#made[place]
    if (known !== undefined) return known
    const made = this.#compact.make(place)
    this.#made[place] = made
    this.#missing -= 1
    return made
  }

  #all(): ReadonlyMap<Item['id'], number> {
    while (this.#noted.size < this.size) this.#noteNext()
    return this.#noted
  }

  #noteNext(): void {
    const place = this.#noted.size
    const id = this.#compact.idAt(place)
    this.#noted.set(id, place)
    if (this.#noted.size === place) throw new Error(`Two records have the id ${String(id)}`)
  }
}
