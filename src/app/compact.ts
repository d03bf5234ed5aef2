import { compactGraph } from '../graph/compact-graph.ts'
import type { CompactGraph } from '../graph/compact-graph.ts'
import type { Graph } from '../graph/graph.ts'

const built = new WeakMap<Graph, CompactGraph>()

/** The graph by indices; built once, when it is first asked for. */
export function compactOf(graph: Graph): CompactGraph {
  const known = built.get(graph)
  if (known !== undefined) return known
  const made = compactGraph(graph)
  built.set(graph, made)
  return made
}
