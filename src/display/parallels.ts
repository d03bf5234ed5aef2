import type { Edge } from '../graph/graph.ts'

/** An edge with the places of its ends in a list of nodes. */
export interface JoinedEdge {
  readonly edge: Edge
  readonly source: number
  readonly target: number
}

/** Which edges lie side by side. */
export interface Parallels {
  /** The places of all edges, those of each pair of nodes together where the pair first occurs. */
  readonly order: Uint32Array
  /** By place: which of its pair's edges it is, from 0, and how many there are. */
  readonly index: Uint32Array
  readonly count: Uint32Array
}

/**
 * Finds the edges between the same two nodes, in either direction, in O(n + m): the edges of each
 * node are gone through with a mark at the other end of each that has been met.
 */
export function parallels(edges: readonly JoinedEdge[]): Parallels {
  const nodes = edges.reduce((most, { source, target }) => Math.max(most, source, target), -1) + 1
  const { starts, places } = byLowerEnd(edges, nodes)
  const none = edges.length
  /** The first edge to each node from the one at hand, and the last so far. */
  const first = new Uint32Array(nodes).fill(none)
  const last = new Uint32Array(nodes)
  const next = new Uint32Array(edges.length).fill(none)
  const count = new Uint32Array(edges.length)
  const index = new Uint32Array(edges.length)
  for (let node = 0; node < nodes; node += 1) {
    const own = places.subarray(starts[node], starts[node + 1])
    for (const place of own) {
      const end = higherEnd(edges[place])
      const head = first[end] ?? none
      if (head === none) first[end] = place
      else {
        next[last[end] ?? none] = place
        index[place] = count[head] ?? 0
      }
      last[end] = place
      const known = first[end] ?? place
      count[known] = (count[known] ?? 0) + 1
    }
    for (const place of own) first[higherEnd(edges[place])] = none
  }
  const order = new Uint32Array(edges.length)
  let at = 0
  for (let place = 0; place < edges.length; place += 1) {
    if (index[place] !== 0) continue
    const all = count[place] ?? 1
    for (let one = place; one !== none; one = next[one] ?? none) {
      count[one] = all
      order[at] = one
      at += 1
    }
  }
  return { order, index, count }
}

/** The places of the edges at each node that is the lower of their ends, in the order of the edges. */
function byLowerEnd(
  edges: readonly JoinedEdge[],
  nodes: number,
): { readonly starts: Uint32Array; readonly places: Uint32Array } {
  const starts = new Uint32Array(nodes + 1)
  for (const { source, target } of edges) {
    const lower = Math.min(source, target)
    starts[lower + 1] = (starts[lower + 1] ?? 0) + 1
  }
  for (let node = 0; node < nodes; node += 1)
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0)
  const next = starts.slice()
  const places = new Uint32Array(edges.length)
  edges.forEach(({ source, target }, place) => {
    const lower = Math.min(source, target)
    const slot = next[lower] ?? 0
    places[slot] = place
    next[lower] = slot + 1
  })
  return { starts, places }
}

function higherEnd(edge: JoinedEdge | undefined): number {
  return edge === undefined ? 0 : Math.max(edge.source, edge.target)
}
