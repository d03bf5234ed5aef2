import type { EdgeDrawing, NodeDrawing } from '../../model/knowledge.ts'
import type { Unfinished } from '../../model/unfinished.ts'
import { hexColour } from '../hex-colour.ts'
import type { XmlTag } from '../xml/xml-tag.ts'

/** Called for a value that cannot be drawn: what it is, and its text as the file has it. */
export type OnUnreadable = (what: string, text: string) => void

/** Adds what a viz element says of a node. */
export function addToNodeDrawing(
  drawing: Unfinished<NodeDrawing>,
  tag: XmlTag,
  unreadable: OnUnreadable,
): void {
  switch (tag.local) {
    case 'position':
      return addPosition(drawing, tag, unreadable)
    case 'size': {
      const size = readSize(tag, unreadable)
      if (size !== undefined) drawing.size = size
      return
    }
    case 'shape': {
      addShape(drawing, tag)
      const image = tag.get('uri')
      if (image !== undefined) drawing.image = image
      return
    }
    default:
      addColour(drawing, tag, unreadable)
  }
}

/** Adds what a viz element says of an edge. */
export function addToEdgeDrawing(
  drawing: Unfinished<EdgeDrawing>,
  tag: XmlTag,
  unreadable: OnUnreadable,
): void {
  switch (tag.local) {
    case 'thickness': {
      const thickness = readSize(tag, unreadable)
      if (thickness !== undefined) drawing.thickness = thickness
      return
    }
    case 'shape':
      return addShape(drawing, tag)
    default:
      addColour(drawing, tag, unreadable)
  }
}

/** A finite number as XML Schema writes it; undefined for anything else. */
export function numberIn(text: string): number | undefined {
  if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text)) return undefined
  const number = Number(text)
  return Number.isFinite(number) ? number : undefined
}

/** The largest that XML Schema's float holds, which is what GEXF draws with. */
export const largestFloat = 3.4028234663852886e38

/** Two nodes at ±1e308 would leave no picture at all: what a float cannot hold is no number here. */
function floatIn(text: string): number | undefined {
  const number = numberIn(text)
  return number !== undefined && Math.abs(number) <= largestFloat ? number : undefined
}

function addPosition(
  drawing: Unfinished<NodeDrawing>,
  tag: XmlTag,
  unreadable: OnUnreadable,
): void {
  const xText = tag.get('x')
  const yText = tag.get('y')
  const zText = tag.get('z')
  const x = xText === undefined ? undefined : floatIn(xText)
  const y = yText === undefined ? undefined : floatIn(yText)
  const z = zText === undefined ? undefined : floatIn(zText)
  if (x === undefined || y === undefined || (zText !== undefined && z === undefined)) {
    const third = zText === undefined ? '' : `, ${zText}`
    unreadable('position', `${xText ?? ''}, ${yText ?? ''}${third}`)
  }
  if (x === undefined || y === undefined) return
  drawing.position = z === undefined ? { x, y } : { x, y, z }
}

function readSize(tag: XmlTag, unreadable: OnUnreadable): number | undefined {
  const text = tag.get('value') ?? ''
  const size = floatIn(text)
  if (size !== undefined && size >= 0) return size
  unreadable(tag.local, text)
  return undefined
}

function addShape(drawing: { shape?: string }, tag: XmlTag): void {
  const shape = tag.get('value')
  if (shape !== undefined) drawing.shape = shape
}

function addColour(drawing: { colour?: string }, tag: XmlTag, unreadable: OnUnreadable): void {
  if (tag.local !== 'color' && tag.local !== 'colour') return
  const colour = readColour(tag)
  if (colour !== undefined) {
    drawing.colour = colour
    return
  }
  const parts = ['r', 'g', 'b', 'a', 'hex'].flatMap((name) => {
    const value = tag.get(name)
    return value === undefined ? [] : [`${name}=${value}`]
  })
  unreadable('colour', parts.join(' '))
}

function readColour(tag: XmlTag): string | undefined {
  const hex = tag.get('hex')
  const base = hex === undefined ? channels(tag) : hexColour(`#${hex.trim().replace(/^#/, '')}`)
  const alpha = tag.get('a')
  if (base === undefined || alpha === undefined || base.length > 7) return base
  const share = floatIn(alpha)
  if (share === undefined || share < 0 || share > 1) return undefined
  const byte = Math.round(share * 255)
  return byte === 255 ? base : `${base}${byte.toString(16).padStart(2, '0')}`
}

/** Bytes as they are written in decimal, in hexadecimal: looked up, for a file has millions. */
const inHex: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 256 }, (_, byte) => [`${byte}`, byte.toString(16).padStart(2, '0')]),
)

function channels(tag: XmlTag): string | undefined {
  const r = channel(tag.get('r'))
  const g = channel(tag.get('g'))
  const b = channel(tag.get('b'))
  return r === undefined || g === undefined || b === undefined ? undefined : `#${r}${g}${b}`
}

function channel(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (inHex.get(text) ?? unusualChannel(text.trim()))
}

/** "007" is seven. */
function unusualChannel(text: string): string | undefined {
  return /^\d{1,3}$/.test(text) ? inHex.get(`${Number(text)}`) : undefined
}
