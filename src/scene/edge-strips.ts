import { loop } from '../display/edge-path.ts'
import type { PictureEdge } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import { stride, type Steps } from '../model/steps.ts'
import { changeNumbers } from './change-badge.ts'
import { packedColour } from './colour.ts'
import { edgeStyles } from './edge-shader.ts'
import { quickReach } from './quick-reach.ts'
import type { SceneEdges } from './scene-edges.ts'
import type { SceneNode, SceneNodes } from './scene-nodes.ts'
import { framingOf, type Framing } from './viewpoint.ts'

/** Where in an edge's floats each of its values begins. */
export const stripFields = {
  source: 0,
  target: 2,
  radii: 4,
  bend: 6,
  loop: 7,
  width: 8,
  style: 9,
  colour: 10,
} as const
export const floatsPerStrip = 11

/**
 * Edges as the painter uploads them and as the pointer finds them: one row of floats each, by
 * place. Points are in framed coordinates, radii and widths in CSS pixels at ratio 1; the colour is
 * four bytes.
 */
export interface EdgeStrips {
  readonly floats: Float32Array
  /** The same memory, for the colours. */
  readonly bytes: Uint32Array
  readonly count: number
  /** So many of them, from the first on, are straight. */
  readonly straight: number
}

/** The strips of all edges, as they look while nothing is brought out. */
export function* edgeStrips(
  nodes: SceneNodes,
  edges: SceneEdges,
  frame: Extent,
): Steps<EdgeStrips> {
  const { count, straight } = edges
  const strips = emptyStrips(count, straight)
  const framing = framingOf(frame)
  for (let place = 0; place < count; place += 1) {
    const edge = edges.at(place)
    writeCourse(strips, place, nodes, edges, place, framing)
    writeLook(strips, place, edge, {
      width: edge.width,
      colour: edge.colour,
      pale: edge.change === 'same',
    })
    if (place % stride === stride - 1) yield
  }
  return strips
}

/** Strips with nothing in them. */
export function emptyStrips(count: number, straight: number): EdgeStrips {
  const floats = new Float32Array(count * floatsPerStrip)
  return { floats, bytes: new Uint32Array(floats.buffer), count, straight }
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
  const source = nodes.at(edges.source(place))
  const target = nodes.at(edges.target(place))
  const { bend } = edges.at(place)
  const isLoop = source === target
  const at = row * floatsPerStrip
  // One by one: a list for each of many edges would cost more than all the rest.
  floats[at] = 0.5 + (source.x - x) / span
  floats[at + 1] = 0.5 + (source.y - y) / span
  floats[at + 2] = 0.5 + (target.x - x) / span
  floats[at + 3] = 0.5 + (target.y - y) / span
  if (isLoop) {
    floats[at + 4] = legReach(source, loop.direction + loop.spread * 0.9)
    floats[at + 5] = legReach(source, loop.direction - loop.spread * 0.9)
    floats[at + 6] = 0
    floats[at + 7] = Math.max(1, bend)
    return
  }
  const dx = target.x - source.x
  const dy = target.y - source.y
  const turnX = -2 * bend * dy
  const turnY = 2 * bend * dx
  floats[at + 4] = source.size * quickReach(source.picture.shape, dx / 2 + turnX, dy / 2 + turnY)
  floats[at + 5] = target.size * quickReach(target.picture.shape, turnX - dx / 2, turnY - dy / 2)
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
  { floats, bytes }: EdgeStrips,
  row: number,
  { line, arrow, change = 'same' }: PictureEdge,
  { width, colour, pale }: EdgeInk,
): void {
  const at = row * floatsPerStrip
  floats[at + stripFields.width] = width
  floats[at + stripFields.style] =
    edgeStyles.pattern[line] +
    edgeStyles.arrow[arrow] +
    (pale ? edgeStyles.pale : 0) +
    edgeStyles.change * changeNumbers[change]
  bytes[at + stripFields.colour] = packedColour(colour)
}

/** How far a loop's leg begins from the centre of its node. */
function legReach({ size, picture }: SceneNode, angle: number): number {
  return size * quickReach(picture.shape, Math.cos(angle), Math.sin(angle))
}
