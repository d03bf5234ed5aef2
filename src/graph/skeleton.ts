import type { EntityId } from '../model/ids.ts'
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
export function skeletonOf({ entities, statements }: Knowledge): Skeleton {
  const ids = [...entities.keys()]
  const indices = new Map(ids.map((id, index) => [id, index]))
  const sources = new Uint32Array(statements.size)
  const targets = new Uint32Array(statements.size)
  let edgeCount = 0
  for (const { subject, value } of statements.values()) {
    if (value.type !== 'entity') continue
    const [source, target] = [indices.get(subject), indices.get(value.entity)]
    if (source === undefined || target === undefined) continue
    sources[edgeCount] = source
    targets[edgeCount] = target
    edgeCount += 1
  }
  return skeletonOfEnds(ids, sources.slice(0, edgeCount), targets.slice(0, edgeCount))
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
