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
 * node are gone through with a mark at the other end of each that has been met. `ends` are two for
 * each edge, as numbers below `nodes`.
 */
export function parallels(ends: Uint32Array, nodes: number): Parallels {
  const edges = ends.length / 2
  const { starts, places } = byLowerEnd(ends, nodes)
  const none = edges
  /** The first edge to each node from the one at hand, and the last so far. */
  const first = new Uint32Array(nodes).fill(none)
  const last = new Uint32Array(nodes)
  const next = new Uint32Array(edges).fill(none)
  const count = new Uint32Array(edges)
  const index = new Uint32Array(edges)
  for (let node = 0; node < nodes; node += 1) {
    const own = places.subarray(starts[node], starts[node + 1])
    for (const place of own) {
      const end = higherEnd(ends, place)
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
    for (const place of own) first[higherEnd(ends, place)] = none
  }
  const order = new Uint32Array(edges)
  let at = 0
  for (let place = 0; place < edges; place += 1) {
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
  ends: Uint32Array,
  nodes: number,
): { readonly starts: Uint32Array; readonly places: Uint32Array } {
  const edges = ends.length / 2
  const starts = new Uint32Array(nodes + 1)
  for (let place = 0; place < edges; place += 1) {
    const lower = lowerEnd(ends, place)
    starts[lower + 1] = (starts[lower + 1] ?? 0) + 1
  }
  for (let node = 0; node < nodes; node += 1)
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0)
  const next = starts.slice()
  const places = new Uint32Array(edges)
  for (let place = 0; place < edges; place += 1) {
    const lower = lowerEnd(ends, place)
    const slot = next[lower] ?? 0
    places[slot] = place
    next[lower] = slot + 1
  }
  return { starts, places }
}

function lowerEnd(ends: Uint32Array, place: number): number {
  return Math.min(ends[2 * place] ?? 0, ends[2 * place + 1] ?? 0)
}

function higherEnd(ends: Uint32Array, place: number): number {
  return Math.max(ends[2 * place] ?? 0, ends[2 * place + 1] ?? 0)
}
