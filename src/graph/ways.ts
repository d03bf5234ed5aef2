import type { PredicateId } from '../model/ids.ts'
import type { CompactGraph, Rows } from './compact-graph.ts'
import type { Edge } from './graph.ts'

/** Which edges a walk may take. */
export interface WalkOptions {
  /** True to walk along the edges only; false, as usual, either way. */
  readonly directed?: boolean
  readonly avoid?: ReadonlySet<PredicateId>
  /** Lets an edge through, by its dates for instance. Asked at most once per edge and search. */
  readonly passes?: (edge: Edge) => boolean
}

/** The ways through a graph under given options. */
export interface Ways {
  readonly graph: CompactGraph
  readonly forward: Rows
  readonly backward: Rows
  /** Whether the edge of that index may be walked. */
  readonly open: (edge: number) => boolean
}

/** Prepares the graph for walks under `options`. */
export function waysOf(graph: CompactGraph, options: WalkOptions): Ways {
  const { out, into, both } = graph.adjacency
  const directed = options.directed === true
  return {
    graph,
    forward: directed ? out : both,
    backward: directed ? into : both,
    open: openEdges(graph, options),
  }
}

function openEdges(graph: CompactGraph, { avoid, passes }: WalkOptions): (edge: number) => boolean {
  if (passes === undefined && (avoid === undefined || avoid.size === 0)) return () => true
  const [unknown, open, shut] = [0, 1, 2]
  const known = new Uint8Array(graph.edges.length)
  return (index) => {
    if (known[index] === unknown) {
      const edge = graph.edges[index]
      const through =
        edge !== undefined &&
        avoid?.has(edge.statement.predicate) !== true &&
        (passes?.(edge) ?? true)
      known[index] = through ? open : shut
    }
    return known[index] === open
  }
}

/** Calls `visit` once for every node that an open edge of the rows leads to, ascending. */
export function eachNeighbour(
  { starts, neighbours, edges }: Rows,
  open: (edge: number) => boolean,
  node: number,
  visit: (neighbour: number) => void,
): void {
  let last = -1
  const end = starts[node + 1] ?? 0
  for (let slot = starts[node] ?? 0; slot < end; slot += 1) {
    const neighbour = neighbours[slot] ?? 0
    if (neighbour === last || !open(edges[slot] ?? 0)) continue
    last = neighbour
    visit(neighbour)
  }
}

/** All open edges that lead from one node to the other. */
export function edgesBetween(ways: Ways, from: number, to: number): readonly Edge[] {
  const { starts, neighbours, edges } = ways.forward
  const found: Edge[] = []
  const end = starts[from + 1] ?? 0
  for (let slot = starts[from] ?? 0; slot < end; slot += 1) {
    if (neighbours[slot] !== to) continue
    const index = edges[slot] ?? 0
    const edge = ways.graph.edges[index]
    if (edge !== undefined && ways.open(index)) found.push(edge)
  }
  return found
}
