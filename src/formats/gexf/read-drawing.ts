import type { EdgeDrawing, NodeDrawing, Point } from '../../model/knowledge.ts'
import type { XmlElement } from '../xml/read-xml.ts'

/** Called for a value that cannot be drawn: what it is, and its text as the file has it. */
export type Unreadable = (element: XmlElement, what: string, text: string) => void

/** How the file drew a node; undefined where nothing of it can be read. */
export function readNodeDrawing(
  elements: readonly XmlElement[],
  unreadable: Unreadable,
): NodeDrawing | undefined {
  let drawing: NodeDrawing = {}
  for (const element of elements) {
    if (element.local === 'position') {
      const position = readPosition(element, unreadable)
      if (position !== undefined) drawing = { ...drawing, position }
    } else if (element.local === 'size') {
      const size = readSize(element, unreadable)
      if (size !== undefined) drawing = { ...drawing, size }
    } else {
      drawing = { ...drawing, ...readLook(element, unreadable) }
    }
  }
  return Object.keys(drawing).length === 0 ? undefined : drawing
}

/** How the file drew an edge; undefined where nothing of it can be read. */
export function readEdgeDrawing(
  elements: readonly XmlElement[],
  unreadable: Unreadable,
): EdgeDrawing | undefined {
  let drawing: EdgeDrawing = {}
  for (const element of elements) {
    if (element.local === 'thickness') {
      const thickness = readSize(element, unreadable)
      if (thickness !== undefined) drawing = { ...drawing, thickness }
    } else {
      const { colour, shape } = readLook(element, unreadable)
      drawing = {
        ...drawing,
        ...(colour === undefined ? {} : { colour }),
        ...(shape === undefined ? {} : { shape }),
      }
    }
  }
  return Object.keys(drawing).length === 0 ? undefined : drawing
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

function readPosition(
  element: XmlElement,
  unreadable: Unreadable,
): (Point & { readonly z?: number }) | undefined {
  const texts = ['x', 'y', 'z'].map((axis) => element.attributes.get(axis))
  const [x, y, z] = texts.map((text) => (text === undefined ? undefined : floatIn(text)))
  const zText = texts[2]
  if (x === undefined || y === undefined || (zText !== undefined && z === undefined)) {
    const shown = texts.map((text) => text ?? '').join(', ')
    unreadable(element, 'position', zText === undefined ? shown.replace(/, $/, '') : shown)
  }
  if (x === undefined || y === undefined) return undefined
  return { x, y, ...(z === undefined ? {} : { z }) }
}

function readSize(element: XmlElement, unreadable: Unreadable): number | undefined {
  const text = element.attributes.get('value') ?? ''
  const size = floatIn(text)
  if (size !== undefined && size >= 0) return size
  unreadable(element, element.local, text)
  return undefined
}

function readLook(
  element: XmlElement,
  unreadable: Unreadable,
): { readonly colour?: string; readonly shape?: string; readonly image?: string } {
  if (element.local === 'shape') {
    const shape = element.attributes.get('value')
    const image = element.attributes.get('uri')
    return {
      ...(shape === undefined ? {} : { shape }),
      ...(image === undefined ? {} : { image }),
    }
  }
  if (element.local !== 'color' && element.local !== 'colour') return {}
  const colour = readColour(element.attributes)
  if (colour !== undefined) return { colour }
  const parts = ['r', 'g', 'b', 'a', 'hex'].flatMap((name) => {
    const value = element.attributes.get(name)
    return value === undefined ? [] : [`${name}=${value}`]
  })
  unreadable(element, 'colour', parts.join(' '))
  return {}
}

function readColour(attributes: ReadonlyMap<string, string>): string | undefined {
  const hex = attributes.get('hex')
  const base = hex === undefined ? channels(attributes) : hexColour(hex.trim())
  const alpha = attributes.get('a')
  if (base === undefined || alpha === undefined || base.length > 7) return base
  const share = floatIn(alpha)
  if (share === undefined || share < 0 || share > 1) return undefined
  const byte = Math.round(share * 255)
  return byte === 255 ? base : `${base}${byte.toString(16).padStart(2, '0')}`
}

function channels(attributes: ReadonlyMap<string, string>): string | undefined {
  const texts = ['r', 'g', 'b'].map((name) => (attributes.get(name) ?? '').trim())
  if (!texts.every((text) => /^\d{1,3}$/.test(text) && Number(text) <= 255)) return undefined
  return `#${texts.map((text) => Number(text).toString(16).padStart(2, '0')).join('')}`
}

function hexColour(text: string): string | undefined {
  const digits = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text)?.[1]?.toLowerCase()
  if (digits === undefined) return undefined
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits
  return `#${long.length === 8 && long.endsWith('ff') ? long.slice(0, 6) : long}`
}
