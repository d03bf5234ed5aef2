import { connectedComponents } from './components.ts'
import { coreNumbers } from './core-numbers.ts'
import type { Skeleton } from './skeleton.ts'

/** How large a graph is, or may be. */
export interface GraphSize {
  readonly nodes: number
  readonly edges: number
}

/** Some nodes of a graph with all edges between them. */
export interface GraphPart {
  /** Per node of the whole 1 where it belongs to the part. */
  readonly holds: Uint8Array
  readonly size: GraphSize
}

/** True where a graph of this size may be shown. */
export function fitsIn({ nodes, edges }: GraphSize, limit: GraphSize): boolean {
  return nodes <= limit.nodes && edges <= limit.edges
}

/** The largest connected component, whatever the directions; of equal ones that of the first node. */
export function largestComponent(graph: Skeleton): GraphPart {
  const { of } = connectedComponents(graph)
  return partOf(
    graph,
    Uint8Array.from(of, (group) => (group === 0 ? 1 : 0)),
  )
}

/** The part in which every node has `k` neighbours or more. */
export interface Core extends GraphPart {
  readonly k: number
}

/**
 * The largest core that fits, with the greatest k that it is the core of, by the core numbers of
 * all nodes in O(n + m).
 * Undefined where not even the innermost core fits, and for a graph without edges.
 */
export function densestCore(graph: Skeleton, limit: GraphSize): Core | undefined {
  const cores = coreNumbers(graph)
  const greatest = cores.reduce((most, core) => Math.max(most, core), 0)
  const nodes = new Float64Array(greatest + 2)
  const edges = new Float64Array(greatest + 2)
  for (const core of cores) nodes[core] = (nodes[core] ?? 0) + 1
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const least = Math.min(
      cores[graph.sources[edge] ?? 0] ?? 0,
      cores[graph.targets[edge] ?? 0] ?? 0,
    )
    edges[least] = (edges[least] ?? 0) + 1
  }
  let size: GraphSize = { nodes: 0, edges: 0 }
  let best: { readonly k: number; readonly size: GraphSize } | undefined
  for (let k = greatest; k > 0; k -= 1) {
    // The core of the next k is the same.
    if (nodes[k] === 0) continue
    size = { nodes: size.nodes + (nodes[k] ?? 0), edges: size.edges + (edges[k] ?? 0) }
    if (!fitsIn(size, limit)) break
    best = { k, size }
  }
  if (best === undefined) return undefined
  const { k } = best
  return { ...best, holds: Uint8Array.from(cores, (core) => (core >= k ? 1 : 0)) }
}

/** A node with everything within some steps of it. */
export interface Surroundings extends GraphPart {
  readonly steps: number
}

/**
 * The widest neighbourhood of a node that fits, whatever the directions, breadth first; at most
 * `mostSteps` wide. Undefined where not even its neighbours fit.
 */
export function widestNeighbourhood(
  graph: Skeleton,
  node: number,
  limit: GraphSize,
): Surroundings | undefined {
  const { both, nodeCount } = graph
  const holds = new Uint8Array(nodeCount)
  holds[node] = 1
  let widest: Surroundings | undefined
  let frontier: readonly number[] = [node]
  let nodes = 1
  for (let steps = 1; steps <= mostSteps && frontier.length > 0; steps += 1) {
    const next: number[] = []
    for (const one of frontier) {
      for (let slot = both.starts[one] ?? 0; slot < (both.starts[one + 1] ?? 0); slot += 1) {
        const neighbour = both.neighbours[slot] ?? 0
        if (holds[neighbour] === 1) continue
        holds[neighbour] = 1
        next.push(neighbour)
      }
    }
    nodes += next.length
    // Where nothing is left to reach, the last one was the whole component.
    if (nodes > limit.nodes || (next.length === 0 && widest !== undefined)) break
    const part = partOf(graph, holds.slice())
    if (!fitsIn(part.size, limit)) break
    widest = { ...part, steps }
    frontier = next
  }
  return widest
}

const mostSteps = 12

function partOf(graph: Skeleton, holds: Uint8Array): GraphPart {
  let nodes = 0
  let edges = 0
  for (const held of holds) nodes += held
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (holds[graph.sources[edge] ?? 0] === 1 && holds[graph.targets[edge] ?? 0] === 1) edges += 1
  }
  return { holds, size: { nodes, edges } }
}
