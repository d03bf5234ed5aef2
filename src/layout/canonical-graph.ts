/** A graph to lay out, in columns. */
export interface GraphColumns {
  readonly ids: readonly string[]
  /** Radii in the units of the picture, one per node. */
  readonly sizes: ArrayLike<number>
  /** Two indices into `ids` per edge. */
  readonly edges: Uint32Array
  /** One per edge; 1 each where left out. */
  readonly weights?: ArrayLike<number>
}

/** Neighbours in compressed rows: those of node n are `ends[first[n]]` to `ends[first[n + 1] − 1]`. */
export interface WeightedGraph {
  readonly order: number
  readonly first: Uint32Array
  readonly ends: Uint32Array
  /** Beside `ends`; finite, above 0. */
  readonly weights: Float32Array
}

export interface CanonicalGraph {
  readonly graph: WeightedGraph
  /** For every node of `graph` its index in the input. */
  readonly origin: Uint32Array
}

const greatestWeight = 8
/** Weights become whole numbers of these, because whole numbers add up the same in any order. */
const grain = 1024

/**
 * The graph in an order that does not depend on the order of the file: nodes by id in code unit
 * order, rows ascending, parallel edges joined, loops left out. A weight that is not a positive
 * finite number counts as 1. Throws where an id occurs twice or an edge ends outside the nodes.
 */
export function canonicalGraph(input: GraphColumns): CanonicalGraph {
  const order = input.ids.length
  const origin = sortedByIds(input.ids)
  const rank = new Uint32Array(order)
  origin.forEach((index, node) => {
    rank[index] = node
  })
  const { edges } = input
  const ranked = new Uint32Array(edges.length)
  edges.forEach((index, at) => {
    if (index >= order) throw new Error(`An edge ends at ${index}, outside the graph`)
    ranked[at] = rank[index] ?? 0
  })
  const grains = Float32Array.from({ length: edges.length / 2 }, (_, edge) =>
    grainsOf(input.weights?.[edge]),
  )
  return { graph: joined(transposed(rowsOf(order, ranked, grains))), origin }
}

function sortedByIds(ids: readonly string[]): Uint32Array {
  const order = Array.from(ids, (_, index) => index)
  order.sort((a, b) => compare(ids[a] ?? '', ids[b] ?? ''))
  order.forEach((index, at) => {
    const id = ids[index]
    if (at > 0 && id === ids[order[at - 1] ?? 0]) throw new Error(`Two nodes have the id ${id}`)
  })
  return Uint32Array.from(order)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function grainsOf(weight: number | undefined): number {
  const usable = weight !== undefined && Number.isFinite(weight) && weight > 0 ? weight : 1
  return Math.max(1, Math.round(Math.min(usable, greatestWeight) * grain))
}

/** Every edge in both rows, in the order of the list. */
function rowsOf(order: number, edges: Uint32Array, weights: Float32Array): WeightedGraph {
  const first = new Uint32Array(order + 1)
  for (let at = 0; at < edges.length; at += 2) {
    const source = edges[at] ?? 0
    const target = edges[at + 1] ?? 0
    if (source === target) continue
    first[source + 1] = (first[source + 1] ?? 0) + 1
    first[target + 1] = (first[target + 1] ?? 0) + 1
  }
  const graph = emptyRows(first)
  const next = graph.first.slice()
  const put = (from: number, to: number, weight: number): void => {
    const slot = next[from] ?? 0
    graph.ends[slot] = to
    graph.weights[slot] = weight
    next[from] = slot + 1
  }
  for (let at = 0; at < edges.length; at += 2) {
    const source = edges[at] ?? 0
    const target = edges[at + 1] ?? 0
    if (source === target) continue
    const weight = weights[at / 2] ?? 1
    put(source, target, weight)
    put(target, source, weight)
  }
  return graph
}

/** Turns counts, each one place late, into starts; room for as many ends. */
export function emptyRows(first: Uint32Array): WeightedGraph {
  for (let node = 1; node < first.length; node += 1)
    first[node] = (first[node] ?? 0) + (first[node - 1] ?? 0)
  const size = first.at(-1) ?? 0
  const ends = new Uint32Array(size)
  return { order: first.length - 1, first, ends, weights: new Float32Array(size) }
}

/** The same graph, as every edge is in both rows, with the rows ascending. */
function transposed(graph: WeightedGraph): WeightedGraph {
  const next = graph.first.slice()
  const ends = new Uint32Array(graph.ends.length)
  const weights = new Float32Array(graph.ends.length)
  for (let node = 0; node < graph.order; node += 1)
    for (let slot = graph.first[node] ?? 0; slot < (graph.first[node + 1] ?? 0); slot += 1) {
      const end = graph.ends[slot] ?? 0
      const to = next[end] ?? 0
      ends[to] = node
      weights[to] = graph.weights[slot] ?? 1
      next[end] = to + 1
    }
  return { ...graph, ends, weights }
}

/** One entry for entries of a row that have the same end; weights in their own unit again. */
function joined(graph: WeightedGraph): WeightedGraph {
  const first = new Uint32Array(graph.order + 1)
  const { ends, weights } = graph
  let filled = 0
  for (let node = 0; node < graph.order; node += 1) {
    const start = filled
    for (let slot = graph.first[node] ?? 0; slot < (graph.first[node + 1] ?? 0); slot += 1) {
      const end = ends[slot] ?? 0
      const weight = weights[slot] ?? 1
      if (filled > start && ends[filled - 1] === end) {
        weights[filled - 1] = Math.min(greatestWeight * grain, (weights[filled - 1] ?? 0) + weight)
        continue
      }
      ends[filled] = end
      weights[filled] = weight
      filled += 1
    }
    first[node + 1] = filled
  }
  return {
    order: graph.order,
    first,
    ends: ends.slice(0, filled),
    weights: weights.slice(0, filled).map((weight) => weight / grain),
  }
}
