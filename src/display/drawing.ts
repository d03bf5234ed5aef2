import type { Drawing, EdgeDrawing, Knowledge, Layout, NodeDrawing } from '../model/knowledge.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import { degree } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { allAtOnce, breather, type Steps } from '../model/steps.ts'
import { kindLooks, nodeSize } from './appearance.ts'
import type { ColourOf } from './node-colour.ts'
import { pictureThemes } from './palette.ts'

/** How a file that is written draws each node and edge: as the picture does, in light colours. */
export function drawingOf(...given: Parameters<typeof drawingSteps>): Drawing {
  return allAtOnce(drawingSteps(...given))
}

/** `drawingOf` in steps. */
export function* drawingSteps(
  knowledge: Knowledge,
  graph: Graph,
  layout: Layout,
  sizeOf: (id: EntityId) => number = (id) => nodeSize(degree(graph, id)),
  colourOf?: ColourOf,
): Steps<Drawing> {
  const pauses = breather()
  const lookOf = kindLooks(knowledge, 'light')
  const nodes = new Map<EntityId, NodeDrawing>()
  for (const entity of knowledge.entities.values()) {
    if (pauses()) yield
    const position = layout.get(entity.id)
    const colour = colourOf?.(entity.id, 'light') ?? lookOf(entity.kind).colour
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
  const plain: EdgeDrawing = { colour: pictureThemes.light.edge }
  for (let place = 0; place < graph.edges.size; place += 1) {
    if (pauses()) yield
    const { id, drawing } = graph.statementAt(place)
    edges.set(id, coloured(drawing, plain))
  }
  return { nodes, edges }
}

/** The very drawing where it has a colour, or the plain one: of edges there are many. */
function coloured(own: EdgeDrawing | undefined, plain: EdgeDrawing): EdgeDrawing {
  if (own === undefined) return plain
  return own.colour === undefined ? { ...plain, ...own } : own
}
