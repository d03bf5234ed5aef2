import type { Picture, PictureEdge, PictureNode } from '../display/picture.ts'
import { edgeFields, type EdgeStrips } from './edge-strips.ts'
import { concentrationOf, inkOf, mostInFull, type Ink } from './level-of-detail.ts'
import { nodeFields, type NodeStrips } from './node-strips.ts'
import { emptyRows, floatsPerRow, type Rows } from './row-texture.ts'
import type { SceneContent, WholeContent } from './scene-content.ts'
import { SceneEdges } from './scene-edges.ts'
import { SceneNodes } from './scene-nodes.ts'

/**
 * The content of a picture that shows a part of another one in the same frame: the same nodes as
 * they were but for the crowding, and the very same edges, in the same order. Most of it is copied,
 * so that a filter shows at once. Undefined where the picture is more than such a part.
 */
export function partContent(
  whole: WholeContent,
  before: Pick<Picture, 'crowding'>,
  picture: Picture,
): SceneContent | undefined {
  const grown = (picture.crowding ?? 1) / (before.crowding ?? 1)
  const ranks = newRanks(whole.nodes, picture.nodes, grown)
  const kept = ranks === undefined ? undefined : keptEdges(whole.drawn.edges, picture.edges)
  if (ranks === undefined || kept === undefined) return undefined
  const [nodes, edges] = [picture.nodes.length, picture.edges.length]
  const drawn = edgeRows(whole, { ranks, nodes, kept, edges }, grown)
  return {
    nodes: new SceneNodes(picture.nodes),
    ink: edges > mostInFull ? inkOfPart(whole, kept, drawn.edgeStrips) : undefined,
    nodeStrips: nodeRows(whole, ranks, nodes, grown),
    ...drawn,
  }
}

/** In painting order any part of what is kept is a fair sample of it. */
function inkOfPart({ drawn }: WholeContent, kept: Uint8Array, strips: EdgeStrips): Ink {
  const order = new Uint32Array(strips.count)
  let count = 0
  for (const index of drawn.order) if (kept[index] === 1) order[count++] = index
  return inkOf(drawn.lengths, order, concentrationOf(strips))
}

/** By the rank in the whole: the rank in the part, counted from 1; 0 for what is not there. */
function newRanks(
  whole: SceneNodes,
  nodes: readonly PictureNode[],
  grown: number,
): Uint32Array | undefined {
  const ranks = new Uint32Array(whole.count)
  let rank = 0
  for (const [at, node] of nodes.entries()) {
    while (rank < whole.count && whole.at(rank).id !== node.id) rank += 1
    if (rank === whole.count || !looksTheSame(whole, rank, node, grown)) return undefined
    ranks[rank] = at + 1
  }
  return ranks
}

function looksTheSame(whole: SceneNodes, rank: number, node: PictureNode, grown: number): boolean {
  const old = whole.at(rank)
  return (
    node.x === whole.x(rank) &&
    node.y === whole.y(rank) &&
    // Both were multiplied by the crowding, and so rounded.
    Math.abs(node.size - old.size * grown) <= node.size * 1e-9 &&
    node.colour === old.colour &&
    node.shape === old.shape &&
    node.disputed === old.disputed &&
    node.change === old.change
  )
}

/** 1 for each of the whole's edges that is there. */
function keptEdges(
  whole: readonly PictureEdge[],
  edges: readonly PictureEdge[],
): Uint8Array | undefined {
  const kept = new Uint8Array(whole.length)
  let index = 0
  for (const edge of edges) {
    while (index < whole.length && whole[index] !== edge) index += 1
    if (index === whole.length) return undefined
    kept[index] = 1
  }
  return kept
}

function nodeRows(
  whole: WholeContent,
  ranks: Uint32Array,
  count: number,
  grown: number,
): NodeStrips {
  const rows = emptyRows(count)
  copyRows(whole.nodeStrips, ranks, rows)
  multiply(rows, nodeFields.size, grown)
  return { ...rows, plain: whole.nodeStrips.plain }
}

interface Part {
  readonly ranks: Uint32Array
  /** By the index in the picture. */
  readonly kept: Uint8Array
  /** How many there are of both. */
  readonly nodes: number
  readonly edges: number
}

function edgeRows(
  whole: WholeContent,
  { ranks, kept, nodes, edges }: Part,
  grown: number,
): { readonly edges: SceneEdges; readonly edgeStrips: EdgeStrips } {
  const pictures: PictureEdge[] = []
  const ends = new Uint32Array(2 * edges)
  const flags = keptByPlace(whole, kept)
  let straight = 0
  for (let old = 0; old < flags.length; old += 1) {
    if (flags[old] === 0) continue
    const place = pictures.length
    pictures.push(whole.edges.at(old))
    if (old < whole.edges.straight) straight += 1
    ends[2 * place] = (ranks[whole.edges.source(old)] ?? 1) - 1
    ends[2 * place + 1] = (ranks[whole.edges.target(old)] ?? 1) - 1
  }
  const rows = emptyRows(edges)
  copyRows(whole.edgeStrips, flags, rows)
  for (const field of [edgeFields.radii, edgeFields.radii + 1]) multiply(rows, field, grown)
  return {
    edges: new SceneEdges(nodes, pictures, ends, straight),
    edgeStrips: { ...rows, straight, marked: whole.edgeStrips.marked },
  }
}

/** The same flags by the places of the edges: the straight ones, then the bent, in painting order. */
function keptByPlace(
  { drawn: { order, bent }, edges }: WholeContent,
  kept: Uint8Array,
): Uint8Array {
  const flags = new Uint8Array(order.length)
  let [straight, other] = [0, edges.straight]
  for (const index of order) {
    const isBent = bent[index] === 1
    flags[isBent ? other : straight] = kept[index] ?? 0
    if (isBent) other += 1
    else straight += 1
  }
  return flags
}

/** Copies the rows that are kept, one after the other; those that stand together all at once. */
function copyRows(from: Rows, kept: Uint8Array | Uint32Array, to: Rows): void {
  let target = 0
  for (let row = 0; row < kept.length; row += 1) {
    if (kept[row] === 0) continue
    const first = row
    while (row + 1 < kept.length && kept[row + 1] !== 0) row += 1
    const rows = from.floats.subarray(first * floatsPerRow, (row + 1) * floatsPerRow)
    to.floats.set(rows, target)
    target += rows.length
  }
}

function multiply({ floats, count }: Rows, field: number, factor: number): void {
  if (factor === 1) return
  for (let at = field; at < count * floatsPerRow; at += floatsPerRow)
    floats[at] = (floats[at] ?? 0) * factor
}
