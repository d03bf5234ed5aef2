import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { placeLabels } from './label-placement.ts'
import type { Box } from './label-placement.ts'
import { markRadius, spotName } from './map-picture.ts'
import type { PlacedMark } from './map-picture.ts'
import type { Size } from './world-map.ts'

/** A name on the map, and where it stands in the window, in CSS pixels. */
export interface MapLabel {
  readonly mark: PlacedMark
  readonly box: Box
  /** True for the name of a place that others stand around: it stands beside all of them. */
  readonly heading: boolean
}

const lineHeight = 18
const gap = 4

/** The labels that have room, beside their marks; that of `wanted` before all others. */
export function mapLabels(
  marks: readonly PlacedMark[],
  widthOf: (label: string, bold: boolean) => number,
  wanted: EntityId | undefined,
  { width, height }: Size,
): readonly MapLabel[] {
  const bodies = marks.map((mark) => around(mark, markRadius(mark), markRadius(mark)))
  const crowds = crowdsOf(marks, bodies)
  const order = marks
    .map((mark, owner) => ({ mark, owner, heading: crowds.has(owner) }))
    .toSorted((a, b) => Number(b.mark.node.id === wanted) - Number(a.mark.node.id === wanted))
  const candidates = order.map(({ mark: { node }, owner, heading }) => {
    const pinned = node.id === wanted
    const half = widthOf(node.label, heading) / 2
    const body = bodies[owner] ?? around({ x: 0, y: 0 }, 0, 0)
    const crowd = crowds.get(owner)
    return {
      boxes: [...(crowd === undefined ? [] : headings(crowd, half)), ...beside(body, half)]
        // A name that is cut off by the edge says nothing.
        .filter(({ left, right }) => left >= 0 && right <= width),
      // No node is covered, but for the sake of the one that is looked at.
      weight: 0,
      owner,
      pinned,
    }
  })
  const obstacles = marks.map(({ node }, at) => ({
    box: bodies[at] ?? around({ x: 0, y: 0 }, 0, 0),
    weight: node.size,
  }))
  const bounds = { left: 0, top: 0, right: width, bottom: height }
  return placeLabels(candidates, obstacles, bounds).flatMap(({ candidate, box }) => {
    const { mark, heading = false } = order[candidate] ?? {}
    return mark === undefined ? [] : [{ mark, box, heading }]
  })
}

/** By the first mark of each spot that others stand around: what all of them take up. */
function crowdsOf(marks: readonly PlacedMark[], bodies: readonly Box[]): ReadonlyMap<number, Box> {
  const middles = new Map<string, number>()
  for (const [at, mark] of marks.entries()) if (mark.leads) middles.set(spotName(mark.spot), at)
  const crowds = new Map<number, Box>()
  for (const [at, mark] of marks.entries()) {
    const middle = middles.get(spotName(mark.spot))
    if (middle === undefined || middle === at) continue
    const [crowd, body] = [crowds.get(middle) ?? bodies[middle], bodies[at]]
    if (crowd !== undefined && body !== undefined) crowds.set(middle, both(crowd, body))
  }
  return crowds
}

/** To the right, to the left, above and below. */
function beside({ left, right, top, bottom }: Box, half: number): readonly Box[] {
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const away = gap + lineHeight / 2
  return [
    { x: right + gap + half, y: middle.y },
    { x: left - gap - half, y: middle.y },
    { x: middle.x, y: top - away },
    { x: middle.x, y: bottom + away },
  ].map((point) => around(point, half, lineHeight / 2))
}

/** Over or under all of a crowd rather than at its side, where it would be the name of one of them. */
function headings(crowd: Box, half: number): readonly Box[] {
  const [right, left, above, below] = beside(crowd, half)
  return [above, below, right, left].filter((box) => box !== undefined)
}

function both(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

function around({ x, y }: Point, halfWidth: number, halfHeight: number): Box {
  return {
    left: x - halfWidth,
    right: x + halfWidth,
    top: y - halfHeight,
    bottom: y + halfHeight,
  }
}
