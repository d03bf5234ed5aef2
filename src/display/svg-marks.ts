import type { Point } from '../model/knowledge.ts'
import {
  arrivalOn,
  bentCurve,
  directionOn,
  loopCurve,
  pieceOf,
  pointOn,
  reversed,
} from './edge-path.ts'
import type { Curve } from './edge-path.ts'
import type { Line } from './line.ts'
import { outlineReach } from './outline-reach.ts'
import type { PictureEdge } from './picture.ts'
import { corners } from './shape.ts'
import type { Shape } from './shape.ts'
import { badgeMark, edgeBadge } from './svg-changes.ts'
import type { Badge } from './svg-changes.ts'
import { digits, xml } from './svg-text.ts'

/** A node where the page has it, in CSS pixels with y downwards. */
export interface PlacedNode {
  readonly at: Point
  readonly radius: number
  /** Radius of the ring around a node with a disputed fact; 0 without. */
  readonly ring: number
  readonly shape: Shape
  readonly label: string
  /** What says what became of it. */
  readonly badge?: Badge | undefined
}

/** The edge's whole curve, from centre to centre. */
export function curveOf(edge: PictureEdge, source: PlacedNode, target: PlacedNode): Curve {
  return edge.source === edge.target
    ? loopCurve(source.at, Math.max(source.radius, source.ring), Math.max(1, edge.bend))
    : bentCurve(source.at, target.at, edge.bend)
}

/** The part of its curve between the two outlines; undefined where these overlap. */
export function visibleCurve(
  edge: PictureEdge,
  source: PlacedNode,
  target: PlacedNode,
): Curve | undefined {
  const whole = curveOf(edge, source, target)
  const end = arrivalOn(whole, within(target))
  const start = 1 - arrivalOn(reversed(whole), within(source))
  return end <= start ? undefined : pieceOf(whole, start, end)
}

/** The edge as SVG: its visible line, dashed, dotted or waved where it is, and heads. */
export function edgeMark(
  edge: PictureEdge,
  source: PlacedNode,
  target: PlacedNode,
  background: string,
): string {
  const visible = visibleCurve(edge, source, target)
  if (visible === undefined) return ''
  const atEnd = edge.arrow !== 'none'
  const atStart = edge.arrow === 'both'
  const size = 6 + edge.width * 2
  const lineEnd = atEnd ? arrivalOn(visible, near(visible[3], size - 1)) : 1
  const lineStart = atStart ? 1 - arrivalOn(reversed(visible), near(visible[0], size - 1)) : 0
  const line = pieceOf(visible, lineStart, lineEnd)
  const path = edge.line === 'waved' ? wave(line, edge.width) : cubic(line)
  const heads = [
    ...(atEnd ? [head(visible[3], pointOn(visible, lineEnd), size)] : []),
    ...(atStart ? [head(visible[0], pointOn(visible, lineStart), size)] : []),
  ]
  const dash = dashAttribute(edge.line, edge.width)
  const drawn = `<path d="${path}" fill="none" stroke="${edge.colour}" stroke-width="${digits(edge.width)}"${dash}/>`
  const tips = heads.map((d) => `<path d="${d}" fill="${edge.colour}"/>`).join('')
  const badge = edgeBadge(edge, visible)
  const sign = badge === undefined ? '' : badgeMark(badge, edge.colour, background)
  const title = [source.label, edge.label, target.label].filter((part) => part !== '').join(' ')
  return `<g>${titleOf(title, edge.change)}${drawn}${tips}${sign}</g>`
}

/** What is said of a mark to whoever points at it or does not see it. */
export function titleOf(text: string, change: PictureEdge['change']): string {
  const told = change === undefined || change === 'same' ? text : `${text}, ${change}`
  return `<title>${xml(told)}</title>`
}

/** Strokes and gaps of a line that is drawn in pieces, as an attribute; "" for any other. */
export function dashAttribute(line: Line, width: number): string {
  const lengths = strokes(line, width).map(digits).join(' ')
  return lengths === '' ? '' : ` stroke-dasharray="${lengths}"`
}

function strokes(line: Line, width: number): readonly number[] {
  if (line === 'dash-dotted') {
    const unit = 3 + width
    const dot = 1.2 + 0.8 * width
    return [2.5 * unit, 1.25 * unit - dot / 2, dot, 1.25 * unit - dot / 2]
  }
  if (line === 'dotted') {
    const dot = 1.2 + 0.8 * width
    return [dot, 4.5 + width - dot]
  }
  const period = 7 + width * 2
  return line === 'dashed' ? [period * 0.56, period * 0.44] : []
}

/** A shape around `at`; `attributes` are added as they are. */
export function shapeMark(shape: Shape, at: Point, radius: number, attributes: string): string {
  if (shape === 'circle') {
    return `<circle cx="${digits(at.x)}" cy="${digits(at.y)}" r="${digits(radius)}" ${attributes}/>`
  }
  const points = corners(shape)
    .map(([x, y]) => `${digits(at.x + x * radius)},${digits(at.y + y * radius)}`)
    .join(' ')
  return `<polygon points="${points}" ${attributes}/>`
}

/** The curve as a wavy path. */
export function wave(curve: Curve, width: number): string {
  const length = lengthOf(curve)
  const lift = 1.7 + 0.3 * width
  // Whole waves, so that the line meets both of its ends.
  const turns = Math.max(1, Math.round(length / 9))
  const steps = turns * 6
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps
    const { x, y } = pointOn(curve, t)
    const direction = directionOn(curve, t)
    const by = lift * Math.sin(t * turns * 2 * Math.PI)
    return `${digits(x - direction.y * by)} ${digits(y + direction.x * by)}`
  })
  return `M${points.join('L')}`
}

function within({ at, radius, ring, shape }: PlacedNode): (point: Point) => boolean {
  const gap = 1.5
  return ({ x, y }) => {
    const dx = x - at.x
    const dy = y - at.y
    return Math.hypot(dx, dy) <= Math.max(ring, radius * outlineReach(shape, dx, -dy)) + gap
  }
}

function near(centre: Point, distance: number): (point: Point) => boolean {
  return ({ x, y }) => Math.hypot(x - centre.x, y - centre.y) <= distance
}

function head(tip: Point, base: Point, size: number): string {
  const length = Math.hypot(tip.x - base.x, tip.y - base.y)
  if (length === 0) return ''
  const [dx, dy] = [(tip.x - base.x) / length, (tip.y - base.y) / length]
  const half = size * 0.42
  const corner = (side: 1 | -1): string =>
    `${digits(tip.x - dx * size - dy * half * side)} ${digits(tip.y - dy * size + dx * half * side)}`
  return `M${digits(tip.x)} ${digits(tip.y)}L${corner(1)}L${corner(-1)}Z`
}

function cubic([start, first, second, end]: Curve): string {
  const point = ({ x, y }: Point): string => `${digits(x)} ${digits(y)}`
  return `M${point(start)}C${point(first)} ${point(second)} ${point(end)}`
}

function lengthOf(curve: Curve): number {
  const steps = 24
  let length = 0
  let before = curve[0]
  for (let step = 1; step <= steps; step += 1) {
    const point = pointOn(curve, step / steps)
    length += Math.hypot(point.x - before.x, point.y - before.y)
    before = point
  }
  return length
}
