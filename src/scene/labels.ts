import { mixColours } from '../display/mixed-colours.ts'
import { bentCurve, loopCurve, pointOn } from '../display/edge-path.ts'
import { placeLabels, type Box, type Obstacle } from '../display/label-placement.ts'
import { outlineReach } from '../display/outline-reach.ts'
import type { PictureNode } from '../display/picture.ts'
import type { Shape } from '../display/shape.ts'
import type { Point } from '../model/knowledge.ts'
import type { Focus } from './emphasis.ts'
import { canCarry, carrying } from './label-carrying.ts'
import { drawCircles, guideWishes, regionWishes } from './guides.ts'
import type { LabelFrame, OrderedWish, Wish } from './label-frame.ts'
import { createLabelText, labelFont, type LabelText } from './label-text.ts'

interface SeenNode {
  readonly rank: number
  readonly node: PictureNode
  readonly at: Point
  readonly radius: number
}

/** CSS pixels around the window within which nodes still count, so that labels do not jump in. */
const margin = 260
/** Pixels of window for each label when the whole graph is in view. */
const roomPerLabel = 11_000
const mostNodes = 1500
/** So many of the most important nodes are named even where there are no gaps for their names. */
const mostLeaders = 8

/** The labels of a picture, on a cleared canvas scaled to CSS pixels. */
export interface Labels {
  /** Finds places for them and draws them. */
  place(frame: LabelFrame): void
  /** Draws them where they were placed, carried along with the camera, which alone has moved. */
  carry(frame: LabelFrame): void
}

/** Labels where they have been placed. */
interface Placing {
  readonly frame: LabelFrame
  readonly labels: readonly { readonly wish: Wish; readonly box: Box }[]
}

/** Labels of which none is placed yet. */
export function createLabels(canvas: CanvasRenderingContext2D): Labels {
  const textOf = createLabelText(canvas)
  let placing: Placing | undefined
  const place = (frame: LabelFrame): void => {
    placing = placed(frame, textOf)
    drawCircles(canvas, frame)
    for (const { wish, box } of placing.labels) drawLabel(canvas, wish, box, frame)
  }
  return {
    place,
    carry(frame) {
      if (placing === undefined || !canCarry(placing.frame, frame)) {
        place(frame)
        return
      }
      drawCircles(canvas, frame)
      const carried = carrying(placing.frame, frame)
      for (const { wish, box } of placing.labels)
        drawLabel(canvas, wish, carried(box, wish.at ?? middleOf(box)), frame)
    },
  }
}

function placed(frame: LabelFrame, textOf: (label: string, font: string) => LabelText): Placing {
  const seen = nodesInView(frame)
  const wishes = [
    ...guideWishes(frame, textOf),
    ...regionWishes(frame, textOf),
    ...nodeWishes(seen, frame, textOf),
    ...edgeWishes(frame, textOf),
  ]
    .sort((one, other) => one.order - other.order)
    .map(({ wish }) => wish)
  const bounds = {
    left: -margin,
    top: -margin,
    right: frame.width + margin,
    bottom: frame.height + margin,
  }
  const labels = placeLabels(wishes, obstacles(seen, frame.focus), bounds).flatMap(
    ({ candidate, box }) => {
      const wish = wishes[candidate]
      return wish === undefined ? [] : [{ wish, box }]
    },
  )
  return { frame, labels }
}

function middleOf({ left, top, right, bottom }: Box): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/**
 * The nodes in and around the window, the most important first, and all that are brought out or
 * pointed at.
 */
function nodesInView(frame: LabelFrame): readonly SeenNode[] {
  const { nodes, focus, scale } = frame
  const seen: SeenNode[] = []
  // Measured in graph units, for most nodes of a large graph are nowhere near.
  const origin = frame.screenPoint({ x: 0, y: 0 })
  const left = (-margin - origin.x) / scale
  const right = (frame.width + margin - origin.x) / scale
  const top = (origin.y + margin) / scale
  const bottom = (origin.y - frame.height - margin) / scale
  const look = (rank: number): void => {
    const [x, y] = [nodes.x(rank), nodes.y(rank)]
    if (x < left || x > right || y < bottom || y > top) return
    const node = nodes.at(rank)
    seen.push({ rank, node, at: frame.screenPoint({ x, y }), radius: frame.screenRadius(node) })
  }
  let rank = 0
  for (; rank < nodes.count && seen.length < mostNodes; rank += 1) look(rank)
  for (const other of focus.nodes ?? []) if (other >= rank) look(other)
  const { hoveredNode = -1 } = focus
  if (hoveredNode >= rank && focus.nodes?.has(hoveredNode) !== true) look(hoveredNode)
  return seen
}

/** Nodes in the background are hardly in the way of labels in front. */
function obstacles(seen: readonly SeenNode[], { nodes }: Focus): readonly Obstacle[] {
  return seen.map(({ rank, at, radius }) => ({
    box: { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius },
    weight: nodes === undefined || nodes.has(rank) ? radius : radius * 0.01,
  }))
}

function nodeWishes(
  seen: readonly SeenNode[],
  frame: LabelFrame,
  textOf: (label: string, font: string) => LabelText,
): readonly OrderedWish[] {
  const { focus, theme } = frame
  const lastRank = (frame.width * frame.height) / roomPerLabel / frame.ratio ** 2
  const faded = mixColours(theme.faded, theme.label, 0.18)
  const wishes: OrderedWish[] = []
  seen.forEach((one, owner) => {
    const { rank, node, radius } = one
    const pinned = focus.selected.has(rank) || rank === focus.hoveredNode
    const brought = focus.nodes?.has(rank) === true
    if (node.label === '' || (!pinned && !brought && rank > lastRank)) return
    const size = radius > 16 ? 14 : radius > 10 ? 13 : 12
    const text = textOf(node.label, labelFont(size, pinned ? 600 : radius > 10 ? 500 : 400))
    const rings = pinned ? 6 : node.disputed ? 4 : 0
    const wish: Wish = {
      text,
      colour: focus.nodes === undefined || brought || pinned ? theme.label : faded,
      boxes: uncut(placesAround(one, text, size, rings), one.at, frame),
      // None lies over a node that is about as important as its own.
      weight: radius * (brought || pinned ? 1 : rank < lastRank / 4 ? 0.9 : 0.6),
      owner,
      pinned: pinned || (focus.nodes === undefined && rank < mostLeaders && rank < lastRank / 8),
      at: one.at,
    }
    const group = pinned ? 0 : brought ? 2e6 : 4e6
    wishes.push({ order: group + rank, wish })
  })
  return wishes
}

/** Right, left, below and above of the node; left first where the text runs leftwards. */
function placesAround(
  { at, node, radius }: SeenNode,
  { width, direction }: LabelText,
  size: number,
  rings: number,
): readonly Box[] {
  const [reachRight, reachLeft, reachBelow, reachAbove] = reachesOf(node.shape)
  const height = size * 1.35
  const box = (left: number, top: number): Box => ({
    left: left - 2,
    top,
    right: left + width + 2,
    bottom: top + height,
  })
  const middle = at.y - height / 2
  const right = box(at.x + radius * reachRight + rings + 5, middle)
  const left = box(at.x - radius * reachLeft - rings - 5 - width, middle)
  const below = box(at.x - width / 2, at.y + radius * reachBelow + rings + 2)
  const above = box(at.x - width / 2, at.y - radius * reachAbove - rings - 2 - height)
  return direction === 'rtl' ? [left, right, below, above] : [right, left, below, above]
}

type Reaches = readonly [right: number, left: number, below: number, above: number]

const reaches = new Map<Shape, Reaches>()

/** How far a shape of radius 1 reaches to its four sides. */
function reachesOf(shape: Shape): Reaches {
  const known = reaches.get(shape)
  if (known !== undefined) return known
  const reach = (x: number, y: number): number => outlineReach(shape, x, y)
  const made = [reach(1, 0), reach(-1, 0), reach(0, -1), reach(0, 1)] as const
  reaches.set(shape, made)
  return made
}

/**
 * For nodes that the window shows: the places within it, those below and above pushed aside as far
 * as that takes. A label that the window's border cuts reads as another one.
 */
function uncut(boxes: readonly Box[], at: Point, { width, height }: LabelFrame): readonly Box[] {
  if (at.x < 0 || at.x > width || at.y < 0 || at.y > height) return boxes
  if (boxes.every(({ left, right }) => left >= 0 && right <= width)) return boxes
  return boxes.flatMap((box) => {
    if (box.left >= 0 && box.right <= width) return [box]
    const beside = box.left > at.x || box.right < at.x
    if (beside || box.right - box.left > width) return []
    const shift = box.left < 0 ? -box.left : width - box.right
    return [{ ...box, left: box.left + shift, right: box.right + shift }]
  })
}

function edgeWishes(
  frame: LabelFrame,
  textOf: (label: string, font: string) => LabelText,
): readonly OrderedWish[] {
  const { focus, edges, theme } = frame
  const size = 11
  const calm = mixColours(theme.label, theme.background, 0.3)
  return [...focus.labelled].flatMap((place, index) => {
    const edge = edges.at(place)
    if (edge.label === '') return []
    const strong = focus.strongEdges.has(place)
    const text = textOf(edge.label, labelFont(size, strong ? 600 : 400))
    const wish: Wish = {
      text,
      colour: strong ? theme.accent : calm,
      boxes: placesAlong(place, frame, text, size),
      weight: 1,
      pinned: strong,
    }
    return [{ order: (strong ? 1e6 : 3e6) + index, wish }]
  })
}

/** Lying on the edge, at its middle or a little to either side. */
function placesAlong(
  place: number,
  frame: LabelFrame,
  { width }: LabelText,
  size: number,
): readonly Box[] {
  const { nodes, edges } = frame
  const { bend } = edges.at(place)
  const [source, target] = [edges.source(place), edges.target(place)]
  const from = frame.screenPoint(nodes.place(source))
  const curve =
    source === target
      ? loopCurve(from, frame.screenRadius(nodes.at(source)), Math.max(1, bend))
      : bentCurve(from, frame.screenPoint(nodes.place(target)), bend)
  const height = size * 1.35
  return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((t) => {
    const { x, y } = pointOn(curve, t)
    return {
      left: x - width / 2 - 2,
      top: y - height / 2,
      right: x + width / 2 + 2,
      bottom: y + height / 2,
    }
  })
}

function drawLabel(
  canvas: CanvasRenderingContext2D,
  { text, colour }: Wish,
  box: Box,
  { theme, pixelRatio }: LabelFrame,
): void {
  const onPixel = (value: number): number => Math.round(value * pixelRatio) / pixelRatio
  const x = onPixel(box.left + 2)
  const y = onPixel(box.top + (box.bottom - box.top) * 0.76)
  canvas.font = text.font
  canvas.direction = text.direction
  canvas.textAlign = 'left'
  canvas.textBaseline = 'alphabetic'
  canvas.lineJoin = 'round'
  canvas.lineWidth = 3.5
  canvas.strokeStyle = theme.background
  canvas.strokeText(text.text, x, y)
  canvas.fillStyle = colour
  canvas.fillText(text.text, x, y)
}
