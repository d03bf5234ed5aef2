import { paleNode } from '../display/pale.ts'
import type { PictureNode } from '../display/picture.ts'
import { outlines } from '../display/shape.ts'
import type { Extent } from '../layout/extent.ts'
import { breather, type Steps } from '../model/steps.ts'
import { changeNumbers } from './change-badge.ts'
import { packedColour } from './colour.ts'
import { nodeMarks } from './node-shader.ts'
import { emptyRows, floatsPerRow, type Rows } from './rows.ts'
import type { SceneNodes } from './scene-nodes.ts'
import { framingOf, type Framing } from './viewpoint.ts'

/**
 * Where the values of a node begin in its row: its point in framed coordinates, its radius in CSS
 * pixels at ratio 1, its outline and marks as the shader reads them, and its colour.
 */
export const nodeFields = { place: 0, size: 2, outline: 3, marks: 7, colour: 8 } as const

/** The fields of a node that grow with it. */
export const nodeRadii = [nodeFields.size] as const

/** Nodes as the painter uploads them and as the pointer finds them, by rank. */
export interface NodeStrips extends Rows {
  /** True where none is larger than the one before it, and none has a mark. */
  readonly plain: boolean
}

/** The strips of all nodes, as they look while nothing is brought out. */
export function* nodeStrips(
  nodes: SceneNodes,
  frame: Extent,
  background: string,
): Steps<NodeStrips> {
  const strips = { ...emptyRows(nodes.count), plain: true }
  const framing = framingOf(frame)
  const pauses = breather()
  for (let rank = 0; rank < nodes.count; rank += 1) {
    writeNodePlace(strips, rank, nodes, rank, framing)
    const node = nodes.at(rank)
    writeNodeLook(strips, rank, node, unmarked, background)
    const isMarked = node.disputed || changeNumbers[node.change ?? 'same'] > 0
    if (isMarked || node.size > nodes.at(Math.max(0, rank - 1)).size) strips.plain = false
    if (pauses()) yield
  }
  return strips
}

/** Writes to a row where the node of this rank is. */
export function writeNodePlace(
  { floats }: Rows,
  row: number,
  nodes: SceneNodes,
  rank: number,
  { x, y, span }: Framing,
): void {
  const at = row * floatsPerRow
  floats[at] = 0.5 + (nodes.x(rank) - x) / span
  floats[at + 1] = 0.5 + (nodes.y(rank) - y) / span
}

/** How the reader points at a node. */
export interface Pointed {
  readonly selected: boolean
  readonly hovered: boolean
}

const unmarked: Pointed = { selected: false, hovered: false }

/** Writes to a row how the node looks; what has not changed is pale unless it is pointed at. */
export function writeNodeLook(
  { floats }: Rows,
  row: number,
  { size, shape, colour, disputed, change }: PictureNode,
  { selected, hovered }: Pointed,
  background: string,
): void {
  const at = row * floatsPerRow
  const { corners, turn, reach, waist } = outlines[shape]
  floats[at + 2] = size
  floats[at + 3] = corners
  floats[at + 4] = turn
  floats[at + 5] = reach
  // Halfway between two corners a polygon's side is as near as this.
  floats[at + 6] = waist ?? (corners === 0 ? 1 : Math.cos(Math.PI / corners))
  floats[at + 7] =
    (disputed ? nodeMarks.disputed : 0) +
    (selected ? nodeMarks.selected : 0) +
    (hovered ? nodeMarks.hovered : 0) +
    nodeMarks.change * changeNumbers[change ?? 'same']
  const pale = change === 'same' && !selected && !hovered
  floats[at + nodeFields.colour] = packedColour(pale ? paleNode(colour, background) : colour)
}
