import type { ColumnType } from '../gexf/column-type.ts'

/** What a key stands for, where it is more than a column. */
export type Native = 'label' | 'weight' | 'size' | 'x' | 'y' | 'z' | 'r' | 'g' | 'b'
export type Domain = 'graph' | 'node' | 'edge'

/** A key that may stand for something. */
interface Candidate {
  readonly id: string
  readonly title: string
  readonly type: ColumnType
}

const together: readonly (readonly Native[])[] = [
  ['x', 'y'],
  ['r', 'g', 'b'],
]
const numbers: Readonly<Record<Domain, readonly Native[]>> = {
  graph: [],
  node: ['x', 'y', 'z', 'size', 'r', 'g', 'b'],
  edge: ['weight', 'r', 'g', 'b'],
}
const labels: Readonly<Record<Domain, readonly string[]>> = {
  graph: [],
  node: ['label'],
  // The second is Gephi's.
  edge: ['label', 'edge label'],
}

/** True where a key of this name may be the label of its domain. */
export function isLabel(domain: Domain, title: string): boolean {
  return labels[domain].includes(title.toLowerCase())
}

/**
 * The keys that stand for labels, weights and what Gephi draws with, by their names; the first of
 * several counts. A number must be declared as one, and half a position or colour is none.
 */
export function nativeKeys(
  domain: Domain,
  keys: readonly Candidate[],
): ReadonlyMap<string, Native> {
  const found = new Map<Native, string>()
  for (const { id, title, type } of keys) {
    const name = title.toLowerCase()
    const native = isLabel(domain, title)
      ? 'label'
      : numbers[domain].find((one) => one === name && isNumber(type))
    if (native !== undefined && !found.has(native)) found.set(native, id)
  }
  for (const group of together) {
    if (!group.every((native) => found.has(native))) group.forEach((one) => found.delete(one))
  }
  if (!found.has('x')) found.delete('z')
  return new Map([...found].map(([native, id]) => [id, native]))
}

function isNumber({ datatype, items }: ColumnType): boolean {
  return items === undefined && (datatype === 'integer' || datatype === 'decimal')
}
