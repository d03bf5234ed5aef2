import type { Adjacency, Rows } from './compact-graph.ts'
import type { Progress } from './progress.ts'
import { seededRandom } from './seeded-random.ts'

export interface Betweenness {
  /** Per node, from 0 to 1: the mean share of the shortest paths between two others through it. */
  readonly values: Float64Array
  /** How many nodes served as the start of paths; all where the figures are exact. */
  readonly pivots: number
  readonly exact: boolean
  /**
   * With a chance of 95 of 100 no value is further off than this (0 where exact). A bound for the
   * worst of graphs; the standard errors are nearer to the truth.
   */
  readonly errorBound: number
  /** Per node the standard error of its value; 0 where exact. */
  readonly standardErrors: Float64Array
}

export interface BetweennessOptions {
  /** True to follow the edges only along; false, as usual, either way. */
  readonly directed?: boolean
  /** How many starts to use; by the size of the graph where left out. */
  readonly pivots?: number
  /** Decides which starts are drawn. */
  readonly seed?: number
}

/** Visits of edges up to which the figures are exact, and that a sample may take. */
const exactVisits = 300_000_000
const sampleVisits = 100_000_000
const fewestPivots = 100

/**
 * Betweenness by Brandes' algorithm (2001, "A faster algorithm for betweenness centrality"): every
 * edge is one step, parallel edges are one way, and values are normalised as in NetworkX. Where the
 * graph is too large, from a sample of starts drawn without repetition (Brandes and Pich 2007); the
 * bound is Hoeffding's (1963) for all nodes at once. Undefined where the progress cancels.
 */
export function betweenness(
  adjacency: Adjacency,
  { directed = false, pivots, seed = 1 }: BetweennessOptions = {},
  progress: Progress = () => true,
): Betweenness | undefined {
  const { nodeCount } = adjacency
  const rows = directed ? adjacency.out : adjacency.both
  const starts = startsFrom(nodeCount, pivots ?? usualPivots(nodeCount, rows), seed)
  const exact = starts.length === nodeCount
  const sums = new Float64Array(nodeCount)
  const squares = new Float64Array(nodeCount)
  const search = searchIn(rows, nodeCount)
  for (const [index, start] of starts.entries()) {
    search(start, (node, dependency) => {
      sums[node] = (sums[node] ?? 0) + dependency
      if (!exact) squares[node] = (squares[node] ?? 0) + dependency ** 2
    })
    if (index % 16 === 15 && !progress((index + 1) / starts.length)) return undefined
  }
  const scale = nodeCount < 3 ? 0 : nodeCount / ((nodeCount - 1) * (nodeCount - 2))
  const count = Math.max(1, starts.length)
  return {
    values: sums.map((sum) => (sum * scale) / count),
    pivots: starts.length,
    exact,
    errorBound: exact ? 0 : Math.sqrt(Math.log((2 * nodeCount) / 0.05) / (2 * count)),
    standardErrors: squares.map((square, node) => {
      const variance = square / count - ((sums[node] ?? 0) / count) ** 2
      return exact ? 0 : scale * Math.sqrt(Math.max(0, variance) / Math.max(1, count - 1))
    }),
  }
}

function usualPivots(nodeCount: number, { edges }: Rows): number {
  const each = edges.length + nodeCount
  if (each * nodeCount <= exactVisits) return nodeCount
  return Math.max(fewestPivots, Math.floor(sampleVisits / each))
}

/** So many different nodes, ascending, or all. */
function startsFrom(nodeCount: number, pivots: number, seed: number): Uint32Array {
  const nodes = new Uint32Array(nodeCount).map((_, node) => node)
  if (!(pivots < nodeCount)) return nodes
  const random = seededRandom(seed)
  const wanted = Math.max(0, Math.floor(pivots))
  // The first steps of a Fisher-Yates shuffle.
  for (let index = 0; index < wanted; index += 1) {
    const other = index + random(nodeCount - index)
    const held = nodes[index] ?? 0
    nodes[index] = nodes[other] ?? 0
    nodes[other] = held
  }
  return nodes.slice(0, wanted).sort()
}

/** Gives every other node that a start reaches the dependency of the start on it. */
function searchIn(
  { starts, neighbours }: Rows,
  nodeCount: number,
): (start: number, add: (node: number, dependency: number) => void) => void {
  const order = new Uint32Array(nodeCount)
  const distance = new Int32Array(nodeCount).fill(-1)
  const paths = new Float64Array(nodeCount)
  const dependency = new Float64Array(nodeCount)
  return (start, add) => {
    let reached = 1
    order[0] = start
    distance[start] = 0
    paths[start] = 1
    for (let index = 0; index < reached; index += 1) {
      const node = order[index] ?? 0
      const further = (distance[node] ?? 0) + 1
      const end = starts[node + 1] ?? 0
      let last = -1
      for (let slot = starts[node] ?? 0; slot < end; slot += 1) {
        const neighbour = neighbours[slot] ?? 0
        if (neighbour === last) continue
        last = neighbour
        if (distance[neighbour] === -1) {
          distance[neighbour] = further
          order[reached] = neighbour
          reached += 1
        }
        if (distance[neighbour] === further)
          paths[neighbour] = (paths[neighbour] ?? 0) + (paths[node] ?? 0)
      }
    }
    // Each node asks the nodes after it, which are ready: no lists of predecessors are kept.
    for (let index = reached - 1; index >= 0; index -= 1) {
      const node = order[index] ?? 0
      const further = (distance[node] ?? 0) + 1
      const end = starts[node + 1] ?? 0
      let sum = 0
      let last = -1
      for (let slot = starts[node] ?? 0; slot < end; slot += 1) {
        const neighbour = neighbours[slot] ?? 0
        if (neighbour === last || distance[neighbour] !== further) continue
        last = neighbour
        sum += (1 + (dependency[neighbour] ?? 0)) / (paths[neighbour] ?? 1)
      }
      dependency[node] = sum * (paths[node] ?? 0)
      if (node !== start) add(node, dependency[node] ?? 0)
    }
    for (let index = 0; index < reached; index += 1) {
      const node = order[index] ?? 0
      distance[node] = -1
      paths[node] = 0
    }
  }
}
