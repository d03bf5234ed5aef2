import type { WeightedGraph } from './canonical-graph.ts'

/**
 * A first place on a line for every node that can be reached from `root`, between 0 and 1: those of
 * a tree of shortest ways, drawn from the root with as much room for each branch as it has leaves.
 * NaN for all others. O(nodes + edges).
 */
export function treePlaces(
  { order, first, ends }: Pick<WeightedGraph, 'order' | 'first' | 'ends'>,
  root: number,
): Float64Array {
  const parents = new Int32Array(order).fill(-1)
  const queue = [root]
  parents[root] = root
  for (const node of queue)
    for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1) {
      const end = ends[slot] ?? 0
      if (parents[end] !== -1) continue
      parents[end] = node
      queue.push(end)
    }
  const leaves = new Float64Array(order)
  for (const node of queue.toReversed()) {
    const own = Math.max(1, leaves[node] ?? 0)
    leaves[node] = own
    if (node !== root) add(leaves, parents[node] ?? 0, own)
  }
  const places = new Float64Array(order).fill(Number.NaN)
  const next = new Float64Array(order)
  const all = leaves[root] ?? 1
  for (const node of queue) {
    const parent = parents[node] ?? root
    const from = node === root ? 0 : (next[parent] ?? 0)
    next[node] = from
    if (node !== root) add(next, parent, leaves[node] ?? 0)
    places[node] = (from + (leaves[node] ?? 0) / 2) / all
  }
  return places
}

function add(values: Float64Array, at: number, more: number): void {
  values[at] = (values[at] ?? 0) + more
}
