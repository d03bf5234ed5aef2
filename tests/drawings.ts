import type { EntityId, StatementId } from '../src/model/ids.ts'
import type { Drawing, EdgeDrawing, NodeDrawing } from '../src/model/knowledge.ts'

/** A drawing that says nothing of any node or edge. */
export const noDrawing: Drawing = { node: () => undefined, edge: () => undefined }

/** Nodes and edges drawn as these maps say. */
export function drawnAs(
  nodes: ReadonlyMap<EntityId, NodeDrawing>,
  edges: ReadonlyMap<StatementId, EdgeDrawing> = new Map(),
): Drawing {
  return { node: ({ id }) => nodes.get(id), edge: ({ id }) => edges.get(id) }
}
