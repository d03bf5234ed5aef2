import { breather, type Steps } from '../model/steps.ts'

/** The edges at each node, in compressed rows. */
export interface Incidence {
  /** Where each node's row begins in `edges`, and after the last one where it ends. */
  readonly starts: Uint32Array
  /** Places of edges, in each row rising; a self-loop stands once. */
  readonly edges: Uint32Array
}

/**
 * The rows of so many nodes in O(n + m); `ends` has two places of nodes for each edge, that of its
 * source and that of its target.
 */
export function* incidenceSteps(ends: Uint32Array, nodes: number): Steps<Incidence> {
  // Too short a piece would wait longer than it works.
  const pauses = breather(16_384)
  const starts = new Uint32Array(nodes + 1)
  for (let end = 0; end < ends.length; end += 1) {
    if (pauses()) yield
    if (isLoopsTarget(ends, end)) continue
    const node = ends[end] ?? 0
    starts[node + 1] = (starts[node + 1] ?? 0) + 1
  }
  for (let node = 0; node < nodes; node += 1)
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0)
  const edges = new Uint32Array(starts[nodes] ?? 0)
  const next = starts.slice()
  for (let end = 0; end < ends.length; end += 1) {
    if (pauses()) yield
    if (isLoopsTarget(ends, end)) continue
    const node = ends[end] ?? 0
    const at = next[node] ?? 0
    edges[at] = end >> 1
    next[node] = at + 1
  }
  return { starts, edges }
}

/** The edges at a node, by their places. */
export function rowOf({ starts, edges }: Incidence, node: number): Uint32Array {
  return edges.subarray(starts[node], starts[node + 1])
}

/** How many edges are at a node. */
export function rowLength({ starts }: Incidence, node: number): number {
  return (starts[node + 1] ?? 0) - (starts[node] ?? 0)
}

/** A self-loop stands in its node's row by its source alone. */
function isLoopsTarget(ends: Uint32Array, end: number): boolean {
  return end % 2 === 1 && ends[end] === ends[end - 1]
}
