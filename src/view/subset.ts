/**
 * Some of a list's things, as a set: one byte for each of the list, so that the set of all edges of
 * a large graph is made in no time and takes little room.
 */
export class Subset<Id> implements ReadonlySet<Id> {
  readonly size: number
  /** By place: 1 for what is in the set, else 0. */
  readonly mask: Uint8Array
  readonly #all: Iterable<Id>
  readonly #placeOf: (id: Id) => number | undefined

  /** `all` in the order of their places, as `placeOf` tells them; it is gone through many times. */
  constructor(all: Iterable<Id>, placeOf: (id: Id) => number | undefined, mask: Uint8Array) {
    this.#all = all
    this.#placeOf = placeOf
    this.mask = mask
    let size = 0
    for (let place = 0; place < mask.length; place += 1) size += mask[place] ?? 0
    this.size = size
  }

  has(id: Id): boolean {
    const place = this.#placeOf(id)
    return place !== undefined && this.mask[place] === 1
  }

  *values(): SetIterator<Id> {
    let place = 0
    for (const id of this.#all) {
      if (this.mask[place] === 1) yield id
      place += 1
    }
    return undefined
  }

  keys(): SetIterator<Id> {
    return this.values()
  }

  *entries(): SetIterator<[Id, Id]> {
    for (const id of this.values()) yield [id, id]
    return undefined
  }

  [Symbol.iterator](): SetIterator<Id> {
    return this.values()
  }

  forEach(act: (id: Id, same: Id, set: ReadonlySet<Id>) => void): void {
    for (const id of this.values()) act(id, id, this)
  }
}
