import type { EntityId } from '../model/ids.ts'

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

/** The sets as a text to be kept. */
export function setsText(sets: NamedSets): string {
  return JSON.stringify([...sets].map(([name, nodes]) => [name, [...nodes]]))
}

/** The sets of a text; whatever it holds, what cannot be read is left out. */
export function setsIn(text: string): NamedSets {
  let sets: NamedSets = new Map()
  for (const each of listIn(text)) {
    const [name, ids] = listOf(each)
    if (typeof name !== 'string' || !Array.isArray(ids)) continue
    const nodes = listOf(ids).filter((id): id is EntityId => typeof id === 'string')
    sets = withSet(sets, name, new Set(nodes))
  }
  return sets
}

function listIn(text: string): readonly unknown[] {
  try {
    return listOf(JSON.parse(text))
  } catch {
    return []
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function freeName(sets: NamedSets, wanted: string): string {
  const name = wanted.trim() === '' ? 'Set' : wanted.trim()
  if (!sets.has(name)) return name
  let number = 2
  while (sets.has(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}
