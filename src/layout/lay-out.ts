import type { Point } from '../model/knowledge.ts'
import { components } from './components.ts'
import { extentOf } from './extent.ts'
import { forceSettings, type ForceSettings } from './force-settings.ts'
import { createForce } from './force.ts'
import { framed } from './frame.ts'
import {
  canonicalInput,
  neighbourLists,
  radius,
  type CanonicalInput,
  type LayoutInput,
} from './layout-input.ts'
import { withoutOverlap } from './overlap.ts'
import { packed, type Part } from './pack.ts'
import { startPositions } from './start-positions.ts'
import { tangle, untangled, type Drawing } from './untangle.ts'

/** The square root of the picture's width in pixels over the number of nodes: 1000 for 150. */
const widthPerRoot = 82
const mostRounds = 18
/** Comparisons of pairs that untangling may cost per layout: below a second or so. */
const untanglingWork = 12_000_000
/** Starts to choose from where the graph is small enough. */
const seeds = 4
/** Free pixels between two discs. */
export const discMargin = 8

/**
 * The complete repeatable layout, as positions in the order of the input: centred at 0, y upwards,
 * about 1000 wide for 150 nodes and growing with the square root of their number. Every connected
 * part is laid out on its own by ForceAtlas2 from a Pivot MDS start, framed, and packed beside the
 * largest; no two discs overlap. Positions that the nodes have are not looked at. The same graph in
 * any order gives the same numbers, rounded to three decimals. `tell` hears which share of the
 * iterations is done.
 */
export function layOut(
  input: LayoutInput,
  settings: ForceSettings = forceSettings,
  tell: (share: number) => void = () => undefined,
): readonly Point[] {
  const graph = canonicalInput(input)
  const neighbours = neighbourLists(graph.nodes.length, graph.edges)
  const lists = components(neighbours)
  let behind = 0
  const parts = lists.map((nodes) => {
    const part = partOf(graph, nodes, settings, (share) =>
      tell((behind + share * nodes.length) / graph.nodes.length),
    )
    behind += nodes.length
    return part
  })
  const shifts = packed(parts, 12)
  const points = graph.nodes.map((): Point => ({ x: 0, y: 0 }))
  lists.forEach((nodes, at) => {
    const shift = shifts[at] ?? { x: 0, y: 0 }
    nodes.forEach((node, index) => {
      const point = parts[at]?.points[index] ?? shift
      points[node] = { x: point.x + shift.x, y: point.y + shift.y }
    })
  })
  const apart = centred(
    withoutOverlap(
      points.map((point, node) => ({ ...point, radius: radiusOf(graph, node) })),
      discMargin,
    ),
  )
  const result: Point[] = new Array<Point>(points.length)
  graph.origin.forEach((original, node) => {
    result[original] = apart[node] ?? { x: 0, y: 0 }
  })
  return result
}

function partOf(
  graph: CanonicalInput,
  members: readonly number[],
  settings: ForceSettings,
  tell: (share: number) => void,
): Part {
  const place = new Map(members.map((node, index) => [node, index]))
  const edges = graph.edges.flatMap((edge) => {
    const source = place.get(edge.source)
    const target = place.get(edge.target)
    return source === undefined || target === undefined ? [] : [{ ...edge, source, target }]
  })
  const nodes = members.flatMap((node) => graph.nodes[node] ?? [])
  const radii = members.map((node) => radiusOf(graph, node))
  const rounds = untanglingRounds(nodes.length, edges.length)
  const anchor = busiest(nodes.length, edges)
  const starts = rounds === mostRounds && nodes.length > 3 ? seeds : 1
  const drawings = Array.from({ length: starts }, (_, seed): Part => {
    const raw = settledPoints({ nodes, edges }, settings, seed, (share) =>
      tell((seed + share) / starts),
    )
    return { points: scaled(framed(raw, anchor)), radii, edges }
  })
  const best = leastTangled(drawings) ?? { points: [], radii, edges }
  const points = rounds > 0 ? untangled(best, rounds) : best.points
  return { points, radii: radii.map((value) => value + discMargin / 2), edges }
}

/** All rounds up to some 250 nodes, none past some 1200. */
function untanglingRounds(order: number, size: number): number {
  const perRound = (order + 2 * size) * (order + size)
  return Math.min(mostRounds, Math.floor(untanglingWork / Math.max(1, perRound)))
}

function leastTangled(drawings: readonly Drawing[]): Drawing | undefined {
  if (drawings.length < 2) return drawings[0]
  const prices = drawings.map(tangle)
  return drawings[prices.indexOf(prices.reduce((a, b) => Math.min(a, b), Infinity))]
}

function settledPoints(
  graph: Pick<CanonicalInput, 'nodes' | 'edges'>,
  settings: ForceSettings,
  seed: number,
  tell: (share: number) => void,
): readonly Point[] {
  const start = startPositions(graph, seed * 37)
  const nodes = graph.nodes.map(({ id, size }, index) => ({
    id,
    size,
    x: start[index * 2] ?? 0,
    y: start[index * 2 + 1] ?? 0,
  }))
  const force = createForce({ nodes, edges: graph.edges }, settings)
  const most = iterationsFor(nodes.length)
  for (let done = 0; done < most && !force.settled(); done += 10) {
    force.step(10)
    tell((done + 10) / most)
  }
  const positions = force.positions()
  return nodes.map((_, index) => ({
    x: positions[index * 2] ?? 0,
    y: positions[index * 2 + 1] ?? 0,
  }))
}

/** Large graphs gain little after the first fifty iterations, and each costs much. */
function iterationsFor(order: number): number {
  if (order <= 2000) return 1000
  return order <= 20_000 ? 60 : 30
}

/** The width that a share of the picture with so many nodes takes. */
function scaled(points: readonly Point[]): readonly Point[] {
  const box = extentOf(points)
  const width = box.right - box.left
  const wanted = widthPerRoot * Math.sqrt(points.length)
  const scale = width > 0 ? wanted / width : 1
  return points.map(({ x, y }) => ({ x: x * scale, y: y * scale }))
}

function centred(points: readonly Point[]): readonly Point[] {
  const box = extentOf(points)
  const x = (box.left + box.right) / 2
  const y = (box.bottom + box.top) / 2
  return points.map((point) => ({ x: rounded(point.x - x), y: rounded(point.y - y) }))
}

/** Three decimals, and never −0. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0
}

/** The node with most neighbours, the first of several. */
function busiest(order: number, edges: CanonicalInput['edges']): number {
  const degrees = neighbourLists(order, edges).map((list) => list.length)
  return degrees.indexOf(degrees.reduce((a, b) => Math.max(a, b), 0))
}

function radiusOf(graph: CanonicalInput, node: number): number {
  const found = graph.nodes[node]
  return found === undefined ? 1 : radius(found)
}
