import type { Adjacency, Rows } from './compact-graph.ts'

/** Which nodes belong together. */
export interface Groups {
  /** Per node the number of its group, from 0: the largest group first, then by least node. */
  readonly of: Uint32Array
  /** Per group how many nodes it has. */
  readonly sizes: Uint32Array
}

/** The connected components, whatever the directions, breadth first in O(n + m). */
export function connectedComponents({
  nodeCount,
  both,
}: Pick<Adjacency, 'nodeCount' | 'both'>): Groups {
  const group = new Int32Array(nodeCount).fill(-1)
  const queue = new Uint32Array(nodeCount)
  for (let root = 0; root < nodeCount; root += 1) {
    if (group[root] !== -1) continue
    group[root] = root
    queue[0] = root
    let reached = 1
    for (let index = 0; index < reached; index += 1) {
      const node = queue[index] ?? 0
      for (let slot = both.starts[node] ?? 0; slot < (both.starts[node + 1] ?? 0); slot += 1) {
        const next = both.neighbours[slot] ?? 0
        if (group[next] !== -1) continue
        group[next] = root
        queue[reached] = next
        reached += 1
      }
    }
  }
  return numbered(group)
}

/**
 * The strongly connected components: the nodes that reach each other along the edges, by Tarjan's
 * algorithm (1972) without recursion, in O(n + m).
 */
export function strongComponents({ nodeCount, out }: Adjacency): Groups {
  const group = new Int32Array(nodeCount).fill(-1)
  const found = new Int32Array(nodeCount).fill(-1)
  const low = new Int32Array(nodeCount)
  const nextSlot = new Uint32Array(nodeCount)
  const waiting: number[] = []
  const path: number[] = []
  let time = 0
  const enter = (node: number): void => {
    found[node] = time
    low[node] = time
    time += 1
    nextSlot[node] = out.starts[node] ?? 0
    waiting.push(node)
    path.push(node)
  }
  for (let root = 0; root < nodeCount; root += 1) {
    if (found[root] === -1) enter(root)
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const next = takeSlot(out, nextSlot, node)
      if (next === undefined) {
        path.pop()
        const parent = path.at(-1)
        if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0)
        if (low[node] !== found[node]) continue
        const start = waiting.lastIndexOf(node)
        for (const member of waiting.splice(start)) group[member] = node
      } else if (found[next] === -1) enter(next)
      else if (group[next] === -1) low[node] = Math.min(low[node] ?? 0, found[next] ?? 0)
    }
  }
  return numbered(group)
}

function takeSlot(rows: Rows, nextSlot: Uint32Array, node: number): number | undefined {
  const slot = nextSlot[node] ?? 0
  if (slot >= (rows.starts[node + 1] ?? 0)) return undefined
  nextSlot[node] = slot + 1
  return rows.neighbours[slot]
}

/** Numbers groups, given by any number from 0 that its members share, by size and least node. */
export function numbered(group: ArrayLike<number>): Groups {
  const sizes = new Map<number, number>()
  for (let node = 0; node < group.length; node += 1) {
    const key = group[node] ?? 0
    sizes.set(key, (sizes.get(key) ?? 0) + 1)
  }
  // A map keeps the order of first insertion, which is that of the least node, and sorts stably.
  const sorted = [...sizes].sort(([, a], [, b]) => b - a)
  const number = new Map(sorted.map(([key], index) => [key, index]))
  return {
    of: Uint32Array.from(group, (key) => number.get(key) ?? 0),
    sizes: Uint32Array.from(sorted, ([, size]) => size),
  }
}
