import type { EntityId } from '../model/ids.ts'
import { edgesAt, otherEnd } from './graph.ts'
import type { Edge, Graph } from './graph.ts'

/**
 * All nodes within `steps` steps of `centre`, itself included, by breadth-first search over the
 * edges that `passes` lets through, in either direction. Empty where the graph lacks `centre`.
 */
export function neighbourhood(
  graph: Graph,
  centre: EntityId,
  steps: number,
  passes: (edge: Edge) => boolean = () => true,
): ReadonlySet<EntityId> {
  if (!graph.places.has(centre)) return new Set()
  const reached = new Set([centre])
  let frontier: readonly EntityId[] = [centre]
  for (let step = 0; step < steps && frontier.length > 0; step += 1) {
    const next: EntityId[] = []
    for (const node of frontier) {
      for (const edge of edgesAt(graph, node)) {
        const neighbour = otherEnd(edge, node)
        if (reached.has(neighbour) || !passes(edge)) continue
        reached.add(neighbour)
        next.push(neighbour)
      }
    }
    frontier = next
  }
  return reached
}
