import { MultiDirectedGraph } from 'graphology'
import type { Picture, PictureEdge, PictureNode } from '../display/picture.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Keys } from './keys.ts'

/** A node as the scene's graph holds it. Position changes in place, unseen by graphology. */
export interface SceneNode {
  x: number
  y: number
  readonly size: number
  readonly color: string
  readonly label: string
  readonly type: 'node'
  /** 0 is the most important. */
  readonly rank: number
  readonly picture: PictureNode
}

/** An edge as the scene's graph holds it; straight ones have a cheaper program. */
export interface SceneEdge {
  readonly size: number
  readonly color: string
  readonly label: string
  readonly type: 'line' | 'curve'
  readonly picture: PictureEdge
}

/** The picture for sigma. */
export type SceneGraph = MultiDirectedGraph<SceneNode, SceneEdge>

/** Our keys for what the picture shows. */
export interface SceneKeys {
  readonly nodes: Keys<EntityId>
  readonly edges: Keys<StatementId>
}

/** The picture as a graph for sigma, under keys of our own. Throws on a position that is no number. */
export function pictureGraph(picture: Picture, keys: SceneKeys): SceneGraph {
  const graph: SceneGraph = new MultiDirectedGraph<SceneNode, SceneEdge>()
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
    graph.addEdgeWithKey(keys.edges.keyOf(edge.id), source, target, {
      size: edge.width,
      color: edge.colour,
      label: edge.label,
      type: edge.bend === 0 && source !== target ? 'line' : 'curve',
      picture: edge,
    })
  }
  return graph
}
