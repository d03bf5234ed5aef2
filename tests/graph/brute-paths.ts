import { degree, otherEnd } from '../../src/graph/graph.ts'
import type { Edge, Graph } from '../../src/graph/graph.ts'
import type { Path, PathOptions } from '../../src/graph/shortest-paths.ts'
import type { EntityId } from '../../src/model/ids.ts'

/**
 * Every path without repeated nodes, found by trying all, by cost and then by ids: from the end
 * with the lesser id unless directions count.
 */
export function everyPath(
  graph: Graph,
  from: EntityId,
  to: EntityId,
  options: PathOptions,
): readonly Path[] {
  const found: Path[] = []
  const walk = (nodes: readonly EntityId[]): void => {
    const last = nodes.at(-1)
    if (last === undefined || nodes.length - 1 > (options.longest ?? Infinity)) return
    if (last === to) found.push(pathOf(graph, nodes, options))
    else
      for (const next of stepsFrom(graph, last, options).keys())
        if (!nodes.includes(next)) walk([...nodes, next])
  }
  if (graph.places.has(from)) walk([from])
  const turns = options.directed !== true && from > to
  const ids = ({ nodes }: Path): readonly string[] => (turns ? nodes.toReversed() : nodes)
  return found.sort((a, b) => a.cost - b.cost || compareLists(ids(a), ids(b)))
}

/** The nodes one step away, with the edges that lead there by id. */
export function stepsFrom(
  graph: Graph,
  node: EntityId,
  options: PathOptions,
): ReadonlyMap<EntityId, readonly Edge[]> {
  const steps = new Map<EntityId, Edge[]>()
  for (const edge of graph.edges.values()) {
    if (options.avoid?.has(edge.statement.predicate) === true) continue
    if (options.passes?.(edge) === false) continue
    const along = options.directed !== true || edge.statement.direction !== 'directed'
    if (edge.source !== node && !(along && edge.target === node)) continue
    const next = otherEnd(edge, node)
    steps.set(next, [...(steps.get(next) ?? []), edge])
  }
  for (const edges of steps.values()) edges.sort((a, b) => compareEdges(a, b))
  return steps
}

function pathOf(graph: Graph, nodes: readonly EntityId[], options: PathOptions): Path {
  const hubs = nodes.slice(1, -1).map((node) => {
    const hub = options.hubPenalty === true ? Math.log2(Math.max(1, degree(graph, node))) : 0
    return Math.round(hub * 2 ** 20) / 2 ** 20
  })
  const steps = nodes.slice(1).map((to, index) => {
    const from = nodes[index] ?? to
    return { from, to, edges: stepsFrom(graph, from, options).get(to) ?? [] }
  })
  return { nodes, steps, cost: hubs.reduce((sum, hub) => sum + hub, steps.length) }
}

function compareEdges(a: Edge, b: Edge): number {
  return compareLists([a.source, a.target, a.id], [b.source, b.target, b.id])
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((text, index) => text !== b[index])
  if (differs === -1) return 0
  return (a[differs] ?? '') < (b[differs] ?? '') ? -1 : 1
}
