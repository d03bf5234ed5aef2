import type { EntityId } from '../model/ids.ts'
import type { Drawing, EdgeDrawing, Knowledge, Layout } from '../model/knowledge.ts'
import { degree } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { kindLooks, nodeSize } from './appearance.ts'
import type { ColourOf } from './node-colour.ts'
import { pictureThemes } from './palette.ts'

/** How a file that is written draws each node and edge: as the picture does, in light colours. */
export function drawingOf(
  knowledge: Knowledge,
  graph: Graph,
  layout: Layout,
  sizeOf: (id: EntityId) => number = (id) => nodeSize(degree(graph, id)),
  colourOf?: ColourOf,
): Drawing {
  const lookOf = kindLooks(knowledge, 'light')
  const plain: EdgeDrawing = { colour: pictureThemes.light.edge }
  return {
    node: ({ id }) => {
      const entity = knowledge.entities.get(id)
      const position = layout.get(id)
      return {
        colour: colourOf?.(id, 'light') ?? lookOf(entity?.kind).colour,
        size: Math.round(sizeOf(id) * 100) / 100,
        ...entity?.drawing,
        // The reader may have moved it since; a third coordinate stays.
        ...(position === undefined
          ? {}
          : { position: { ...entity?.drawing?.position, x: position.x, y: position.y } }),
      }
    },
    edge: ({ drawing }) => coloured(drawing, plain),
  }
}

/** The very drawing where it has a colour, or the plain one: of edges there are many. */
function coloured(own: EdgeDrawing | undefined, plain: EdgeDrawing): EdgeDrawing {
  if (own === undefined) return plain
  return own.colour === undefined ? { ...plain, ...own } : own
}
