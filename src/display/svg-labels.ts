import type { Point } from '../model/knowledge.ts'
import type { Curve } from './edge-path.ts'
import { pointOn } from './edge-path.ts'
import { placeLabels } from './label-placement.ts'
import type { Box, LabelCandidate, Obstacle } from './label-placement.ts'
import { outlineReach } from './outline-reach.ts'
import { reachOf } from './svg-changes.ts'
import type { Badge } from './svg-changes.ts'
import type { PlacedNode } from './svg-marks.ts'
import { shortened } from './shortened.ts'
import { digits, xml } from './svg-text.ts'
import type { Measure } from './svg-text.ts'

/** A text with the place that it has taken. */
export interface Label {
  readonly text: string
  readonly fontPx: number
  readonly of: 'guide' | 'node' | 'edge'
  readonly box: Box
  /** Which side of the box the text keeps to when the viewer's font is wider or narrower. */
  readonly anchor: 'start' | 'middle' | 'end'
}

/** An edge's text and the curve that it may stand on. */
export interface EdgeText {
  readonly text: string
  readonly curve: Curve
  readonly loop: boolean
  /** What lies on it, and under no words. */
  readonly badge?: Badge | undefined
}

/** Words above a point. */
export interface GuideText {
  readonly text: string
  readonly at: Point
}

/** What stands in the picture beside the names of nodes. */
export interface OtherTexts {
  readonly guides: readonly GuideText[]
  readonly edges: readonly EdgeText[]
  /** Whether edges get their texts, which names avoid only as lines else. */
  readonly withEdgeTexts: boolean
}

const widest = 220
const guideFontPx = 13
const edgeFontPx = 10
const padding = 2
/** So many nodes get their name even where it covers a smaller node. */
const mostImportant = 12

/**
 * Words of guides, labels of nodes, the first node first, then of edges, none over another, all
 * inside `area`; over a node only where it is smaller and the label one of the first. Without a
 * place it is left out. A node's label takes the side where it lies on the fewest of the edges'
 * lines.
 */
export function labelsOf(
  nodes: readonly PlacedNode[],
  { guides, edges, withEdgeTexts }: OtherTexts,
  area: Box,
  measure: Measure,
): readonly Label[] {
  const inkUnder = inkOf(edges.map(({ curve }) => curve))
  const wishes = [
    ...guides.map((guide) => guideWish(guide, measure)),
    ...nodes
      .flatMap((node, owner) => nodeWish(node, owner, measure))
      .map((wish) => ({ ...wish, places: sortedBy(wish.places, ({ box }) => inkUnder(box)) })),
    ...(withEdgeTexts ? edges.flatMap((edge) => edgeWish(edge, measure)) : []),
  ].map((wish) => ({ ...wish, places: wish.places.filter(({ box }) => inside(box, area)) }))
  const badges = [...nodes, ...edges].flatMap(({ badge }) => badge ?? []).map(badgeObstacle)
  const candidates = wishes.map(({ label, places, owner }): LabelCandidate => ({
    boxes: places.map(({ box }) => box),
    pinned: label.of === 'guide',
    weight: owner !== undefined && owner < mostImportant ? (nodes[owner]?.radius ?? 0) : 0,
    ...(owner === undefined ? {} : { owner }),
  }))
  return placeLabels(candidates, [...nodes.map(obstacle), ...badges], area).flatMap(
    ({ candidate, place }) => {
      const wish = wishes[candidate]
      const taken = wish?.places[place]
      return wish === undefined || taken === undefined ? [] : [{ ...wish.label, ...taken }]
    },
  )
}

/** The labels as SVG: all halos below all texts, so that no halo eats into a neighbour. */
export function labelMarks(
  labels: readonly Label[],
  colours: { readonly text: string; readonly edgeText: string; readonly halo: string },
): string {
  const texts = labels.map(({ text, fontPx, of, box, anchor }) => {
    const x = {
      start: box.left + padding,
      middle: (box.left + box.right) / 2,
      end: box.right - padding,
    }[anchor]
    // The middle of the box to the baseline: a little over a third of the font's size.
    const y = (box.top + box.bottom) / 2 + fontPx * 0.35
    const fill =
      of === 'edge' ? ` fill="${colours.edgeText}"` : of === 'guide' ? ' fill-opacity="0.75"' : ''
    const weight = of === 'guide' ? ' font-weight="600"' : ''
    const aligned = anchor === 'middle' ? '' : ` text-anchor="${anchor}"`
    const body = `x="${digits(x)}" y="${digits(y)}" font-size="${fontPx}"${weight}${aligned}`
    return { fill, body, text: xml(text) }
  })
  const halos = texts.map(({ body, text }) => `<text ${body}>${text}</text>`)
  const inks = texts.map(({ body, fill, text }) => `<text ${body}${fill}>${text}</text>`)
  return [
    `<g text-anchor="middle" aria-hidden="true" fill="none" stroke="${colours.halo}" stroke-width="3" stroke-linejoin="round" stroke-opacity="0.9">`,
    ...halos,
    '</g>',
    `<g text-anchor="middle" fill="${colours.text}">`,
    ...inks,
    '</g>',
  ].join('\n')
}

interface Wish {
  readonly label: Omit<Label, 'box' | 'anchor'>
  readonly places: readonly Place[]
  readonly owner?: number
}

interface Place {
  readonly box: Box
  readonly anchor: Label['anchor']
}

function nodeWish(node: PlacedNode, owner: number, measure: Measure): readonly Wish[] {
  const { at, radius, ring, shape, badge } = node
  const fontPx = radius > 16 ? 14 : radius > 10 ? 13 : 12
  const text = shortened(node.label, widest, (line) => measure(line, fontPx))
  if (text === '') return []
  const width = measure(text, fontPx) + padding * 2
  const height = fontPx * 1.35
  const place = (anchor: Label['anchor'], left: number, top: number): Place => ({
    anchor,
    box: { left, top, right: left + width, bottom: top + height },
  })
  const reach = (x: number, y: number): number =>
    Math.max(ring, radius * outlineReach(shape, x, y)) + 3
  const middle = at.y - height / 2
  const side = Math.max(ring, radius) * 0.75 + 1
  const [right, left] = [at.x + side, at.x - side - width]
  const [above, below] = [at.y - side - height, at.y + side]
  const places = [
    place(
      'start',
      Math.max(at.x + reach(1, 0), badge ? badge.at.x + reachOf(badge) : -Infinity),
      middle,
    ),
    place('end', at.x - reach(-1, 0) - width, middle),
    place('middle', at.x - width / 2, at.y + reach(0, -1)),
    place('middle', at.x - width / 2, at.y - reach(0, 1) - height),
    place('start', right, above),
    place('start', right, below),
    place('end', left, above),
    place('end', left, below),
  ]
  return [{ label: { text, fontPx, of: 'node' }, places, owner }]
}

function guideWish({ text, at }: GuideText, measure: Measure): Wish {
  // Bold type is wider than what is measured.
  const [width, height] = [measure(text, guideFontPx) * 1.08 + padding * 2, guideFontPx * 1.35]
  const [left, bottom] = [at.x - width / 2, at.y - 3]
  const box = { left, top: bottom - height, right: left + width, bottom }
  return { label: { text, fontPx: guideFontPx, of: 'guide' }, places: [{ anchor: 'middle', box }] }
}

function edgeWish(
  { text: label, curve, loop, badge }: EdgeText,
  measure: Measure,
): readonly Wish[] {
  const text = shortened(label, widest, (line) => measure(line, edgeFontPx))
  if (text === '') return []
  const [width, height] = [measure(text, edgeFontPx) + padding * 2, edgeFontPx * 1.3]
  const centred = (t: number): Place => {
    const { x, y } = pointOn(curve, t)
    const [left, top] = [x - width / 2, y - height / 2]
    return { anchor: 'middle', box: { left, top, right: left + width, bottom: top + height } }
  }
  const beyond = (): Place => {
    const { x, y } = pointOn(curve, 0.5)
    const box = { left: x + 1, top: y - height - 1, right: x + 1 + width, bottom: y - 1 }
    return { anchor: 'start', box }
  }
  const along = badge === undefined ? [0.5, 0.42, 0.58, 0.34, 0.66] : [0.34, 0.66, 0.26, 0.74]
  const places = loop ? [beyond()] : along.map(centred)
  return [{ label: { text, fontPx: edgeFontPx, of: 'edge' }, places }]
}

function obstacle({ at, radius, ring }: PlacedNode): Obstacle {
  const reach = Math.max(ring, radius * 1.15)
  const box = { left: at.x - reach, top: at.y - reach, right: at.x + reach, bottom: at.y + reach }
  return { box, weight: radius }
}

/** No words lie over what became of a thing. */
function badgeObstacle(badge: Badge): Obstacle {
  const [{ x, y }, reach] = [badge.at, reachOf(badge)]
  const box = { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
  return { box, weight: Infinity }
}

function inside(box: Box, area: Box): boolean {
  return (
    box.left >= area.left &&
    box.top >= area.top &&
    box.right <= area.right &&
    box.bottom <= area.bottom
  )
}

/** Counts how much of the curves lies under a box, in points some pixels apart. */
function inkOf(curves: readonly Curve[]): (box: Box) => number {
  const cell = 32
  const cells = new Map<string, Point[]>()
  for (const curve of curves) {
    const [start, , , end] = curve
    const steps = Math.min(400, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / 5) + 12)
    for (let step = 0; step <= steps; step += 1) {
      const point = pointOn(curve, step / steps)
      const key = `${Math.floor(point.x / cell)} ${Math.floor(point.y / cell)}`
      const points = cells.get(key)
      if (points === undefined) cells.set(key, [point])
      else points.push(point)
    }
  }
  return (box) => {
    let count = 0
    for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x += 1) {
      for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y += 1) {
        for (const point of cells.get(`${x} ${y}`) ?? []) {
          if (
            point.x > box.left &&
            point.x < box.right &&
            point.y > box.top &&
            point.y < box.bottom
          )
            count += 1
        }
      }
    }
    return count
  }
}

function sortedBy<Item>(items: readonly Item[], weight: (item: Item) => number): readonly Item[] {
  const weights = new Map(items.map((item) => [item, weight(item)]))
  return items.toSorted((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0))
}
