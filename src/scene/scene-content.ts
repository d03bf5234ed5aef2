import type { Picture, PictureEdge } from '../display/picture.ts'
import { sameExtent, type Extent } from '../layout/extent.ts'
import { allAtOnce, breather, type Steps } from '../model/steps.ts'
import { edgeRadii, edgeStrips, writeCourse, type EdgeStrips } from './edge-strips.ts'
import { concentrationOf, inkOf, mostInFull, paintingOrder } from './level-of-detail.ts'
import type { Ink } from './level-of-detail.ts'
import { nodeStrips, type NodeStrips } from './node-strips.ts'
import { ownRows, rewritten } from './rows.ts'
import { OwnEdges } from './scene-edges.ts'
import type { SceneEdges } from './scene-edges.ts'
import { SceneNodes } from './scene-nodes.ts'
import { framingOf } from './viewpoint.ts'

/** A picture in the form in which the scene paints it and finds what is pointed at. */
export interface SceneContent {
  nodes: SceneNodes
  edges: SceneEdges
  nodeStrips: NodeStrips
  edgeStrips: EdgeStrips
  /** How the edges add up; undefined where there are so few that all are always painted. */
  ink: Ink | undefined
}

/** The content of a picture with what is needed to make that of its parts from it. */
export interface WholeContent extends SceneContent {
  drawn: Omit<Ordered, 'ends'>
}

/**
 * The picture's nodes and edges in a frame, before a background (`#rrggbb`); many edges stand in
 * painting order. Throws on a position that is no number.
 */
export function* sceneContent(
  picture: Picture,
  frame: Extent,
  background: string,
): Steps<WholeContent> {
  const nodes = new SceneNodes(picture.nodes)
  yield
  const drawn = yield* inOrder(yield* drawnEdges(picture, nodes), nodes)
  const edges = yield* sceneEdges(drawn, nodes)
  const strips = yield* edgeStrips(nodes, edges, frame)
  const { ends: _, ...kept } = drawn
  return {
    nodes,
    edges,
    drawn: kept,
    ink:
      edges.count > mostInFull
        ? inkOf(drawn.lengths, drawn.order, concentrationOf(strips))
        : undefined,
    nodeStrips: yield* nodeStrips(nodes, frame, background),
    edgeStrips: strips,
  }
}

/**
 * What `shown` became in a frame, for a picture of the same with some nodes in other places; or
 * undefined where that is not all, or too much to be worth it.
 */
export function inOtherPlaces(
  { edges, edgeStrips, ink, nodes, frame: before }: SceneContent & { readonly frame: Extent },
  shown: Picture | undefined,
  picture: Picture,
  frame: Extent,
  background: string,
): SceneContent | undefined {
  const sameEdges = picture.edges === shown?.edges && sameExtent(before, frame)
  if (!sameEdges || picture.nodes.length !== nodes.count) return undefined
  const moved: number[] = []
  for (const [rank, { id, x, y, size }] of picture.nodes.entries()) {
    const old = nodes.at(rank)
    if (old.id !== id || old.size !== size) return undefined
    if (x !== nodes.x(rank) || y !== nodes.y(rank)) moved.push(rank)
  }
  if (moved.length > mostMoved) return undefined
  const now = new SceneNodes(picture.nodes)
  const framing = framingOf(frame)
  const rows = ownRows(edgeStrips, edgeRadii)
  for (const rank of moved)
    for (const place of edges.around(rank)) writeCourse(rows, place, now, edges, place, framing)
  return {
    nodes: now,
    edges,
    edgeStrips: rewritten(rows),
    ink,
    nodeStrips: allAtOnce(nodeStrips(now, frame, background)),
  }
}

/** Where more nodes have moved, the order in which edges are painted would no longer be fair. */
const mostMoved = 100

/** Edges whose ends are both there, with the ranks of these. */
interface Drawn {
  readonly edges: readonly PictureEdge[]
  readonly ends: Uint32Array
  /** 1 for each that bends or is a loop. */
  readonly bent: Uint8Array
}

function* drawnEdges(picture: Picture, nodes: SceneNodes): Steps<Drawn> {
  const edges: PictureEdge[] = []
  const ends = new Uint32Array(2 * picture.edges.length)
  const bent = new Uint8Array(picture.edges.length)
  const pauses = breather()
  for (const edge of picture.edges) {
    const source = nodes.rankOf(edge.source)
    const target = nodes.rankOf(edge.target)
    if (source !== undefined && target !== undefined) {
      ends[2 * edges.length] = source
      ends[2 * edges.length + 1] = target
      bent[edges.length] = edge.bend !== 0 || source === target ? 1 : 0
      edges.push(edge)
    }
    if (pauses()) yield
  }
  return { edges, ends, bent }
}

/** The same with their lengths in graph units, and in the order in which they are painted. */
interface Ordered extends Drawn {
  readonly lengths: Float32Array
  /** Indices of the edges, the first to be painted first. */
  readonly order: Uint32Array
}

function* inOrder(drawn: Drawn, nodes: SceneNodes): Steps<Ordered> {
  const { edges, ends } = drawn
  const lengths = new Float32Array(edges.length)
  const pauses = breather()
  for (let index = 0; index < edges.length; index += 1) {
    const source = ends[2 * index] ?? 0
    const target = ends[2 * index + 1] ?? 0
    lengths[index] = Math.hypot(
      nodes.x(source) - nodes.x(target),
      nodes.y(source) - nodes.y(target),
    )
    if (pauses()) yield
  }
  const few = edges.length <= mostInFull
  const order = few ? Uint32Array.from(edges.keys()) : yield* paintingOrder(lengths)
  yield
  return { ...drawn, lengths, order }
}

function* sceneEdges(drawn: Ordered, nodes: SceneNodes): Steps<SceneEdges> {
  const pictures: PictureEdge[] = []
  const ends = new Uint32Array(2 * drawn.order.length)
  const pauses = breather()
  const add = function* (bent: number): Steps<void> {
    for (const index of drawn.order) {
      if (pauses()) yield
      const edge = drawn.bent[index] === bent ? drawn.edges[index] : undefined
      if (edge === undefined) continue
      ends[2 * pictures.length] = drawn.ends[2 * index] ?? 0
      ends[2 * pictures.length + 1] = drawn.ends[2 * index + 1] ?? 0
      pictures.push(edge)
    }
  }
  yield* add(0)
  const straight = pictures.length
  yield* add(1)
  return new OwnEdges({ pictures, ends, straight }, nodes.count)
}
