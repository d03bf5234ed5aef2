import type { WeightedGraph } from './canonical-graph.ts'

/** What each shared neighbour adds to a tie; more tears small worlds apart. */
const perShared = 0.07

/**
 * The graph with heavier ties where two nodes have neighbours in common, and lighter ones at hubs: in
 * a tangle that brings the members of a community together. O(Σ over edges of the smaller degree).
 */
export function withKinship(graph: WeightedGraph): WeightedGraph {
  const { order, first, ends } = graph
  const marks = new Uint32Array(order)
  const weights = graph.weights.slice()
  for (let node = 0; node < order; node += 1) {
    const from = first[node] ?? 0
    const to = first[node + 1] ?? 0
    for (let slot = from; slot < to; slot += 1) marks[ends[slot] ?? 0] = node + 1
    for (let slot = from; slot < to; slot += 1) {
      const end = ends[slot] ?? 0
      const start = first[end] ?? 0
      const stop = first[end + 1] ?? 0
      // Each pair once, along the shorter row.
      if (stop - start > to - from || (stop - start === to - from && end > node)) continue
      let shared = 0
      for (let at = start; at < stop; at += 1) if (marks[ends[at] ?? 0] === node + 1) shared += 1
      const root = Math.sqrt(Math.sqrt((to - from) * (stop - start)))
      weights[slot] = ((weights[slot] ?? 1) * (1 + perShared * shared)) / root
      const back = slotOf(graph, end, node)
      weights[back] = weights[slot] ?? 1
    }
  }
  return { ...graph, weights }
}

/** Where in the row of `node`, which is ascending, `end` is. */
function slotOf({ first, ends }: WeightedGraph, node: number, end: number): number {
  let low = first[node] ?? 0
  let high = (first[node + 1] ?? 0) - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) < end) low = middle + 1
    else high = middle
  }
  return low
}
