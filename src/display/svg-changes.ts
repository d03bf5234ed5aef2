import { changeClasses } from '../model/change-class.ts'
import type { ChangeClass } from '../model/change-class.ts'
import type { Point } from '../model/knowledge.ts'
import { changeSigns } from './change-signs.ts'
import { pointOn } from './edge-path.ts'
import type { Curve } from './edge-path.ts'
import { paleEdge, paleNode } from './pale.ts'
import type { Picture, PictureEdge, PictureNode, PictureTheme } from './picture.ts'
import type { Shape } from './shape.ts'
import { corners } from './shape.ts'
import { digits } from './svg-text.ts'

/** The disc that says what became of a node or line, and where it lies, in CSS pixels. */
export interface Badge {
  readonly change: ChangeClass
  readonly at: Point
  /** 1 for a disc of radius 6. */
  readonly scale: number
}

/** With a rim in the colour of the background. */
const badgeRadius = 7.3
/** On a shorter line there would be nothing but the disc. */
const shortestMarked = 24

/** The badge at the upper right of a node; none where nothing became of it. */
export function nodeBadge(
  { change }: Pick<PictureNode, 'change'>,
  at: Point,
  radius: number,
): Badge | undefined {
  if (change === undefined || change === 'same') return undefined
  const scale = Math.min(1, Math.max(0.6, radius / 6))
  const aside = radius * 0.7 + 3 * scale
  return { change, at: { x: at.x + aside, y: at.y - aside }, scale }
}

/** The badge in the middle of what is seen of a line. */
export function edgeBadge(
  { change }: Pick<PictureEdge, 'change'>,
  visible: Curve | undefined,
): Badge | undefined {
  if (change === undefined || change === 'same' || visible === undefined) return undefined
  const [start, , , end] = visible
  const at = pointOn(visible, 0.5)
  // Half of the way to the middle and back: a loop begins where it ends.
  const length = Math.hypot(at.x - start.x, at.y - start.y) + Math.hypot(at.x - end.x, at.y - end.y)
  return length > shortestMarked ? { change, at, scale: 1 } : undefined
}

/** How far a badge reaches from its middle. */
export function reachOf({ scale }: Badge): number {
  return badgeRadius * scale
}

/** The badge as SVG. */
export function badgeMark({ change, at, scale }: Badge, ink: string, background: string): string {
  const place = `translate(${digits(at.x)} ${digits(at.y)}) scale(${digits(scale)})`
  return [
    `<g transform="${place}" stroke="none">`,
    `<circle r="${badgeRadius}" fill="${background}"/><circle r="6" fill="${ink}"/>`,
    `<path d="${changeSigns[change]}" fill="none" stroke="${background}" stroke-width="1.8"/></g>`,
  ].join('')
}

const widestOutline = 1.8
/** About so long is a dash of a ghost with its gap, and so much of that is drawn. */
const dashLength = 4.5
const drawnShare = 0.65
/** In dashes nobody would tell what shape a smaller one has. */
const smallestDashed = 8

/** What makes a shape of this radius the outline of a ghost, as attributes of it. */
export function ghostOutline(
  shape: Shape,
  radius: number,
  colour: string,
  background: string,
): string {
  const width = Math.min(widestOutline, Math.max(0.8, radius * 0.22))
  const drawn = `fill="${background}" stroke="${colour}" stroke-width="${digits(width)}"`
  return radius < smallestDashed ? drawn : `${drawn}${dashesAround(shape, radius)}`
}

function dashesAround(shape: Shape, radius: number): string {
  const perimeter = perimeterOf(shape, radius)
  const period = perimeter / Math.round(perimeter / dashLength)
  const dash = `${digits(period * drawnShare)} ${digits(period * (1 - drawnShare))}`
  return ` stroke-dasharray="${dash}"`
}

function perimeterOf(shape: Shape, radius: number): number {
  const around = corners(shape)
  if (around.length === 0) return 2 * Math.PI * radius
  return around.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = around[(index + 1) % around.length] ?? [x, y]
    return sum + Math.hypot(nextX - x, nextY - y) * radius
  }, 0)
}

/** The picture with what is the same in both versions of a comparison standing back. */
export function withPale(picture: Picture, theme: PictureTheme): Picture {
  return {
    ...picture,
    nodes: picture.nodes.map((node) =>
      node.change === 'same' ? { ...node, colour: paleNode(node.colour, theme.background) } : node,
    ),
    edges: picture.edges.map((edge) =>
      edge.change === 'same' ? { ...edge, colour: paleEdge(theme) } : edge,
    ),
  }
}

/** What the picture marks, in the order of every legend; undefined where it compares nothing. */
export function changesIn({ nodes, edges }: Picture): readonly ChangeClass[] | undefined {
  const found = new Set([...nodes, ...edges].map(({ change }) => change))
  found.delete(undefined)
  return found.size === 0 ? undefined : changeClasses.filter((change) => found.has(change))
}
