import type { Picture, PictureEdge } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import type { EntityId } from '../model/ids.ts'
import { stride, type Steps } from '../model/steps.ts'
import { edgeStrips, type EdgeStrips } from './edge-strips.ts'
import type { Keys } from './keys.ts'
import { inkOf, mostInFull, paintingOrder } from './level-of-detail.ts'
import type { Ink } from './level-of-detail.ts'
import { SceneEdges } from './scene-edges.ts'
import { SceneNodes } from './scene-nodes.ts'

/** A picture as the scene draws it in a frame. */
export interface PictureGraph {
  readonly nodes: SceneNodes
  readonly edges: SceneEdges
  readonly strips: EdgeStrips
  /** How the edges add up where not all of them are always painted. */
  readonly ink: Ink | undefined
}

/**
 * The picture's nodes under keys of our own, and its edges in columns; many edges stand in painting
 * order. Throws on a position that is no number.
 */
export function* pictureGraph(
  picture: Picture,
  keys: Keys<EntityId>,
  frame: Extent,
): Steps<PictureGraph> {
  const ranks = new Map<EntityId, number>()
  const nodes = yield* sceneNodes(picture, keys, ranks)
  const drawn = yield* drawnEdges(picture, ranks)
  const { order, ink } = yield* inOrder(drawn, nodes)
  const edges = yield* sceneEdges(drawn, order, nodes.order)
  return { nodes, edges, ink, strips: yield* edgeStrips(nodes, edges, frame) }
}

function* sceneNodes(
  picture: Picture,
  keys: Keys<EntityId>,
  ranks: Map<EntityId, number>,
): Steps<SceneNodes> {
  const nodes = new SceneNodes()
  for (const [rank, node] of picture.nodes.entries()) {
    const { id, x, y, size, label, colour } = node
    if (!Number.isFinite(x) || !Number.isFinite(y))
      throw new Error(`node ${id} has no finite position: ${x}, ${y}`)
    ranks.set(id, rank)
    nodes.add(keys.keyOf(id), {
      x,
      y,
      size,
      color: colour,
      label,
      type: 'node',
      rank,
      picture: node,
    })
    if (rank % stride === stride - 1) yield
  }
  return nodes
}

/** Edges whose ends are both there, with the ranks of these. */
interface Drawn {
  readonly edges: readonly PictureEdge[]
  readonly ends: Uint32Array
}

function* drawnEdges(picture: Picture, ranks: ReadonlyMap<EntityId, number>): Steps<Drawn> {
  const edges: PictureEdge[] = []
  const ends = new Uint32Array(2 * picture.edges.length)
  for (const [index, edge] of picture.edges.entries()) {
    const [source, target] = [ranks.get(edge.source), ranks.get(edge.target)]
    if (source !== undefined && target !== undefined) {
      ends[2 * edges.length] = source
      ends[2 * edges.length + 1] = target
      edges.push(edge)
    }
    if (index % stride === stride - 1) yield
  }
  return { edges, ends }
}

function* inOrder(
  { edges, ends }: Drawn,
  nodes: SceneNodes,
): Steps<{ readonly order: Uint32Array; readonly ink: Ink | undefined }> {
  if (edges.length <= mostInFull) return { order: Uint32Array.from(edges.keys()), ink: undefined }
  const lengths = new Float32Array(edges.length)
  for (let index = 0; index < edges.length; index += 1) {
    const [source, target] = [nodes.at(ends[2 * index] ?? 0), nodes.at(ends[2 * index + 1] ?? 0)]
    lengths[index] = Math.hypot(source.x - target.x, source.y - target.y)
    if (index % stride === stride - 1) yield
  }
  const order = paintingOrder(lengths)
  yield
  return { order, ink: inkOf(lengths, order) }
}

function* sceneEdges(drawn: Drawn, order: Uint32Array, nodes: number): Steps<SceneEdges> {
  const pictures: PictureEdge[] = []
  const ends = new Uint32Array(2 * order.length)
  const add = function* (straight: boolean): Steps<void> {
    for (const [step, index] of order.entries()) {
      const edge = drawn.edges[index]
      const [source = 0, target = 0] = drawn.ends.subarray(2 * index, 2 * index + 2)
      if (edge !== undefined && (edge.bend === 0 && source !== target) === straight) {
        ends[2 * pictures.length] = source
        ends[2 * pictures.length + 1] = target
        pictures.push(edge)
      }
      if (step % stride === stride - 1) yield
    }
  }
  yield* add(true)
  const straight = pictures.length
  yield* add(false)
  return new SceneEdges(nodes, pictures, ends, straight)
}
