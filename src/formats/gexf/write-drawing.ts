import type { EdgeDrawing, NodeDrawing } from '../../model/knowledge.ts'
import type { LossCount } from '../loss-count.ts'
import { xmlAttribute } from '../xml/xml-text.ts'
import { largestFloat } from './read-drawing.ts'

const nodeShapes = new Map([
  ['disc', 'disc'],
  ['circle', 'disc'],
  ['square', 'square'],
  ['triangle', 'triangle'],
  ['triangle-down', 'triangle'],
  ['diamond', 'diamond'],
  ['image', 'image'],
])
const edgeShapes = new Map([
  ['solid', 'solid'],
  ['dotted', 'dotted'],
  ['dashed', 'dashed'],
  ['double', 'double'],
])

/** The viz elements of a node, in whole lines. */
export function nodeDrawingXml(
  { position, colour, size, shape, image }: NodeDrawing,
  losses: LossCount,
): string {
  return (
    colourXml(colour, losses) +
    positionXml(position, losses) +
    sizeXml('size', size, losses) +
    shapeXml(shape, nodeShapes, image, losses)
  )
}

/** The viz elements of an edge. */
export function edgeDrawingXml(
  { colour, thickness, shape }: EdgeDrawing,
  losses: LossCount,
): string {
  return (
    colourXml(colour, losses) +
    sizeXml('thickness', thickness, losses) +
    shapeXml(shape, edgeShapes, undefined, losses)
  )
}

/** A finite number as XML and JSON write it; −0 keeps its sign. */
export function numberText(number: number): string {
  return Object.is(number, -0) ? '-0' : String(number)
}

function colourXml(colour: string | undefined, losses: LossCount): string {
  if (colour === undefined) return ''
  const digits = /^#([0-9a-f]{6})([0-9a-f]{2})?$/i.exec(colour)
  if (digits === null) {
    losses.add('colours that are not #rrggbb')
    return ''
  }
  const [, rgb = '', alpha] = digits
  const number = parseInt(rgb, 16)
  // Three decimals tell 256 steps apart.
  const a = alpha === undefined ? undefined : String(Number((parseInt(alpha, 16) / 255).toFixed(3)))
  return `        <viz:color r="${number >> 16}" g="${(number >> 8) & 255}" b="${number & 255}"${xmlAttribute('a', a)}/>\n`
}

function positionXml(position: NodeDrawing['position'], losses: LossCount): string {
  if (position === undefined) return ''
  const { x, y, z } = position
  if (![x, y, z ?? 0].every((number) => Math.abs(number) <= largestFloat)) {
    losses.add('positions beyond what GEXF holds')
    return ''
  }
  const third = z === undefined ? '' : ` z="${numberText(z)}"`
  return `        <viz:position x="${numberText(x)}" y="${numberText(y)}"${third}/>\n`
}

function sizeXml(name: string, size: number | undefined, losses: LossCount): string {
  if (size === undefined) return ''
  if (size >= 0 && size <= largestFloat)
    return `        <viz:${name} value="${numberText(size)}"/>\n`
  losses.add('sizes beyond what GEXF holds')
  return ''
}

function shapeXml(
  shape: string | undefined,
  known: ReadonlyMap<string, string>,
  image: string | undefined,
  losses: LossCount,
): string {
  if (shape === undefined) return ''
  const name = known.get(shape)
  if (name === undefined || name !== shape) losses.add('shapes that GEXF does not know')
  if (name === undefined) return ''
  if (image !== undefined && !uri.test(image)) losses.add('pictures whose address is no URI')
  const address = name === 'image' && image !== undefined && uri.test(image) ? image : undefined
  return `        <viz:shape value="${name}"${xmlAttribute('uri', address)}/>\n`
}

// What XML Schema's anyURI surely accepts.
const uri =
  /^(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-fA-F]{2})*(?:#(?:[\w\-.~/?@!$&'()*+,;=]|%[\da-fA-F]{2})*)?$/
