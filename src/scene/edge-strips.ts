import { loop } from '../display/edge-path.ts'
import type { PictureEdge, PictureNode } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import { breather, type Steps } from '../model/steps.ts'
import { changeNumbers } from './change-badge.ts'
import { packedColour } from './colour.ts'
import { edgeStyles } from './edge-shader.ts'
import { quickReach } from './quick-reach.ts'
import { emptyRows, floatsPerRow, type Rows } from './rows.ts'
import type { SceneEdges } from './scene-edges.ts'
import type { SceneNodes } from './scene-nodes.ts'
import { framingOf, type Framing } from './viewpoint.ts'

/**
 * Where the values of an edge begin in its row: its ends in framed coordinates, how far from them
 * it begins and ends in CSS pixels at ratio 1, its bend, its number among loops, its width, its
 * style as the shader reads it, its colour, and the width by which its dashes are measured: what
 * is brought out is wider, and has them where they are beneath it.
 */
export const edgeFields = {
  source: 0,
  target: 2,
  radii: 4,
  bend: 6,
  loop: 7,
  width: 8,
  style: 9,
  colour: 10,
  pattern: 11,
} as const

/** The fields of an edge that grow with its nodes. */
export const edgeRadii = [edgeFields.radii, edgeFields.radii + 1] as const

/** Edges as the painter uploads them and as the pointer finds them, by place. */
export interface EdgeStrips extends Rows {
  /** So many of them, from the first on, are straight. */
  readonly straight: number
  /** True where any has a badge that tells what became of it. */
  readonly marked: boolean
}

/** The strips of all edges, as they look while nothing is brought out. */
export function* edgeStrips(
  nodes: SceneNodes,
  edges: SceneEdges,
  frame: Extent,
): Steps<EdgeStrips> {
  const { count, straight } = edges
  const strips = { ...emptyRows(count), straight, marked: false }
  const framing = framingOf(frame)
  const pauses = breather()
  for (let place = 0; place < count; place += 1) {
    const edge = edges.at(place)
    if (changeNumbers[edge.change ?? 'same'] > 0) strips.marked = true
    writeCourse(strips, place, nodes, edges, place, framing)
    writeLook(strips, place, edge, {
      width: edge.width,
      colour: edge.colour,
      pale: edge.change === 'same',
    })
    if (pauses()) yield
  }
  return strips
}

/** Writes to a row where the edge at `place` runs. */
export function writeCourse(
  { floats }: EdgeStrips,
  row: number,
  nodes: SceneNodes,
  edges: SceneEdges,
  place: number,
  { x, y, span }: Framing,
): void {
  // One by one: a list for each of many edges would cost more than all the rest.
  const from = edges.source(place)
  const to = edges.target(place)
  const fromX = nodes.x(from)
  const fromY = nodes.y(from)
  const toX = nodes.x(to)
  const toY = nodes.y(to)
  const source = nodes.at(from)
  const { bend } = edges.at(place)
  const at = row * floatsPerRow
  floats[at] = 0.5 + (fromX - x) / span
  floats[at + 1] = 0.5 + (fromY - y) / span
  floats[at + 2] = 0.5 + (toX - x) / span
  floats[at + 3] = 0.5 + (toY - y) / span
  if (from === to) {
    floats[at + 4] = legReach(source, loop.direction + loop.spread * 0.9)
    floats[at + 5] = legReach(source, loop.direction - loop.spread * 0.9)
    floats[at + 6] = 0
    floats[at + 7] = Math.max(1, bend)
    return
  }
  const target = nodes.at(to)
  const dx = toX - fromX
  const dy = toY - fromY
  const turnX = -2 * bend * dy
  const turnY = 2 * bend * dx
  floats[at + 4] = source.size * quickReach(source.shape, dx / 2 + turnX, dy / 2 + turnY)
  floats[at + 5] = target.size * quickReach(target.shape, turnX - dx / 2, turnY - dy / 2)
  floats[at + 6] = bend
  floats[at + 7] = 0
}

/** What of an edge's look depends on whether it is brought out. */
export interface EdgeInk {
  /** CSS pixels. */
  readonly width: number
  /** `#rrggbb`. */
  readonly colour: string
  /** In the colour of what is faded instead. */
  readonly pale: boolean
}

/** Writes to a row how the edge looks. */
export function writeLook(
  { floats }: EdgeStrips,
  row: number,
  { line, arrow, width: edgeWidth, change = 'same' }: PictureEdge,
  { width, colour, pale }: EdgeInk,
): void {
  const at = row * floatsPerRow
  floats[at + edgeFields.width] = width
  floats[at + edgeFields.pattern] = edgeWidth
  floats[at + edgeFields.style] =
    edgeStyles.pattern[line] +
    edgeStyles.arrow[arrow] +
    (pale ? edgeStyles.pale : 0) +
    edgeStyles.change * changeNumbers[change]
  floats[at + edgeFields.colour] = packedColour(colour)
}

/** How far a loop's leg begins from the centre of its node. */
function legReach({ size, shape }: PictureNode, angle: number): number {
  return size * quickReach(shape, Math.cos(angle), Math.sin(angle))
}
