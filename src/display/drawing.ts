import { degree } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import type { EntityId } from '../model/ids.ts'
import type { Drawing, EdgeDrawing, Knowledge, Layout, NodeDrawing } from '../model/knowledge.ts'
import type { Unfinished } from '../model/unfinished.ts'
import { kindLooks, nodeSize } from './appearance.ts'
import type { ColourOf } from './node-colour.ts'
import { pictureThemes } from './palette.ts'

/**
 * How a file that is written draws each node and edge: as the picture does, in light colours. What the
 * file said before stays, but for places, and for sizes and colours that the reader has chosen:
 * `sizeOf` and `colourOf`, which are undefined where nothing was.
 */
export function drawingOf(
  knowledge: Knowledge,
  graph: Graph,
  layout: Layout,
  sizeOf?: (id: EntityId) => number,
  colourOf?: ColourOf,
): Drawing {
  const lookOf = kindLooks(knowledge, 'light')
  const plain: EdgeDrawing = { colour: pictureThemes.light.edge }
  const rounded = (size: number): number => Math.round(size * 100) / 100
  return {
    node: ({ id }) => {
      const { kind, drawing } = knowledge.entities.get(id) ?? {}
      const { x, y } = layout.get(id) ?? {}
      const drawn: Unfinished<NodeDrawing> = { ...drawing }
      drawn.colour = colourOf?.(id, 'light') ?? drawing?.colour ?? lookOf(kind).colour
      drawn.size = sizeOf
        ? rounded(sizeOf(id))
        : (drawing?.size ?? rounded(nodeSize(degree(graph, id))))
      // The reader may have moved it since; a third coordinate stays.
      if (x !== undefined && y !== undefined) drawn.position = { ...drawing?.position, x, y }
      return drawn
    },
    edge: ({ drawing }) => coloured(drawing, plain),
  }
}

/** The very drawing where it has a colour, or the plain one: of edges there are many. */
function coloured(own: EdgeDrawing | undefined, plain: EdgeDrawing): EdgeDrawing {
  if (own === undefined) return plain
  return own.colour === undefined ? { ...plain, ...own } : own
}
