import type { Adjacency } from './compact-graph.ts'
import { neighbourCounts } from './degrees.ts'

/**
 * Per node the greatest k of a part in which every node has k different neighbours or more, by
 * peeling off the node of least degree again and again (Batagelj and Zaveršnik 2003), in O(n + m).
 * Directions, parallel edges and self-loops do not count.
 */
export function coreNumbers(adjacency: Pick<Adjacency, 'nodeCount' | 'both'>): Uint32Array {
  const { nodeCount, both } = adjacency
  const left = Uint32Array.from(neighbourCounts(adjacency))
  const { order, place, starts } = byDegree(left)
  for (let index = 0; index < nodeCount; index += 1) {
    const node = order[index] ?? 0
    const core = left[node] ?? 0
    let last = node
    for (let slot = both.starts[node] ?? 0; slot < (both.starts[node + 1] ?? 0); slot += 1) {
      const neighbour = both.neighbours[slot] ?? 0
      if (neighbour === last || neighbour === node) continue
      last = neighbour
      const degree = left[neighbour] ?? 0
      if (degree <= core) continue
      // The neighbour moves to the front of its bin, and the bin's start moves past it.
      const front = starts[degree] ?? 0
      const first = order[front] ?? 0
      const at = place[neighbour] ?? 0
      order[front] = neighbour
      order[at] = first
      place[neighbour] = front
      place[first] = at
      starts[degree] = front + 1
      left[neighbour] = degree - 1
    }
  }
  return left
}

interface Bins {
  /** Nodes by rising degree, and where each stands. */
  readonly order: Uint32Array
  readonly place: Uint32Array
  /** Per degree where its nodes start. */
  readonly starts: Uint32Array
}

function byDegree(left: Uint32Array): Bins {
  let greatest = 0
  for (const degree of left) greatest = Math.max(greatest, degree)
  const starts = new Uint32Array(greatest + 2)
  for (const degree of left) starts[degree + 1] = (starts[degree + 1] ?? 0) + 1
  for (let degree = 0; degree <= greatest; degree += 1)
    starts[degree + 1] = (starts[degree + 1] ?? 0) + (starts[degree] ?? 0)
  const next = starts.slice()
  const order = new Uint32Array(left.length)
  const place = new Uint32Array(left.length)
  for (const [node, degree] of left.entries()) {
    const at = next[degree] ?? 0
    next[degree] = at + 1
    order[at] = node
    place[node] = at
  }
  return { order, place, starts }
}
