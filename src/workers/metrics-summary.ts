import { bridges } from '../graph/bridges.ts'
import type { Adjacency } from '../graph/compact-graph.ts'
import { connectedComponents } from '../graph/components.ts'
import { degrees } from '../graph/degrees.ts'

/** How a graph hangs together, in a few figures. */
export interface StructureSummary {
  readonly components: number
  /** How many nodes the largest component has. */
  readonly largest: number
  /** The share of all pairs of nodes that some edge joins; undefined without two nodes. */
  readonly density: number | undefined
  readonly bridges: number
  readonly cutNodes: number
}

/** The figures of a graph, in O(n + m). */
export function structureOf(adjacency: Adjacency): StructureSummary {
  const { nodeCount } = adjacency
  const { sizes } = connectedComponents(adjacency)
  const held = bridges(adjacency)
  const neighbours = sum(degrees(adjacency).neighbours)
  return {
    components: sizes.length,
    largest: sizes[0] ?? 0,
    density: nodeCount < 2 ? undefined : neighbours / (nodeCount * (nodeCount - 1)),
    bridges: sum(held.edges),
    cutNodes: sum(held.nodes),
  }
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
