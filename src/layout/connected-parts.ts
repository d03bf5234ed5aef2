import type { WeightedGraph } from './canonical-graph.ts'

export interface ConnectedPart {
  readonly graph: WeightedGraph
  /** For every node of the part its index in the whole graph, ascending. */
  readonly nodes: Uint32Array
}

/** The connected parts, largest first, those of one size in the order of their first nodes. */
export function connectedParts(graph: WeightedGraph): readonly ConnectedPart[] {
  const { order, first, ends } = graph
  const place = new Uint32Array(order)
  const seen = new Uint8Array(order)
  const queue = new Uint32Array(order)
  const parts: Uint32Array[] = []
  for (let root = 0; root < order; root += 1) {
    if (seen[root] === 1) continue
    seen[root] = 1
    queue[0] = root
    let filled = 1
    for (let at = 0; at < filled; at += 1) {
      const node = queue[at] ?? 0
      for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1) {
        const end = ends[slot] ?? 0
        if (seen[end] === 1) continue
        seen[end] = 1
        queue[filled] = end
        filled += 1
      }
    }
    parts.push(queue.slice(0, filled).sort())
  }
  return parts
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((nodes) => {
      nodes.forEach((node, index) => {
        place[node] = index
      })
      return { graph: partOf(graph, nodes, place), nodes }
    })
}

function partOf(graph: WeightedGraph, nodes: Uint32Array, place: Uint32Array): WeightedGraph {
  const first = new Uint32Array(nodes.length + 1)
  nodes.forEach((node, index) => {
    first[index + 1] = (first[index] ?? 0) + (graph.first[node + 1] ?? 0) - (graph.first[node] ?? 0)
  })
  const ends = new Uint32Array(first[nodes.length] ?? 0)
  const weights = new Float32Array(ends.length)
  nodes.forEach((node, index) => {
    const start = first[index] ?? 0
    const from = graph.first[node] ?? 0
    const to = graph.first[node + 1] ?? 0
    for (let slot = from; slot < to; slot += 1) {
      ends[start + slot - from] = place[graph.ends[slot] ?? 0] ?? 0
      weights[start + slot - from] = graph.weights[slot] ?? 1
    }
  })
  return { order: nodes.length, first, ends, weights }
}
