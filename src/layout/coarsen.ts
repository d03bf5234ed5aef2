import { emptyRows, type WeightedGraph } from './canonical-graph.ts'

/** A graph whose nodes stand for several of the next finer one. */
export interface Level {
  readonly graph: WeightedGraph
  /** How many nodes of the finest graph each stands for. */
  readonly masses: Float64Array
  /** For every node of the next finer level the one here that it is part of. */
  readonly parents: Uint32Array
}

/** So many join at a time: more lose the shape between two levels, fewer make many levels. */
const mostMembers = 4
const none = 0xffffffff

/**
 * The next coarser level: each node joins the neighbour that it is tied to most strongly for the
 * mass and the ties of both; those whose neighbour is full join one another, so that stars shrink
 * as well. Nodes of few neighbours choose first.
 */
export function coarser(graph: WeightedGraph, masses: Float64Array): Level {
  const ties = tiesOf(graph)
  const parents = new Uint32Array(graph.order).fill(none)
  const members: number[] = []
  // For every node the group of those who wanted it in vain.
  const waiting = new Map<number, number>()
  const join = (node: number, group: number): void => {
    parents[node] = group
    members[group] = (members[group] ?? 0) + 1
  }
  for (const node of byDegree(graph)) {
    if (parents[node] !== none) continue
    const best = strongest(graph, node, masses, ties)
    if (best === none) {
      join(node, members.length)
      continue
    }
    const group = parents[best] ?? none
    if (group === none) {
      join(node, members.length)
      join(best, parents[node] ?? 0)
      continue
    }
    if ((members[group] ?? 0) < mostMembers) {
      join(node, group)
      continue
    }
    const open = waiting.get(best)
    if (open !== undefined && (members[open] ?? 0) < mostMembers) join(node, open)
    else {
      waiting.set(best, members.length)
      join(node, members.length)
    }
  }
  return contracted(graph, masses, parents, members.length)
}

/** The sum of the weights of every row. */
export function tiesOf(graph: WeightedGraph): Float64Array {
  const ties = new Float64Array(graph.order)
  for (let node = 0; node < graph.order; node += 1) {
    let sum = 0
    for (let slot = graph.first[node] ?? 0; slot < (graph.first[node + 1] ?? 0); slot += 1)
      sum += graph.weights[slot] ?? 0
    ties[node] = sum
  }
  return ties
}

function strongest(
  graph: WeightedGraph,
  node: number,
  masses: Float64Array,
  ties: Float64Array,
): number {
  let best = none
  let most = 0
  for (let slot = graph.first[node] ?? 0; slot < (graph.first[node + 1] ?? 0); slot += 1) {
    const end = graph.ends[slot] ?? 0
    const strength = (graph.weights[slot] ?? 0) / ((masses[end] ?? 1) * (ties[end] ?? 1))
    if (strength <= most) continue
    most = strength
    best = end
  }
  return best
}

/** Ascending, and by index where degrees are the same. */
function byDegree(graph: WeightedGraph): Uint32Array {
  const highest = 255
  const rung = (node: number): number =>
    Math.min(highest, (graph.first[node + 1] ?? 0) - (graph.first[node] ?? 0))
  const next = new Uint32Array(highest + 2)
  for (let node = 0; node < graph.order; node += 1)
    next[rung(node) + 1] = (next[rung(node) + 1] ?? 0) + 1
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0)
  const result = new Uint32Array(graph.order)
  for (let node = 0; node < graph.order; node += 1) {
    const at = next[rung(node)] ?? 0
    result[at] = node
    next[rung(node)] = at + 1
  }
  return result
}

function contracted(
  graph: WeightedGraph,
  masses: Float64Array,
  parents: Uint32Array,
  order: number,
): Level {
  const sums = new Float64Array(order)
  const starts = new Uint32Array(order + 1)
  parents.forEach((group, node) => {
    sums[group] = (sums[group] ?? 0) + (masses[node] ?? 1)
    starts[group + 1] = (starts[group + 1] ?? 0) + 1
  })
  const { first: from, ends: members } = emptyRows(starts)
  const next = from.slice()
  parents.forEach((group, node) => {
    members[next[group] ?? 0] = node
    next[group] = (next[group] ?? 0) + 1
  })
  const first = new Uint32Array(order + 1)
  const ends = new Uint32Array(graph.ends.length)
  const weights = new Float32Array(graph.ends.length)
  const slotOf = new Uint32Array(order).fill(none)
  let filled = 0
  for (let group = 0; group < order; group += 1) {
    const start = filled
    for (let at = from[group] ?? 0; at < (from[group + 1] ?? 0); at += 1) {
      const node = members[at] ?? 0
      for (let slot = graph.first[node] ?? 0; slot < (graph.first[node + 1] ?? 0); slot += 1) {
        const end = parents[graph.ends[slot] ?? 0] ?? 0
        if (end === group) continue
        const known = slotOf[end] ?? none
        const weight = graph.weights[slot] ?? 0
        if (known !== none && known >= start) weights[known] = (weights[known] ?? 0) + weight
        else {
          slotOf[end] = filled
          ends[filled] = end
          weights[filled] = weight
          filled += 1
        }
      }
    }
    first[group + 1] = filled
  }
  return {
    graph: { order, first, ends: ends.slice(0, filled), weights: weights.slice(0, filled) },
    masses: sums,
    parents,
  }
}
