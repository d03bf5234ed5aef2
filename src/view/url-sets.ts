import { entityId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'
import { withSet } from '../model/named-sets.ts'
import type { NamedSets } from '../model/named-sets.ts'
import { decode, encode } from './url-text.ts'
import type { Reject } from './url-text.ts'

/** Larger sets are in no link, which would be too long to send. */
export const mostInSet = 200

/** The sets that links have. */
export function setsOfLink(sets: NamedSets): NamedSets {
  return new Map([...sets].filter(([, nodes]) => nodes.size <= mostInSet))
}

/** `Models:qwen:lab,Cities:shanghai`: each with its nodes. */
export function encodeSets(sets: NamedSets): string {
  return [...sets].map(([name, nodes]) => [name, ...nodes].map(encode).join(':')).join()
}

/**
 * The sets of a link's part. Nodes that this graph lacks stay in them: another version may have
 * them.
 */
export function setsIn(value: string, reject: Reject): NamedSets {
  let sets: NamedSets = new Map()
  for (const part of value.split(',')) {
    const texts = part.split(':').map(decode)
    const [name = '', ...nodes] = texts.flatMap((text) => text ?? [])
    if (texts.includes(undefined)) reject(`The link's set “${part}” cannot be read.`)
    else if (name.trim() === '') reject(`The link's set “${part}” has no name.`)
    else sets = withSet(sets, name, new Set<EntityId>(nodes.map(entityId)))
  }
  return sets
}
