import type { EdgeDrawing, NodeDrawing } from '../../model/knowledge.ts'
import { largestFloat } from '../gexf/read-drawing.ts'
import { numberText } from '../gexf/write-drawing.ts'
import type { LossCount } from '../loss-count.ts'
import { xmlAttribute, xmlTextElement } from '../xml/xml-text.ts'
import { hexColour } from '../hex-colour.ts'

const nodeShapes = new Map([
  ['disc', 'ellipse'],
  ['circle', 'ellipse'],
  ['square', 'rectangle'],
])
const yedShapes: ReadonlySet<string> = new Set(
  'roundrectangle triangle diamond hexagon octagon parallelogram trapezoid trapezoid2 star5 star6 star8'.split(
    ' ',
  ),
)
const lines = new Map([
  ['solid', 'line'],
  ['dashed', 'dashed'],
  ['dotted', 'dotted'],
  ['dashed_dotted', 'dashed_dotted'],
])

/** What of a node's drawing GraphML can hold; the rest is counted. */
export function drawableNode(drawing: NodeDrawing, losses: LossCount): NodeDrawing {
  const { position, size, shape, image } = drawing
  const colour = drawableColour(drawing.colour, losses)
  const fits = [position?.x, position?.y, position?.z].every(isFloat)
  if (!fits) losses.add('positions beyond what a float holds')
  const sized = isFloat(size) && (size ?? 0) >= 0
  if (!sized) losses.add('sizes beyond what a float holds')
  const known = shape === undefined || nodeShapes.has(shape) || yedShapes.has(shape)
  if (!known || shape === 'circle') losses.add('shapes that yEd does not know')
  if (image !== undefined) losses.add('addresses of pictures')
  return {
    ...(position === undefined || !fits ? {} : { position }),
    ...(size === undefined || !sized ? {} : { size }),
    ...(shape === undefined || !known ? {} : { shape }),
    ...(colour === undefined ? {} : { colour }),
  }
}

/** What of an edge's drawing GraphML can hold; the rest is counted. */
export function drawableEdge(drawing: EdgeDrawing, losses: LossCount): EdgeDrawing {
  const { thickness, shape } = drawing
  const colour = drawableColour(drawing.colour, losses)
  const sized = isFloat(thickness) && (thickness ?? 0) >= 0
  if (!sized) losses.add('sizes beyond what a float holds')
  const known = shape === undefined || lines.has(shape)
  if (!known) losses.add('shapes that yEd does not know')
  return {
    ...(thickness === undefined || !sized ? {} : { thickness }),
    ...(shape === undefined || !known ? {} : { shape }),
    ...(colour === undefined ? {} : { colour }),
  }
}

/** The node as yEd draws it; undefined where there is nothing to draw. */
export function yedNode(
  { position, size, colour, shape }: NodeDrawing,
  label: string | undefined,
): string | undefined {
  const parts = [
    position === undefined ? '' : geometryXml(position, size),
    colour === undefined ? '' : `<y:Fill color="${colour}" transparent="false"/>`,
    label === undefined ? '' : xmlTextElement('y:NodeLabel', label),
    shape === undefined ? '' : `<y:Shape type="${nodeShapes.get(shape) ?? shape}"/>`,
  ].join('')
  return parts === '' ? undefined : `<y:ShapeNode>${parts}</y:ShapeNode>`
}

/** The edge as yEd draws it, with an arrow at each end that has one. */
export function yedEdge(
  { colour, thickness, shape }: EdgeDrawing,
  label: string,
  arrows: { readonly source: boolean; readonly target: boolean },
): string {
  const attributes = [
    xmlAttribute('color', colour),
    xmlAttribute('type', shape === undefined ? undefined : lines.get(shape)),
    xmlAttribute('width', thickness === undefined ? undefined : numberText(thickness)),
  ].join('')
  const line = attributes === '' ? '' : `<y:LineStyle${attributes}/>`
  const [source, target] = [arrows.source, arrows.target].map((at) => (at ? 'standard' : 'none'))
  const ends = `<y:Arrows source="${source}" target="${target}"/>`
  return `<y:PolyLineEdge>${line}${ends}${xmlTextElement('y:EdgeLabel', label)}</y:PolyLineEdge>`
}

/** `#rrggbb` as three numbers. */
export function channels(colour: string): readonly string[] {
  return [1, 3, 5].map((start) => String(parseInt(colour.slice(start, start + 2), 16)))
}

/** yEd counts from the upper left corner downwards; nothing where rounding would move the node. */
function geometryXml({ x, y }: { x: number; y: number }, size: number | undefined): string {
  const half = (size ?? 0) / 2
  const [left, top] = [x - half, -y - half]
  const exact = (a: number, b: number): boolean => Math.abs(a - b) < 1e-7 * Math.max(1, Math.abs(a))
  if (!exact(x, left + half) || !exact(y, -(top + half))) return ''
  const side = size === undefined ? undefined : numberText(size)
  return `<y:Geometry x="${numberText(left)}" y="${numberText(top)}"${xmlAttribute('width', side)}${xmlAttribute('height', side)}/>`
}

function drawableColour(colour: string | undefined, losses: LossCount): string | undefined {
  if (colour === undefined) return undefined
  const hex = hexColour(colour)
  if (hex === undefined) losses.add('colours that are not #rrggbb')
  return hex
}

function isFloat(number: number | undefined): boolean {
  return number === undefined || Math.abs(number) <= largestFloat
}
