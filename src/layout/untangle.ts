import type { Point } from '../model/knowledge.ts'
import { extentOf, type Extent } from './extent.ts'
import { hypotenuse } from './hypotenuse.ts'

/** What one crossing costs is the unit. */
const prices = { crossing: 1, crowding: 0.6, touching: 2.5, length: 0.55, spread: 9 }
/** Free pixels wanted between two nodes, and more per pixel of their radii: hubs need labels. */
const nodeRoom = 18
const roomPerRadius = 1.5
/** Free pixels wanted between an edge and a node that is not its own. */
const edgeRoom = 9
/** Pixels; an edge of this length is neither short nor long. */
const edgeLength = 70
/** Labels are written level: a neighbour beside a node is more in the way than one above it. */
const level = 0.7
/** Step lengths in pixels of the successive rounds. */
const strides = [220, 130, 70, 180, 100, 50, 140, 75, 35, 110, 55, 25, 80, 40, 20, 50, 25, 10]
/** Sixteen directions on a circle from Pythagorean triples, so that no sine is needed. */
const directions = [
  [1, 0],
  [12 / 13, 5 / 13],
  [0.8, 0.6],
  [0.6, 0.8],
  [5 / 13, 12 / 13],
].flatMap(
  ([x = 0, y = 0]) =>
    [
      [x, y],
      [-y, x],
      [-x, -y],
      [y, -x],
    ] as const,
)

/** A connected part of a picture in pixels: node discs and straight edges between them. */
export interface Drawing {
  readonly points: readonly Point[]
  readonly radii: readonly number[]
  readonly edges: readonly { readonly source: number; readonly target: number }[]
}

/**
 * Moves single nodes to where the drawing reads better: fewer crossings, no edges through foreign
 * nodes, room around every node, no needlessly long edges. A greedy search in rounds of shorter
 * steps after Davidson and Harel (1996), without their randomness; stays inside the bounds that the
 * drawing has. O(rounds · (nodes + edges)²), with at most 18 `rounds`.
 */
export function untangled(drawing: Drawing, rounds: number): readonly Point[] {
  const sheet = createSheet(drawing)
  const box = extentOf(drawing.points)
  const every = Math.max(1, Math.ceil(strides.length / Math.max(1, rounds)))
  for (const [round, stride] of strides.entries()) {
    if (round % every !== 0) continue
    for (let node = 0; node < drawing.points.length; node += 1) improve(sheet, node, stride, box)
  }
  return drawing.points.map((_, node) => ({ x: sheet.xs[node] ?? 0, y: sheet.ys[node] ?? 0 }))
}

/** The price of the whole drawing; the lower the better. */
export function tangle(drawing: Drawing): number {
  const sheet = createSheet(drawing)
  return drawing.points.reduce((sum, { x, y }, node) => sum + priceAt(sheet, node, x, y), 0)
}

interface Sheet {
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly radii: Float64Array
  readonly sources: Uint32Array
  readonly targets: Uint32Array
  /** Four coordinates per edge, kept beside `xs` and `ys` because the inner loop lives on them. */
  readonly ends: Float64Array
  /** Per node the places in `ends` where its x is copied. */
  readonly copies: readonly (readonly number[])[]
  readonly neighbours: readonly (readonly number[])[]
}

function createSheet({ points, radii, edges }: Drawing): Sheet {
  const neighbours = points.map((): number[] => [])
  const copies = points.map((): number[] => [])
  edges.forEach(({ source, target }, edge) => {
    neighbours[source]?.push(target)
    neighbours[target]?.push(source)
    copies[source]?.push(edge * 4)
    copies[target]?.push(edge * 4 + 2)
  })
  const sheet: Sheet = {
    xs: Float64Array.from(points, ({ x }) => x),
    ys: Float64Array.from(points, ({ y }) => y),
    radii: Float64Array.from(radii),
    sources: Uint32Array.from(edges, ({ source }) => source),
    targets: Uint32Array.from(edges, ({ target }) => target),
    ends: new Float64Array(edges.length * 4),
    copies,
    neighbours,
  }
  points.forEach(({ x, y }, node) => move(sheet, node, x, y))
  return sheet
}

function move(sheet: Sheet, node: number, x: number, y: number): void {
  sheet.xs[node] = x
  sheet.ys[node] = y
  for (const place of sheet.copies[node] ?? []) {
    sheet.ends[place] = x
    sheet.ends[place + 1] = y
  }
}

function improve(sheet: Sheet, node: number, stride: number, box: Extent): void {
  const home = { x: sheet.xs[node] ?? 0, y: sheet.ys[node] ?? 0 }
  let best = home
  let lowest = priceAt(sheet, node, home.x, home.y)
  const homeRim = rim(box, home.x, home.y)
  const attempt = (x: number, y: number): void => {
    // Rounded corners; whoever is outside already may only come nearer.
    if (rim(box, x, y) > Math.max(1, homeRim)) return
    const price = priceAt(sheet, node, x, y, lowest)
    if (price >= lowest - 1e-9) return
    lowest = price
    best = { x, y }
  }
  const middle = middleOfNeighbours(sheet, node)
  for (const [x, y] of directions) attempt(home.x + x * stride, home.y + y * stride)
  for (const [x, y] of directions.slice(4, 12))
    attempt(middle.x + x * stride, middle.y + y * stride)
  if (best !== home) move(sheet, node, best.x, best.y)
}

/** 1 on a rounded rectangle that touches the box from within, less inside, more outside. */
function rim(box: Extent, x: number, y: number): number {
  const across = (2 * x - box.left - box.right) / (box.right - box.left)
  const up = (2 * y - box.bottom - box.top) / (box.top - box.bottom)
  return across * across * across * across + up * up * up * up
}

function middleOfNeighbours(sheet: Sheet, node: number): Point {
  const list = sheet.neighbours[node] ?? []
  const count = Math.max(1, list.length)
  return {
    x: list.reduce((sum, other) => sum + (sheet.xs[other] ?? 0), 0) / count,
    y: list.reduce((sum, other) => sum + (sheet.ys[other] ?? 0), 0) / count,
  }
}

/** The share of the price that depends on this node, were it at x, y; may stop above `limit`. */
function priceAt(sheet: Sheet, node: number, x: number, y: number, limit = Infinity): number {
  let price = crowding(sheet, node, x, y)
  for (const other of sheet.neighbours[node] ?? []) {
    if (price > limit) return price
    const toX = sheet.xs[other] ?? 0
    const toY = sheet.ys[other] ?? 0
    price += (prices.length * hypotenuse(toX - x, toY - y)) / edgeLength
    price += edgePrice(sheet, node, other, x, y, limit - price)
  }
  return price > limit ? price : price + touched(sheet, node, x, y)
}

function crowding(sheet: Sheet, node: number, x: number, y: number): number {
  const { xs, ys, radii } = sheet
  const own = radii[node] ?? 0
  let price = 0
  for (let other = 0; other < xs.length; other += 1) {
    if (other === node) continue
    const distance = hypotenuse((x - (xs[other] ?? 0)) * level, y - (ys[other] ?? 0))
    const radius = own + (radii[other] ?? 0)
    const room = nodeRoom + roomPerRadius * radius
    const gap = distance - radius
    price += prices.spread / (distance + 30)
    if (gap < room) price += prices.crowding * ((room - gap) / nodeRoom) ** 2
  }
  return price
}

/** Crossings of the edge from x, y with all others, and foreign nodes that it touches; see `limit`. */
function edgePrice(
  sheet: Sheet,
  node: number,
  other: number,
  x: number,
  y: number,
  limit: number,
): number {
  const { xs, ys, radii, sources, targets, ends } = sheet
  const toX = xs[other] ?? 0
  const toY = ys[other] ?? 0
  const left = Math.min(x, toX)
  const right = Math.max(x, toX)
  const bottom = Math.min(y, toY)
  const top = Math.max(y, toY)
  let price = 0
  for (let edge = 0; edge < sources.length; edge += 1) {
    const ax = ends[edge * 4] ?? 0
    const bx = ends[edge * 4 + 2] ?? 0
    if ((ax < left && bx < left) || (ax > right && bx > right)) continue
    const ay = ends[edge * 4 + 1] ?? 0
    const by = ends[edge * 4 + 3] ?? 0
    if ((ay < bottom && by < bottom) || (ay > top && by > top)) continue
    const a = sources[edge]
    const b = targets[edge]
    if (a === node || b === node || a === other || b === other) continue
    if (side(x, y, toX, toY, ax, ay) === side(x, y, toX, toY, bx, by)) continue
    if (side(ax, ay, bx, by, x, y) === side(ax, ay, bx, by, toX, toY)) continue
    price += prices.crossing
    if (price > limit) return price
  }
  for (let third = 0; third < xs.length; third += 1) {
    if (third === node || third === other) continue
    const px = xs[third] ?? 0
    const py = ys[third] ?? 0
    const room = (radii[third] ?? 0) + edgeRoom
    if (px < left - room || px > right + room || py < bottom - room || py > top + room) continue
    price += touching(x, y, toX, toY, px, py, room)
  }
  return price
}

/** What the edges of others cost that pass too near to x, y. */
function touched(sheet: Sheet, node: number, x: number, y: number): number {
  const { sources, targets, ends } = sheet
  const room = (sheet.radii[node] ?? 0) + edgeRoom
  let price = 0
  for (let edge = 0; edge < sources.length; edge += 1) {
    const ax = ends[edge * 4] ?? 0
    const bx = ends[edge * 4 + 2] ?? 0
    if ((ax < x - room && bx < x - room) || (ax > x + room && bx > x + room)) continue
    const ay = ends[edge * 4 + 1] ?? 0
    const by = ends[edge * 4 + 3] ?? 0
    if (sources[edge] === node || targets[edge] === node) continue
    if ((ay < y - room && by < y - room) || (ay > y + room && by > y + room)) continue
    price += touching(ax, ay, bx, by, x, y, room)
  }
  return price
}

/** Price of the edge a–b passing the node p that wants so much room. */
function touching(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  px: number,
  py: number,
  room: number,
): number {
  const dx = bx - ax
  const dy = by - ay
  const square = dx * dx + dy * dy
  const along = square > 0 ? ((px - ax) * dx + (py - ay) * dy) / square : 0
  const share = Math.min(1, Math.max(0, along))
  const distance = hypotenuse(px - ax - dx * share, py - ay - dy * share)
  if (distance >= room) return 0
  return prices.touching * (0.4 + (0.6 * (room - distance)) / room)
}

function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  return (bx - ax) * (py - ay) > (by - ay) * (px - ax)
}
