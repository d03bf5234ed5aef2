import type { Adjacency } from './compact-graph.ts'

/** Per node. */
export interface Degrees {
  /** The number of edges; a self-loop counts twice. */
  readonly total: Float64Array
  /** Edges that lead out; one without direction leads both out and in. */
  readonly out: Float64Array
  readonly into: Float64Array
  /** The sum of the weights; a self-loop's counts twice. */
  readonly weighted: Float64Array
  /** Different neighbours, the node itself left out. */
  readonly neighbours: Float64Array
}

/** The degrees of all nodes, in O(n + m). */
export function degrees(adjacency: Adjacency): Degrees {
  const { nodeCount, edgeCount, sources, targets, weights, out, into } = adjacency
  const total = new Float64Array(nodeCount)
  const weighted = new Float64Array(nodeCount)
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const weight = weights[edge] ?? 1
    for (const end of [sources[edge] ?? 0, targets[edge] ?? 0]) {
      total[end] = (total[end] ?? 0) + 1
      weighted[end] = (weighted[end] ?? 0) + weight
    }
  }
  const slots = ({ starts }: { readonly starts: Uint32Array }): Float64Array =>
    Float64Array.from(
      { length: nodeCount },
      (_, node) => (starts[node + 1] ?? 0) - (starts[node] ?? 0),
    )
  const neighbours = neighbourCounts(adjacency)
  return { total, out: slots(out), into: slots(into), weighted, neighbours }
}

/** How many different neighbours each node has, itself left out, in O(n + m). */
export function neighbourCounts({
  nodeCount,
  both,
}: Pick<Adjacency, 'nodeCount' | 'both'>): Float64Array {
  const neighbours = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node += 1) {
    let last = node
    for (let slot = both.starts[node] ?? 0; slot < (both.starts[node + 1] ?? 0); slot += 1) {
      const neighbour = both.neighbours[slot] ?? 0
      if (neighbour === last || neighbour === node) continue
      last = neighbour
      neighbours[node] = (neighbours[node] ?? 0) + 1
    }
  }
  return neighbours
}
