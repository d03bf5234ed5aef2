import type { Picture, PictureEdge } from '../display/picture.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import type { Keys } from './keys.ts'
import { inkOf, mostInFull, paintingOrder } from './level-of-detail.ts'
import type { Ink } from './level-of-detail.ts'
import { SceneGraph } from './scene-graph.ts'

/** Our keys for what the picture shows. */
export interface SceneKeys {
  readonly nodes: Keys<EntityId>
  readonly edges: Keys<StatementId>
}

/** A picture as sigma takes it. */
export interface PictureGraph {
  readonly graph: SceneGraph
  /** How the edges add up where not all of them are always painted. */
  readonly ink: Ink | undefined
}

/**
 * The picture as a graph for sigma, under keys of our own; many edges stand in painting order.
 * Throws on a position that is no number.
 */
export function pictureGraph(picture: Picture, keys: SceneKeys): PictureGraph {
  const graph = new SceneGraph()
  const placed = new Map<EntityId, Placed>()
  picture.nodes.forEach((node, rank) => {
    const { id, x, y } = node
    if (!Number.isFinite(x) || !Number.isFinite(y))
      throw new Error(`node ${id} has no finite position: ${x}, ${y}`)
    const key = keys.nodes.keyOf(id)
    placed.set(id, { key, x, y })
    graph.addNode(key, {
      x,
      y,
      size: node.size,
      color: node.colour,
      label: node.label,
      type: 'node',
      rank,
      picture: node,
    })
  })
  const edges: DrawnEdge[] = []
  for (const edge of picture.edges) {
    const [source, target] = [placed.get(edge.source), placed.get(edge.target)]
    if (source !== undefined && target !== undefined) edges.push({ edge, source, target })
  }
  const add = ({ edge, source, target }: DrawnEdge): void =>
    graph.addEdge(keys.edges.keyOf(edge.id), source.key, target.key, {
      size: edge.width,
      color: edge.colour,
      label: edge.label,
      type: edge.bend === 0 && source !== target ? 'line' : 'curve',
      picture: edge,
    })
  if (edges.length <= mostInFull) {
    edges.forEach(add)
    return { graph, ink: undefined }
  }
  const lengths = Float32Array.from(edges, ({ source, target }) =>
    Math.hypot(source.x - target.x, source.y - target.y),
  )
  const order = paintingOrder(lengths)
  for (const index of order) {
    const edge = edges[index]
    if (edge !== undefined) add(edge)
  }
  return { graph, ink: inkOf(lengths, order) }
}

interface Placed extends Point {
  readonly key: string
}

interface DrawnEdge {
  readonly edge: PictureEdge
  readonly source: Placed
  readonly target: Placed
}
