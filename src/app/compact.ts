import { compactSteps } from '../graph/compact-graph.ts'
import type { CompactGraph } from '../graph/compact-graph.ts'
import type { Graph } from '../graph/graph.ts'
import { allAtOnce, paced } from '../model/steps.ts'
import { pacer } from './next-task.ts'

const built = new WeakMap<Graph, CompactGraph>()

/** The graph by indices; built once, when it is first asked for. */
export function compactOf(graph: Graph): CompactGraph {
  return built.get(graph) ?? kept(graph, allAtOnce(compactSteps(graph)))
}

/** The same, built in short tasks where it is not there yet. */
export async function readyCompact(graph: Graph): Promise<CompactGraph> {
  return built.get(graph) ?? kept(graph, await paced(compactSteps(graph), pacer()))
}

function kept(graph: Graph, made: CompactGraph): CompactGraph {
  built.set(graph, made)
  return made
}
