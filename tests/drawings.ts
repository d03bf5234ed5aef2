import type { EntityId, StatementId } from '../src/model/ids.ts'
import type { Drawing, EdgeDrawing, Knowledge, NodeDrawing } from '../src/model/knowledge.ts'

/** A drawing that says nothing of any node or edge. */
export const noDrawing: Drawing = { node: () => undefined, edge: () => undefined }

/** Nodes and edges drawn as these maps say. */
export function drawnAs(
  nodes: ReadonlyMap<EntityId, NodeDrawing>,
  edges: ReadonlyMap<StatementId, EdgeDrawing> = new Map(),
): Drawing {
  return { node: ({ id }) => nodes.get(id), edge: ({ id }) => edges.get(id) }
}

/** Every node drawn by its place among all, and every edge in one way. */
export function drawnEach(
  { entities, statements }: Knowledge,
  node: (place: number) => NodeDrawing,
  edge: EdgeDrawing,
): Drawing {
  return drawnAs(
    new Map([...entities.keys()].map((id, place) => [id, node(place)])),
    new Map([...statements.keys()].map((id) => [id, edge])),
  )
}
