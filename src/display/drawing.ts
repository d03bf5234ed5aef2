import type { Drawing, EdgeDrawing, Knowledge, Layout, NodeDrawing } from '../model/knowledge.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import { degree } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { kindLook, nodeSize } from './appearance.ts'
import { pictureThemes } from './palette.ts'

/** How a file that is written draws each node and edge: as the picture does, in light colours. */
export function drawingOf(
  knowledge: Knowledge,
  graph: Graph,
  layout: Layout,
  sizeOf: (id: EntityId) => number = (id) => nodeSize(degree(graph, id)),
): Drawing {
  const nodes = new Map<EntityId, NodeDrawing>()
  for (const entity of knowledge.entities.values()) {
    const position = layout.get(entity.id)
    const { colour } = kindLook(knowledge, entity.kind, 'light')
    nodes.set(entity.id, {
      colour,
      size: Math.round(sizeOf(entity.id) * 100) / 100,
      ...entity.drawing,
      // The reader may have moved it since; a third coordinate stays.
      ...(position === undefined
        ? {}
        : { position: { ...entity.drawing?.position, x: position.x, y: position.y } }),
    })
  }
  const edges = new Map<StatementId, EdgeDrawing>()
  for (const { id, statement } of graph.edges.values()) {
    edges.set(id, { colour: pictureThemes.light.edge, ...statement.drawing })
  }
  return { nodes, edges }
}
