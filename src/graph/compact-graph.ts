import type { EntityId, StatementId } from '../model/ids.ts'
import { allAtOnce, breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import type { Edge, Graph } from './graph.ts'

/**
 * A graph in index form, for algorithms that visit every edge many times. Nodes stand by id in
 * code unit order and edges by source, target and id, so nothing computed on it depends on the
 * order of the file.
 */
export interface CompactGraph {
  readonly nodes: readonly EntityId[]
  readonly indices: ReadonlyMap<EntityId, number>
  /** `edges[index]` is the edge that the adjacency calls `index`. */
  readonly edges: readonly Edge[]
  readonly adjacency: Adjacency
  /** How many weights are no weight (negative, NaN, infinite, beyond 1e100) and count as 1. */
  readonly unusableWeights: number
}

/** Who is joined with whom, as arrays alone: cheap to post to a worker. */
export interface Adjacency {
  readonly nodeCount: number
  readonly edgeCount: number
  /** Per edge. */
  readonly sources: Uint32Array
  readonly targets: Uint32Array
  /** 1 where the edge leads one way; 0 where it is undirected or mutual. */
  readonly directed: Uint8Array
  /** Finite, 0 or above; 1 where the statement gives none. */
  readonly weights: Float64Array
  /** Along the edges; one without direction leads both ways. A self-loop stands once. */
  readonly out: Rows
  /** Against the edges. */
  readonly into: Rows
  /** Whatever the direction: every edge once at each of its ends. */
  readonly both: Rows
}

/**
 * Compressed sparse rows: the neighbours of `node` and the edges that lead there fill the slots
 * from `starts[node]` to below `starts[node + 1]`, by neighbour and then by edge, so parallel
 * edges stand side by side.
 */
export interface Rows {
  readonly starts: Uint32Array
  readonly neighbours: Uint32Array
  readonly edges: Uint32Array
}

/** The part of a graph to look at, as the visible set has it. */
export interface Part {
  readonly nodes: ReadonlySet<EntityId>
  readonly edges: ReadonlySet<StatementId>
}

/** Builds the index form of the graph, or of a part of it, in O(n log n + m). */
export function compactGraph(graph: Graph, part?: Part): CompactGraph {
  return allAtOnce(compactSteps(graph, part))
}

/** `compactGraph` in steps. */
export function* compactSteps(graph: Graph, part?: Part): Steps<CompactGraph> {
  const nodes =
    part === undefined
      ? graph.nodes.toSorted()
      : graph.nodes.filter((node) => part.nodes.has(node)).sort()
  yield
  const indices = new Map(nodes.map((node, index) => [node, index]))
  yield
  const { edges, sources, targets } = yield* sortedEdges(graph, indices, part)
  const pauses = breather()
  const weights = new Float64Array(edges.length)
  const directed = new Uint8Array(edges.length)
  let unusableWeights = 0
  for (const [index, { statement }] of edges.entries()) {
    if (pauses()) yield
    const { weight = 1, direction } = statement
    const usable = weight >= 0 && weight <= greatestWeight
    weights[index] = usable ? weight : 1
    if (!usable) unusableWeights += 1
    directed[index] = direction === 'directed' ? 1 : 0
  }
  const ends = { nodeCount: nodes.length, sources, targets, directed }
  const adjacency: Adjacency = {
    ...ends,
    edgeCount: edges.length,
    weights,
    out: yield* rows(ends, true, false),
    into: yield* rows(ends, false, true),
    both: yield* rows(ends, true, true),
  }
  return { nodes, indices, edges, adjacency, unusableWeights }
}

/** Every edge once at each of its ends, whatever the direction. */
export function rowsOfEnds(nodeCount: number, sources: Uint32Array, targets: Uint32Array): Rows {
  const directed = new Uint8Array(sources.length).fill(1)
  return allAtOnce(rows({ nodeCount, sources, targets, directed }, true, true))
}

/** The id of the node with that index. */
export function nodeAt(graph: CompactGraph, index: number): EntityId {
  const node = graph.nodes[index]
  if (node === undefined) throw new RangeError(`The graph has no node ${index}`)
  return node
}

/** Sums of weights and their squares stay finite up to here. */
const greatestWeight = 1e100

interface SortedEdges {
  readonly edges: readonly Edge[]
  readonly sources: Uint32Array
  readonly targets: Uint32Array
}

function* sortedEdges(
  graph: Graph,
  indices: ReadonlyMap<EntityId, number>,
  part: Part | undefined,
): Steps<SortedEdges> {
  const pauses = breather()
  const all: Edge[] = []
  const sources = new Uint32Array(graph.edges.size)
  const targets = new Uint32Array(graph.edges.size)
  for (const edge of graph.edges.values()) {
    if (pauses()) yield
    if (part !== undefined && !part.edges.has(edge.id)) continue
    const source = indices.get(edge.source)
    const target = indices.get(edge.target)
    if (source === undefined || target === undefined) continue
    sources[all.length] = source
    targets[all.length] = target
    all.push(edge)
  }
  const byTarget = sortedBy(targets, undefined, all.length, indices.size)
  yield
  const order = sortedBy(sources, byTarget, all.length, indices.size)
  const edges: Edge[] = []
  for (const index of order) {
    if (pauses()) yield
    const edge = all[index]
    if (edge !== undefined) edges.push(edge)
  }
  const sorted = { edges, sources: taken(sources, order), targets: taken(targets, order) }
  yield
  sortParallels(sorted, edges)
  yield
  return sorted
}

/** Sorts every run of edges with the same ends by id: runs are short, comparisons of text slow. */
function sortParallels({ sources, targets }: SortedEdges, edges: Edge[]): void {
  let start = 0
  for (let index = 1; index <= edges.length; index += 1) {
    if (sources[start] === sources[index] && targets[start] === targets[index]) continue
    if (index - start > 1) {
      const run = edges.slice(start, index).sort((a, b) => (a.id < b.id ? -1 : 1))
      for (const [place, edge] of run.entries()) edges[start + place] = edge
    }
    start = index
  }
}

function* rows(
  ends: Pick<Adjacency, 'nodeCount' | 'sources' | 'targets' | 'directed'>,
  along: boolean,
  against: boolean,
): Steps<Rows> {
  const { nodeCount, sources, targets, directed } = ends
  const owners = new Uint32Array(sources.length * 2)
  const neighbours = new Uint32Array(sources.length * 2)
  const edges = new Uint32Array(sources.length * 2)
  let slots = 0
  const add = (owner: number, neighbour: number, edge: number): void => {
    owners[slots] = owner
    neighbours[slots] = neighbour
    edges[slots] = edge
    slots += 1
  }
  for (let edge = 0; edge < sources.length; edge += 1) {
    const source = sources[edge] ?? 0
    const target = targets[edge] ?? 0
    const eitherWay = directed[edge] === 0
    if (along || eitherWay) add(source, target, edge)
    if ((against || eitherWay) && (source !== target || !(along || eitherWay)))
      add(target, source, edge)
  }
  yield
  const byNeighbour = sortedBy(neighbours, undefined, slots, nodeCount)
  yield
  const order = sortedBy(owners, byNeighbour, slots, nodeCount)
  yield
  return {
    starts: startsOf(owners, slots, nodeCount),
    neighbours: taken(neighbours, order),
    edges: taken(edges, order),
  }
}

/**
 * The first `length` items sorted by their keys, which lie below `limit`; those of one key stay in
 * the order in which they are given, or in that of their indices (counting sort).
 */
function sortedBy(
  keys: Uint32Array,
  order: Uint32Array | undefined,
  length: number,
  limit: number,
): Uint32Array {
  const next = startsOf(keys, length, limit)
  const sorted = new Uint32Array(length)
  for (let index = 0; index < length; index += 1) {
    const item = order === undefined ? index : (order[index] ?? 0)
    const key = keys[item] ?? 0
    const place = next[key] ?? 0
    sorted[place] = item
    next[key] = place + 1
  }
  return sorted
}

/** For every key below `limit` how many of the first `length` keys are less, and all at the end. */
function startsOf(keys: Uint32Array, length: number, limit: number): Uint32Array {
  const starts = new Uint32Array(limit + 1)
  for (let index = 0; index < length; index += 1) {
    const key = keys[index] ?? 0
    starts[key + 1] = (starts[key + 1] ?? 0) + 1
  }
  for (let key = 0; key < limit; key += 1)
    starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  return starts
}

function taken(values: Uint32Array, order: Uint32Array): Uint32Array {
  const list = new Uint32Array(order.length)
  for (let index = 0; index < order.length; index += 1) list[index] = values[order[index] ?? 0] ?? 0
  return list
}
