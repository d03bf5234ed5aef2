import type { Picture, PictureEdge, PictureNode } from '../display/picture.ts'
import { inkOf, mostInFull } from './level-of-detail.ts'
import { placesInChoice } from './choice.ts'
import { PartEdges } from './part-edges.ts'
import type { NodeChoice } from './part-edges.ts'
import { emptyChoice } from './rows.ts'
import type { SceneContent, WholeContent } from './scene-content.ts'
import { SceneNodes } from './scene-nodes.ts'

/**
 * The content of a picture that shows a part of another one in the same frame: the same nodes as
 * they were but for the crowding, and the very same edges, in the same order. It is a choice of the
 * other's rows, so that a filter shows at once. Undefined where the picture is more than such a part.
 */
export function partContent(
  whole: WholeContent,
  before: Pick<Picture, 'crowding'>,
  picture: Picture,
): SceneContent | undefined {
  const grown = (picture.crowding ?? 1) / (before.crowding ?? 1)
  const nodes = keptNodes(whole.nodes, picture.nodes, grown)
  const kept = nodes === undefined ? undefined : keptEdges(whole.drawn.edges, picture.edges)
  if (nodes === undefined || kept === undefined) return undefined
  const { order, places, straight } = sorted(whole, kept, picture.edges.length)
  const count = picture.edges.length
  return {
    nodes: new SceneNodes(picture.nodes, (id) => {
      const rank = whole.nodes.rankOf(id)
      return rank === undefined ? undefined : nodes.rankOf(rank)
    }),
    edges: new PartEdges(whole.edges, { chosen: places, count, straight }, nodes),
    // It is taken to lie as close together as the whole.
    ink:
      order.length > mostInFull
        ? inkOf(whole.drawn.lengths, order, whole.ink?.concentration)
        : undefined,
    nodeStrips: { ...whole.nodeStrips, count: picture.nodes.length, chosen: nodes.chosen, grown },
    edgeStrips: { ...whole.edgeStrips, count, chosen: places, straight, grown },
  }
}

function keptNodes(
  whole: SceneNodes,
  nodes: readonly PictureNode[],
  grown: number,
): NodeChoice | undefined {
  const chosen = emptyChoice(nodes.length)
  const { pictures } = whole
  let [at, rank] = [0, 0]
  for (const node of nodes) {
    while (rank < pictures.length && pictures[rank]?.id !== node.id) rank += 1
    if (rank === pictures.length || !looksTheSame(whole, rank, node, grown)) return undefined
    chosen[at] = rank
    at += 1
  }
  const choice = { chosen, count: nodes.length }
  return { ...choice, rankOf: placesInChoice(choice, pictures.length) }
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

interface KeptEdges {
  /** Their indices in the whole picture, in painting order: any part of it is a fair sample of it. */
  readonly order: Uint32Array
  /** Their places in the whole: those of the straight ones, then of the bent, in painting order. */
  readonly places: Uint32Array
  readonly straight: number
}

/** Sorts the kept edges in one pass: a filter waits for it. */
function sorted(
  { drawn: { order, bent }, edges }: WholeContent,
  kept: Uint8Array,
  count: number,
): KeptEdges {
  const [places, keptOrder, bentPlaces] = [
    emptyChoice(count),
    new Uint32Array(count),
    new Uint32Array(count),
  ]
  let [straight, curved, nextStraight, nextBent] = [0, 0, 0, edges.straight]
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] ?? 0
    const isBent = bent[index] === 1
    if (kept[index] === 1) {
      keptOrder[straight + curved] = index
      if (isBent) bentPlaces[curved++] = nextBent
      else places[straight++] = nextStraight
    }
    if (isBent) nextBent += 1
    else nextStraight += 1
  }
  places.set(bentPlaces.subarray(0, curved), straight)
  return { order: keptOrder, places, straight }
}
