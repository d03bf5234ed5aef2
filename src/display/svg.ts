import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { extentOf } from '../layout/extent.ts'
import type { Extent } from '../layout/extent.ts'
import type { ColourLegend } from './colour-legend.ts'
import type { Box } from './label-placement.ts'
import type { Line } from './line.ts'
import type { Picture, PictureNode, PictureTheme } from './picture.ts'
import {
  badgeMark,
  changesIn,
  edgeBadge,
  ghostOutline,
  nodeBadge,
  withPale,
} from './svg-changes.ts'
import { labelMarks, labelsOf } from './svg-labels.ts'
import { legendOf } from './svg-legend.ts'
import type { ChangeLegend, LegendEntry } from './svg-legend.ts'
import { curveOf, edgeMark, shapeMark, titleOf, visibleCurve } from './svg-marks.ts'
import type { PlacedNode } from './svg-marks.ts'
import { digits, fontFamilies, wrapped, xml } from './svg-text.ts'
import type { Measure } from './svg-text.ts'

export interface SvgOptions {
  readonly title: string
  /** The whole page in CSS pixels, title, legend and caption included. */
  readonly width: number
  readonly height: number
  readonly measure: Measure
  readonly legend?: readonly LegendEntry[]
  /** What the colours of nodes tell, where that is an amount. */
  readonly colours?: ColourLegend | undefined
  /** What the signs of changes are told by, where the picture has any. */
  readonly changes?: Pick<ChangeLegend, 'title' | 'note'> | undefined
  /** Sources and version, in plain words; it is wrapped. */
  readonly caption?: string
  /** `whole`: everything, fitted; else what the window shows. */
  readonly frame: 'whole' | Extent
}

const margin = 28
const titlePx = 20
const captionPx = 11
/** Room around the outermost nodes for loops and labels. */
const padding = 44
/** Beyond this many edges their labels would only be noise. */
const mostEdgeLabels = 60

/**
 * The picture as a complete SVG file: title, edges, nodes, labels, legend and caption. The same
 * input gives the same bytes; fonts are the viewer's own.
 */
export function svgOf(plain: Picture, theme: PictureTheme, options: SvgOptions): string {
  const { width, height, title, caption = '', measure } = options
  const inner = Math.max(1, width - 2 * margin)
  const titleLines = wrapped(title, inner, titlePx, measure)
  const captionLines = wrapped(caption, inner, captionPx, measure)
  const picture = withPale(plain, theme)
  const lines = uncommonLines(plain, theme)
  const legendAt = (top: number) =>
    legendOf(
      {
        entries: options.legend ?? [],
        colours: options.colours,
        lines,
        changes: changeLegend(plain, theme, options.changes),
      },
      { left: margin, top, width: inner },
      measure,
    )
  const captionHeight = captionLines.length * captionPx * 1.5
  const top = margin + titleLines.length * titlePx * 1.3
  const bottom = height - margin - captionHeight - legendAt(0).height - 6
  const legend = legendAt(bottom)
  const area = { left: margin, top, right: width - margin, bottom: Math.max(top + 1, bottom) }
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${digits(width)}" height="${digits(height)}" viewBox="0 0 ${digits(width)} ${digits(height)}" role="img" aria-labelledby="orrery-title orrery-description" font-family="${fontFamilies}">`,
    `<title id="orrery-title">${xml(title)}</title>`,
    `<desc id="orrery-description">${xml(caption)}</desc>`,
    `<rect width="100%" height="100%" fill="${theme.background}"/>`,
    ...textLines(
      titleLines,
      margin + titlePx * 0.8,
      titlePx,
      `fill="${theme.label}" font-weight="600"`,
    ),
    ...graphMarks(picture, theme, area, options),
    `<g font-size="12" fill="${theme.label}">`,
    ...legend.marks,
    '</g>',
    ...textLines(
      captionLines,
      height - margin - captionHeight + captionPx * 1.4,
      captionPx,
      `fill="${theme.label}" fill-opacity="0.72"`,
    ),
    '</svg>',
  ].join('\n')}\n`
}

function textLines(
  lines: readonly string[],
  first: number,
  fontPx: number,
  attributes: string,
): readonly string[] {
  const step = fontPx === titlePx ? 1.3 : 1.5
  return lines.map(
    (line, index) =>
      `<text x="${margin}" y="${digits(first + index * fontPx * step)}" font-size="${fontPx}" ${attributes}>${xml(line)}</text>`,
  )
}

function graphMarks(
  picture: Picture,
  theme: PictureTheme,
  area: Box,
  { frame, measure }: SvgOptions,
): readonly string[] {
  const project = projection(cornersOf(picture), area, frame)
  const placed = new Map<EntityId, PlacedNode & PictureNode>()
  for (const node of picture.nodes) {
    placed.set(node.id, {
      ...node,
      at: project.point(node),
      radius: node.size * project.scale,
      ring: node.disputed ? node.size * project.scale * 1.2 + 4 : 0,
      badge: nodeBadge(node, project.point(node), node.size * project.scale),
    })
  }
  const ends = picture.edges.flatMap((edge) => {
    const [source, target] = [placed.get(edge.source), placed.get(edge.target)]
    return source === undefined || target === undefined ? [] : [{ edge, source, target }]
  })
  const edgeTexts = ends.map(({ edge, source, target }) => ({
    text: edge.label,
    curve: curveOf(edge, source, target),
    loop: source === target,
    badge:
      edge.change === undefined ? undefined : edgeBadge(edge, visibleCurve(edge, source, target)),
  }))
  const guides = (picture.guides ?? []).map(({ x, y, radius, text }) => ({
    text,
    middle: project.point({ x, y }),
    at: project.point({ x, y: y + radius }),
  }))
  const withEdgeTexts = ends.length <= mostEdgeLabels
  const texts = { guides, edges: edgeTexts, withEdgeTexts }
  const labels = labelsOf([...placed.values()], texts, area, measure)
  return [
    `<clipPath id="orrery-area"><rect x="${digits(area.left)}" y="${digits(area.top)}" width="${digits(area.right - area.left)}" height="${digits(area.bottom - area.top)}"/></clipPath>`,
    '<g clip-path="url(#orrery-area)">',
    ...guides
      .filter(({ at, middle }) => at.y < middle.y)
      .map(({ at, middle }) => {
        const [x, y, radius] = [middle.x, middle.y, middle.y - at.y].map(digits)
        return `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${theme.faded}"/>`
      }),
    '<g stroke-linecap="butt" stroke-linejoin="round">',
    ...ends.map(({ edge, source, target }) => edgeMark(edge, source, target, theme.background)),
    '</g>',
    `<g stroke="${theme.background}" stroke-width="1">`,
    // The most important nodes come first in the picture and lie on top of the others.
    ...[...placed.values()].toReversed().map((node) => nodeMark(node, theme)),
    '</g>',
    labelMarks(labels, { text: theme.label, edgeText: theme.label, halo: theme.background }),
    '</g>',
  ]
}

function nodeMark(node: PlacedNode & PictureNode, theme: PictureTheme): string {
  const { shape, at, radius, ring, colour, label, disputed, change, badge } = node
  const around = disputed
    ? shapeMark('circle', at, ring, `fill="none" stroke="${theme.disputed}" stroke-width="1.5"`)
    : ''
  const body =
    change === 'removed'
      ? shapeMark(shape, at, radius, ghostOutline(shape, radius, colour, theme.background))
      : shapeMark(shape, at, radius, `fill="${colour}"`)
  const sign = badge === undefined ? '' : badgeMark(badge, theme[badge.change], theme.background)
  return `<g>${titleOf(label, change)}${around}${body}${sign}</g>`
}

/** How lines look that are not plain, as far as the picture has any. */
function uncommonLines({ nodes, edges }: Picture, theme: PictureTheme): ReadonlyMap<Line, string> {
  const lines = new Map<Line, string>()
  for (const { line, colour, change = 'same' } of edges) {
    // The colour of a change tells nothing of what the statement rests on.
    if (line !== 'plain' && (change === 'same' || !lines.has(line))) lines.set(line, colour)
  }
  if (nodes.some(({ disputed }) => disputed)) lines.set('waved', theme.disputed)
  return lines
}

function changeLegend(
  picture: Picture,
  theme: PictureTheme,
  words: SvgOptions['changes'],
): ChangeLegend | undefined {
  const classes = changesIn(picture)
  if (words === undefined || classes === undefined) return undefined
  return { ...words, marks: classes.map((change) => ({ change, colour: theme[change] })), theme }
}

interface Projection {
  readonly point: (point: Point) => Point
  /** By how much nodes grow or shrink. */
  readonly scale: number
}

/** Points at the rim of all that is drawn. */
function cornersOf({ nodes, guides = [] }: Picture): readonly Point[] {
  const corners = guides.flatMap(({ x, y, radius }) => [
    { x: x - radius, y: y - radius },
    { x: x + radius, y: y + radius },
  ])
  return [...nodes, ...corners]
}

function projection(points: readonly Point[], area: Box, frame: SvgOptions['frame']): Projection {
  const room = frame === 'whole' ? padding : 0
  const shown = frame === 'whole' ? extentOf(points) : frame
  const width = Math.max(1, area.right - area.left - 2 * room)
  const height = Math.max(1, area.bottom - area.top - 2 * room)
  const scale = Math.min(
    width / Math.max(1e-9, shown.right - shown.left),
    height / Math.max(1e-9, shown.top - shown.bottom),
    frame === 'whole' ? 2.5 : 1e9,
  )
  const middle = { x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2 }
  const centre = { x: (shown.left + shown.right) / 2, y: (shown.bottom + shown.top) / 2 }
  return {
    point: ({ x, y }) => ({
      x: middle.x + (x - centre.x) * scale,
      y: middle.y - (y - centre.y) * scale,
    }),
    // Nodes that just fit side by side in graph units still do on the page.
    scale: Math.min(1.25, Math.max(0.05, scale)),
  }
}
