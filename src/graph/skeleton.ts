import type { EntityId } from '../model/ids.ts'
import { buildGraph } from './graph.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { rowsOfEnds } from './compact-graph.ts'
import type { Adjacency } from './compact-graph.ts'

/**
 * Who is joined with whom, and nothing else: what is needed to choose a part of knowledge that is
 * too large to be shown. Nodes and edges stand in the order of the data.
 */
export interface Skeleton extends Pick<
  Adjacency,
  'nodeCount' | 'edgeCount' | 'sources' | 'targets' | 'both'
> {
  readonly ids: readonly EntityId[]
}

/** The skeleton of knowledge, in O(n + m). */
export function skeletonOf(knowledge: Knowledge): Skeleton {
  const { nodes, ends } = buildGraph(knowledge)
  const sources = Uint32Array.from({ length: ends.length / 2 }, (_, place) => ends[2 * place] ?? 0)
  const targets = sources.map((_, place) => ends[2 * place + 1] ?? 0)
  return skeletonOfEnds(nodes, sources, targets)
}

/** The skeleton of nodes and of edges between them, whose ends are places among the nodes. */
export function skeletonOfEnds(
  ids: readonly EntityId[],
  sources: Uint32Array,
  targets: Uint32Array,
): Skeleton {
  const both = rowsOfEnds(ids.length, sources, targets)
  return { ids, nodeCount: ids.length, edgeCount: sources.length, sources, targets, both }
}
