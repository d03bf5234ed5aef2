import { distinctIn, valuesIn } from './column-values.ts'
import type { RoleGuess } from './table-mapping.ts'
import type { Table } from './parsed-table.ts'

const number = /^\s*[+-]?\d*[.,]?\d+(?:[eE][+-]?\d+)?\s*$/
const sampled = 5000

const unshared =
  'no row holds names of columns, and the first two columns share no value; they are taken for ' +
  'the ends of edges'

/** What a table without names is: an adjacency list, triples, or edges by their first columns. */
export function guessWithoutHeader(table: Table): RoleGuess {
  if (isAdjacencyList(table.rows)) {
    return {
      role: 'adjacency-list',
      columns: {},
      direction: 'undirected',
      reasons: {
        role: 'its rows have different lengths: each is a node and its neighbours',
        direction: 'nothing says that an edge has a direction',
      },
    }
  }
  if (table.width < 2) {
    const why = 'there is only one column, and it has no name'
    return {
      role: 'nodes',
      columns: {},
      direction: 'undirected',
      reasons: { role: why },
      doubt: why,
    }
  }
  const [first, second, third] = [0, 1, 2].map((column) => valuesIn(table, column, 0, sampled))
  const shared = sharedShare(first ?? [], second ?? [])
  if (third !== undefined && table.width > 2 && areTriples(first ?? [], second ?? [], third)) {
    return {
      role: 'edges',
      columns: { source: 0, predicate: 1, target: 2 },
      direction: 'directed',
      reasons: {
        role: 'the first and the third column share values, and the second has few',
        source: 'it is the first column',
        predicate: 'it stands between the two ends',
        target: 'it is the third column',
        direction: 'a relation stands between the two ends',
      },
    }
  }
  // With numbers in it, the first row holds no names.
  const numbered = [...(first ?? []), ...(second ?? [])].every((id) => /^\d+$/.test(id))
  const weighted = table.width > 2 && (third ?? []).length > 0 && (third ?? []).every(isNumber)
  return {
    role: 'edges',
    columns: { source: 0, target: 1, ...(weighted ? { weight: 2 } : {}) },
    direction: 'undirected',
    reasons: {
      role: shared > 0 ? 'the first two columns share values' : 'there are no names of columns',
      source: 'it is the first column',
      target: 'it is the second column',
      ...(weighted ? { weight: 'it is the third column and holds numbers' } : {}),
      direction: 'nothing says that an edge has a direction',
    },
    ...(shared > 0 || numbered ? {} : { doubt: unshared }),
  }
}

function isNumber(text: string): boolean {
  return number.test(text)
}

/** Rows of many lengths, with nodes rather than numbers beyond the second cell. */
export function isAdjacencyList(rows: Table['rows']): boolean {
  const lengths = new Set(rows.map((row) => row.length))
  if (lengths.size < 2 || Math.max(...lengths) < 3 || rows.length < 2) return false
  const heads = new Set(rows.map((row) => row[0] ?? ''))
  const others = rows
    .slice(0, sampled)
    .flatMap((row) => row.slice(1))
    .filter((cell) => cell.trim() !== '')
  const known = others.filter((cell) => heads.has(cell)).length
  return heads.size > 0.8 * rows.length && known >= 0.3 * others.length
}

function areTriples(
  first: readonly string[],
  second: readonly string[],
  third: readonly string[],
): boolean {
  if (third.every(isNumber) && !first.every(isNumber)) return false
  const few =
    distinctIn(second) < 0.5 * Math.max(distinctIn(first), distinctIn(third)) || second.length < 10
  return few && sharedShare(first, third) > sharedShare(first, second)
}

/** Which share of the different values of the smaller list the other has too. */
function sharedShare(one: readonly string[], two: readonly string[]): number {
  const [small = new Set<string>(), large = new Set<string>()] = [
    new Set(one),
    new Set(two),
  ].toSorted((a, b) => a.size - b.size)
  if (small.size === 0) return 0
  return [...small].filter((value) => large.has(value)).length / small.size
}
