import type { EdgeDrawing, NodeDrawing, Point } from '../../model/knowledge.ts'
import { largestFloat, numberIn } from '../gexf/read-drawing.ts'
import { hexColour } from '../hex-colour.ts'
import type { Found } from './key-table.ts'
import type { Native } from './native-keys.ts'
import type { Markup } from './raw-graph.ts'

/** Called for a value that cannot be drawn: where it stands, what it is, and its text. */
export type Unreadable = (offset: number, what: string, text: string) => void

/** What yEd writes of a node. */
interface YedNode {
  readonly labels: readonly string[]
  /** Its middle, with y upwards. */
  readonly position: Point | undefined
  /** Its shorter side. */
  readonly size: number | undefined
  readonly colour: string | undefined
  readonly shape: string | undefined
}

const nodeShapes = new Map([
  ['ellipse', 'disc'],
  ['rectangle', 'square'],
])

/** The node as yEd drew it; of a group, which has two looks, the first. */
export function readYedNode(all: readonly Markup[]): YedNode {
  const second = all.filter(({ local }) => local === 'Geometry')[1]
  const markup = second === undefined ? all : all.slice(0, all.indexOf(second))
  const first = (local: string): ReadonlyMap<string, string> | undefined =>
    markup.find((one) => one.local === local)?.attributes
  const geometry = first('Geometry')
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
    floatIn(geometry?.get(name) ?? ''),
  )
  const shape = first('Shape')?.get('type')
  const sized = width !== undefined && height !== undefined && width >= 0 && height >= 0
  return {
    labels: labelsIn(markup, 'NodeLabel'),
    position:
      x === undefined || y === undefined
        ? undefined
        : { x: x + (width ?? 0) / 2, y: -(y + (height ?? 0) / 2) },
    size: sized ? Math.min(width, height) : undefined,
    colour: yedColour(first('Fill')),
    shape: shape === undefined ? undefined : (nodeShapes.get(shape) ?? shape),
  }
}

/** The edge as yEd drew it, and its labels. */
export function readYedEdge(markup: readonly Markup[]): {
  readonly labels: readonly string[]
  readonly drawing: EdgeDrawing
} {
  const line = markup.find(({ local }) => local === 'LineStyle')?.attributes
  const colour = yedColour(line)
  const thickness = floatIn(line?.get('width') ?? '')
  const shape = line?.get('type')
  return {
    labels: labelsIn(markup, 'EdgeLabel'),
    drawing: {
      ...(colour === undefined ? {} : { colour }),
      ...(thickness === undefined || thickness < 0 ? {} : { thickness }),
      ...(shape === undefined ? {} : { shape: shape === 'line' ? 'solid' : shape }),
    },
  }
}

/** How the file drew a node: by keys as Gephi has them, and as yEd does, which is the later one. */
export function readNodeDrawing(
  natives: ReadonlyMap<Native, Found>,
  yed: YedNode,
  unreadable: Unreadable,
): NodeDrawing | undefined {
  const position = newer(readPosition(natives, unreadable), yed.position)
  const colour = yed.colour ?? readColour(natives, unreadable)
  const size = readSize(natives, unreadable) ?? yed.size
  const drawing: NodeDrawing = {
    ...(position === undefined ? {} : { position }),
    ...(colour === undefined ? {} : { colour }),
    ...(size === undefined ? {} : { size }),
    ...(yed.shape === undefined ? {} : { shape: yed.shape }),
  }
  return Object.keys(drawing).length === 0 ? undefined : drawing
}

/** The colour that stands under the keys r, g and b; undefined where none of them is there. */
export function readColour(
  natives: ReadonlyMap<Native, Found>,
  unreadable: Unreadable,
): string | undefined {
  const channels = (['r', 'g', 'b'] as const).map((name) => natives.get(name))
  const [some] = channels.filter((channel) => channel !== undefined)
  if (some === undefined) return undefined
  const numbers = channels.map((channel) => numberIn(channel?.text ?? ''))
  const digits = numbers.map((number) =>
    number === undefined || number < 0 || number > 255
      ? undefined
      : Math.round(number).toString(16).padStart(2, '0'),
  )
  if (!digits.includes(undefined)) return `#${digits.join('')}`
  unreadable(some.offset, 'colour', channels.map((channel) => channel?.text ?? '').join(', '))
  return undefined
}

function readPosition(
  natives: ReadonlyMap<Native, Found>,
  unreadable: Unreadable,
): NodeDrawing['position'] {
  const [xText, yText, zText] = [natives.get('x'), natives.get('y'), natives.get('z')]
  const some = xText ?? yText ?? zText
  if (some === undefined) return undefined
  const [x, y, z] = [xText, yText, zText].map((found) => floatIn(found?.text ?? ''))
  if (x === undefined || y === undefined || (zText !== undefined && z === undefined)) {
    const texts = [xText, yText, ...(zText === undefined ? [] : [zText])]
    unreadable(some.offset, 'position', texts.map((found) => found?.text ?? '').join(', '))
  }
  if (x === undefined || y === undefined) return undefined
  return { x, y, ...(z === undefined ? {} : { z }) }
}

function readSize(natives: ReadonlyMap<Native, Found>, unreadable: Unreadable): number | undefined {
  const found = natives.get('size')
  if (found === undefined) return undefined
  const size = floatIn(found.text)
  if (size !== undefined && size >= 0) return size
  unreadable(found.offset, 'size', found.text)
  return undefined
}

/** The position by keys, unless yEd has the node elsewhere by more than rounding explains. */
function newer(keyed: NodeDrawing['position'], yed: Point | undefined): NodeDrawing['position'] {
  if (yed === undefined || keyed === undefined) return keyed ?? yed
  const apart = (a: number, b: number): boolean => Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(a))
  return apart(keyed.x, yed.x) || apart(keyed.y, yed.y) ? { ...keyed, ...yed } : keyed
}

/** Two nodes at ±1e308 would leave no picture at all: what a float cannot hold is no number here. */
function floatIn(text: string): number | undefined {
  const number = numberIn(text)
  return number !== undefined && Math.abs(number) <= largestFloat ? number : undefined
}

function labelsIn(markup: readonly Markup[], local: string): readonly string[] {
  return markup
    .filter((one) => one.local === local && one.attributes.get('hasText') !== 'false')
    .map(({ text }) => text)
}

function yedColour(attributes: ReadonlyMap<string, string> | undefined): string | undefined {
  if (attributes === undefined || attributes.get('hasColor') === 'false') return undefined
  return hexColour(attributes.get('color') ?? '')
}
