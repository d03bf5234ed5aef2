import type { Adjacency } from './compact-graph.ts'
import type { Progress } from './progress.ts'

/**
 * Per node how near it is to those that can reach it, from 0 to 1: the inverse mean number of
 * steps, times the share of all other nodes that reach it at all (Wasserman and Faust 1994, as in
 * NetworkX). One search per node, always exact. Undefined where the progress cancels.
 */
export function closeness(
  adjacency: Adjacency,
  { directed = false }: { readonly directed?: boolean } = {},
  progress: Progress = () => true,
): Float64Array | undefined {
  const { nodeCount } = adjacency
  const { starts, neighbours } = directed ? adjacency.into : adjacency.both
  const values = new Float64Array(nodeCount)
  const order = new Uint32Array(nodeCount)
  const distance = new Int32Array(nodeCount)
  for (let start = 0; start < nodeCount; start += 1) {
    distance.fill(-1)
    distance[start] = 0
    order[0] = start
    let reached = 1
    let total = 0
    for (let index = 0; index < reached; index += 1) {
      const node = order[index] ?? 0
      const steps = distance[node] ?? 0
      total += steps
      for (let slot = starts[node] ?? 0; slot < (starts[node + 1] ?? 0); slot += 1) {
        const neighbour = neighbours[slot] ?? 0
        if (distance[neighbour] !== -1) continue
        distance[neighbour] = steps + 1
        order[reached] = neighbour
        reached += 1
      }
    }
    const others = reached - 1
    if (total > 0) values[start] = (others / total) * (others / (nodeCount - 1))
    if (start % 64 === 63 && !progress((start + 1) / nodeCount)) return undefined
  }
  return values
}
