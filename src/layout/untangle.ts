import type { Point } from '../model/knowledge.ts'
import { bounds } from './frame.ts'

/** What one crossing costs is the unit. */
const prices = { crossing: 1, crowding: 4, touching: 2.5, length: 0.55, spread: 9 }
/** Free pixels that a node wants around it, and an edge to a node that is not its own. */
const nodeRoom = 40
const edgeRoom = 9
/** Pixels; an edge of this length is neither short nor long. */
const edgeLength = 70
/** Labels are written level: a neighbour beside a node is more in the way than one above it. */
const level = 0.75
/** Step lengths in pixels of the successive rounds. */
const strides = [
  240, 160, 110, 80, 55, 160, 80, 40, 110, 55, 28, 80, 40, 20, 55, 28, 14, 40, 20, 10,
]
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
 * drawing has. O(rounds · edges · (nodes + edges)); `work` is the greatest number of rounds.
 */
export function untangled(drawing: Drawing, rounds: number): readonly Point[] {
  const sheet = createSheet(drawing)
  const box = bounds(drawing.points)
  for (const stride of strides.slice(Math.max(0, strides.length - rounds))) {
    let moved = false
    for (let node = 0; node < drawing.points.length; node += 1)
      if (improve(sheet, node, stride, box)) moved = true
    if (!moved && stride === strides.at(-1)) break
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
  readonly neighbours: readonly (readonly number[])[]
}

function createSheet({ points, radii, edges }: Drawing): Sheet {
  const neighbours = points.map((): number[] => [])
  for (const { source, target } of edges) {
    neighbours[source]?.push(target)
    neighbours[target]?.push(source)
  }
  return {
    xs: Float64Array.from(points, ({ x }) => x),
    ys: Float64Array.from(points, ({ y }) => y),
    radii: Float64Array.from(radii),
    sources: Uint32Array.from(edges, ({ source }) => source),
    targets: Uint32Array.from(edges, ({ target }) => target),
    neighbours,
  }
}

function improve(
  sheet: Sheet,
  node: number,
  stride: number,
  box: ReturnType<typeof bounds>,
): boolean {
  const home = { x: sheet.xs[node] ?? 0, y: sheet.ys[node] ?? 0 }
  let best = home
  let lowest = priceAt(sheet, node, home.x, home.y)
  const attempt = (x: number, y: number): void => {
    if (x < box.left || x > box.right || y < box.bottom || y > box.top) return
    const price = priceAt(sheet, node, x, y, lowest)
    if (price >= lowest - 1e-9) return
    lowest = price
    best = { x, y }
  }
  const middle = middleOfNeighbours(sheet, node)
  for (const [x, y] of directions) {
    attempt(home.x + x * stride, home.y + y * stride)
    attempt(middle.x + x * stride, middle.y + y * stride)
  }
  sheet.xs[node] = best.x
  sheet.ys[node] = best.y
  return best !== home
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
    price += edgePrice(sheet, node, other, x, y, toX, toY)
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
    const gap = distance - own - (radii[other] ?? 0)
    price += prices.spread / (distance + 30)
    if (gap < nodeRoom) price += prices.crowding * ((nodeRoom - gap) / nodeRoom) ** 2
  }
  return price
}

/** Crossings of the edge from x, y with all others, and foreign nodes that it touches. */
function edgePrice(
  sheet: Sheet,
  node: number,
  other: number,
  x: number,
  y: number,
  toX: number,
  toY: number,
): number {
  const { xs, ys, radii, sources, targets } = sheet
  const left = Math.min(x, toX)
  const right = Math.max(x, toX)
  const bottom = Math.min(y, toY)
  const top = Math.max(y, toY)
  let price = 0
  for (let edge = 0; edge < sources.length; edge += 1) {
    const a = sources[edge] ?? 0
    const b = targets[edge] ?? 0
    if (a === node || b === node || a === other || b === other) continue
    const ax = xs[a] ?? 0
    const ay = ys[a] ?? 0
    const bx = xs[b] ?? 0
    const by = ys[b] ?? 0
    if ((ax < left && bx < left) || (ax > right && bx > right)) continue
    if ((ay < bottom && by < bottom) || (ay > top && by > top)) continue
    if (side(x, y, toX, toY, ax, ay) === side(x, y, toX, toY, bx, by)) continue
    if (side(ax, ay, bx, by, x, y) !== side(ax, ay, bx, by, toX, toY)) price += prices.crossing
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
  const { xs, ys, sources, targets } = sheet
  const room = (sheet.radii[node] ?? 0) + edgeRoom
  let price = 0
  for (let edge = 0; edge < sources.length; edge += 1) {
    const a = sources[edge] ?? 0
    const b = targets[edge] ?? 0
    if (a === node || b === node) continue
    const ax = xs[a] ?? 0
    const ay = ys[a] ?? 0
    const bx = xs[b] ?? 0
    const by = ys[b] ?? 0
    if ((ax < x - room && bx < x - room) || (ax > x + room && bx > x + room)) continue
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

function hypotenuse(x: number, y: number): number {
  return Math.sqrt(x * x + y * y)
}
