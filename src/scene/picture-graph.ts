import type { Picture } from '../display/picture.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Keys } from './keys.ts'
import { SceneGraph } from './scene-graph.ts'

/** Our keys for what the picture shows. */
export interface SceneKeys {
  readonly nodes: Keys<EntityId>
  readonly edges: Keys<StatementId>
}

/** The picture as a graph for sigma, under keys of our own. Throws on a position that is no number. */
export function pictureGraph(picture: Picture, keys: SceneKeys): SceneGraph {
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
  for (const edge of picture.edges) {
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
  return graph
}
