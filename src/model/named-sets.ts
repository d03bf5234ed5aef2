import type { EntityId } from './ids.ts'

/** Sets of nodes by the names that the reader gave them, in the order of naming. */
export type NamedSets = ReadonlyMap<string, ReadonlySet<EntityId>>

/** The sets with one more; a name that is taken gets a number. */
export function withSet(sets: NamedSets, name: string, nodes: ReadonlySet<EntityId>): NamedSets {
  return new Map([...sets, [freeName(sets, name), nodes]])
}

/** The sets with one of them under another name, in its old place. */
export function withName(sets: NamedSets, from: string, to: string): NamedSets {
  const name = freeName(withoutSet(sets, from), to)
  return new Map([...sets].map(([each, nodes]) => [each === from ? name : each, nodes]))
}

/** The sets without one of them. */
export function withoutSet(sets: NamedSets, name: string): NamedSets {
  return new Map([...sets].filter(([each]) => each !== name))
}

/**
 * The sets with those of `others` that have not been named yet, by whichever name; the very same
 * where there is none.
 */
export function withSets(sets: NamedSets, others: NamedSets): NamedSets {
  const isNew = (nodes: ReadonlySet<EntityId>): boolean =>
    ![...sets.values()].some((each) => sameNodes(each, nodes))
  return [...others]
    .filter(([, nodes]) => isNew(nodes))
    .reduce((all, [name, nodes]) => withSet(all, name, nodes), sets)
}

/** True where both have the same nodes under the same names, in the same order. */
export function sameSets(a: NamedSets, b: NamedSets): boolean {
  const others = [...b]
  return (
    a.size === b.size &&
    [...a].every(([name, nodes], at) => {
      const [otherName, otherNodes] = others[at] ?? []
      return name === otherName && otherNodes !== undefined && sameNodes(nodes, otherNodes)
    })
  )
}

function sameNodes(a: ReadonlySet<EntityId>, b: ReadonlySet<EntityId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}

function freeName(sets: NamedSets, wanted: string): string {
  const name = wanted.trim() === '' ? 'Set' : wanted.trim()
  if (!sets.has(name)) return name
  let number = 2
  while (sets.has(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}
