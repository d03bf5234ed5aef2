import type { Picture, PictureEdge } from '../display/picture.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
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
  picture.nodes.forEach((node, rank) => {
    if (!Number.isFinite(node.x) || !Number.isFinite(node.y))
      throw new Error(`node ${node.id} has no finite position: ${node.x}, ${node.y}`)
    graph.addNode(keys.nodes.keyOf(node.id), {
      x: node.x,
      y: node.y,
      size: node.size,
      color: node.colour,
      label: node.label,
      type: 'node',
      rank,
      picture: node,
    })
  })
  const { edges } = picture
  const add = (edge: PictureEdge): void => {
    const source = keys.nodes.keyOf(edge.source)
    const target = keys.nodes.keyOf(edge.target)
    graph.addEdge(keys.edges.keyOf(edge.id), source, target, {
      size: edge.width,
      color: edge.colour,
      label: edge.label,
      type: edge.bend === 0 && source !== target ? 'line' : 'curve',
      picture: edge,
    })
  }
  if (edges.length <= mostInFull) {
    edges.forEach(add)
    return { graph, ink: undefined }
  }
  const lengths = Float32Array.from(edges, ({ source, target }) => {
    const from = graph.getNodeAttributes(keys.nodes.keyOf(source))
    const to = graph.getNodeAttributes(keys.nodes.keyOf(target))
    return Math.hypot(from.x - to.x, from.y - to.y)
  })
  const order = paintingOrder(lengths)
  for (const index of order) {
    const edge = edges[index]
    if (edge !== undefined) add(edge)
  }
  return { graph, ink: inkOf(lengths, order) }
}
