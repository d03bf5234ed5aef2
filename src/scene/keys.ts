/**
 * Names of our own for things of a graph: nothing from a file may be a key of sigma's. A thing keeps
 * its key for as long as the scene lives.
 */
export interface Keys<Id> {
  keyOf(id: Id): string
  /** The key, or undefined for a thing that was never shown. */
  known(id: Id): string | undefined
  idOf(key: string): Id | undefined
}

/**
 * An empty set of keys: "0", "1" and so on, which engines keep as the places of a list where sigma
 * has them as the properties of an object.
 */
export function createKeys<Id>(): Keys<Id> {
  const keys = new Map<Id, string>()
  const ids: Id[] = []
  return {
    keyOf(id) {
      const known = keys.get(id)
      if (known !== undefined) return known
      const key = String(keys.size)
      keys.set(id, key)
      ids.push(id)
      return key
    },
    known: (id) => keys.get(id),
    idOf: (key) => ids[Number(key)],
  }
}
