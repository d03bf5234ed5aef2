/**
 * Tells whether ids come twice. Programs number records upwards, and where each id is longer than
 * the one before, or as long and later in the alphabet, none can be there already: only where one
 * is not are they all looked at, which for many takes long.
 */
export class IdsInUse<Id extends string> {
  readonly #ascending: Id[] = []
  #all: Set<Id> | undefined
  #last: Id | undefined

  /** Adds an id; true where it was there before. */
  add(id: Id): boolean {
    const last = this.#last
    if (this.#all === undefined && (last === undefined || isAfter(id, last))) {
      this.#ascending.push(id)
      this.#last = id
      return false
    }
    this.#all ??= new Set(this.#ascending)
    if (this.#all.has(id)) return true
    this.#all.add(id)
    return false
  }
}

function isAfter(id: string, last: string): boolean {
  return id.length > last.length || (id.length === last.length && id > last)
}
