import { widest, type Arranged, type Guide } from './arranged.ts'
import { alongBands } from './bands.ts'
import { brickPlaces } from './block.ts'
import { canonicalGraph, type GraphColumns, type WeightedGraph } from './canonical-graph.ts'
import { spread } from './spread.ts'
import { treePlaces } from './tree-places.ts'
import { turned } from './turn.ts'

/** Free room between one ring and the next, and between the last and what is out of reach. */
const ringGap = 64
/** Room for a node in its ring beside its own width. */
const nodeRoom = 18
/** This share of every ring, at the top, is left open: for its caption. */
const opening = 0.06
/** So much of a ring its nodes may fill. */
const fullest = 0.9
const mostTracks = 60

/**
 * Rings around a node: one for each number of steps from it, the nodes of a ring near their
 * neighbours in the ring before. A ring with very many nodes is as wide as it takes. What cannot be
 * reached stands in rows beneath. The same graph in any order gives the same places.
 */
export function aroundNode(input: GraphColumns, centre: number): Arranged {
  const { graph, origin } = canonicalGraph(input)
  const sizes = Float64Array.from(origin, (index) => input.sizes[index] ?? 1)
  const root = origin.indexOf(centre)
  const rings = ringsAround(graph, root)
  const reached = new Set(rings.flatMap((ring) => [...ring]))
  const x = new Float64Array(input.ids.length)
  const y = new Float64Array(input.ids.length)
  const put = (node: number, toX: number, toY: number): void => {
    x[origin[node] ?? 0] = toX
    y[origin[node] ?? 0] = toY
  }
  const original = (nodes: ArrayLike<number>): Uint32Array =>
    Uint32Array.from(nodes, (node) => origin[node] ?? 0)
  const guides: Guide[] = []
  const shapes = shapesOf(rings, sizes)
  const along = sharesOf(graph, rings, shapes, root)
  put(root, 0, 0)
  shapes.forEach(({ radius, tracks, step, outer }, at) => {
    const nodes = (rings[at + 1] ?? new Uint32Array()).slice()
    nodes.sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0))
    nodes.forEach((node, place) => {
      const { x: east, y: north } = turned(along[node] ?? 0)
      const distance = radius + (place % tracks) * step
      put(node, east * distance, north * distance)
    })
    guides.push({
      x: 0,
      y: 0,
      radius: outer + ringGap / 2,
      about: at + 1,
      nodes: original(nodes),
    })
  })
  const last = shapes.at(-1)
  const edge = last?.outer ?? widest(sizes, [root])
  const rest = Uint32Array.from(origin.keys()).filter((node) => !reached.has(node))
  if (rest.length > 0) {
    const step = 2 * widest(sizes, rest) + nodeRoom
    const top = -edge - ringGap - step
    const places = brickPlaces(rest.length, Math.max(2 * edge, step * Math.sqrt(rest.length)), step)
    rest.forEach((node, at) => put(node, places[at]?.x ?? 0, top + (places[at]?.y ?? 0)))
    guides.push({ x: 0, y: top + step / 2, radius: 0, about: undefined, nodes: original(rest) })
  }
  return { x, y, guides }
}

/** The nodes by how many steps they are from the root, which is alone in the first ring. */
export function ringsAround(
  { order, first, ends }: WeightedGraph,
  root: number,
): readonly Uint32Array[] {
  const seen = new Uint8Array(order)
  seen[root] = 1
  const rings: Uint32Array[] = []
  let ring = Uint32Array.of(root)
  while (ring.length > 0) {
    rings.push(ring)
    const next: number[] = []
    for (const node of ring)
      for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1) {
        const end = ends[slot] ?? 0
        if (seen[end] === 1) continue
        seen[end] = 1
        next.push(end)
      }
    ring = Uint32Array.from(next)
  }
  return rings
}

interface RingShape {
  /** Of its innermost track. */
  readonly radius: number
  /** Its nodes take turns on so many circles. */
  readonly tracks: number
  /** From one circle to the next, and between neighbours on one. */
  readonly step: number
  /** Where it ends, its nodes included. */
  readonly outer: number
}

/** How far out each ring is, but for the first; as narrow as leaves the whole no wider than it must. */
function shapesOf(rings: readonly Uint32Array[], sizes: Float64Array): readonly RingShape[] {
  let inner = widest(sizes, rings[0] ?? [])
  return rings.slice(1).map((ring) => {
    const most = widest(sizes, ring)
    const step = 2 * most + nodeRoom
    const least = inner + ringGap + most
    let best: RingShape | undefined
    for (let tracks = 1; tracks <= mostTracks; tracks += 1) {
      const round = (ring.length * step) / tracks / (fullest * (1 - opening) * 2 * Math.PI)
      const radius = Math.max(least, round)
      const outer = radius + (tracks - 1) * step + most
      // One more circle must be worth it.
      if (best === undefined || outer < best.outer * 0.9) best = { radius, tracks, step, outer }
      if (round <= least) break
    }
    const shape = best ?? { radius: least, tracks: 1, step, outer: least + most }
    inner = shape.outer
    return shape
  })
}

/** Where on its ring each node stands, as a share of the turn from the top. */
function sharesOf(
  graph: WeightedGraph,
  rings: readonly Uint32Array[],
  shapes: readonly RingShape[],
  root: number,
): Float64Array {
  const [low, high] = [opening / 2, 1 - opening / 2]
  const start = treePlaces(graph, root).map((place) => low + place * (high - low))
  const bands = shapes.map(({ radius, tracks, step }, at) => ({
    nodes: rings[at + 1] ?? new Uint32Array(),
    separation: step / tracks / (2 * Math.PI * radius),
    low,
    high,
  }))
  const along = evenly(alongBands(graph, bands, start), rings, low, high)
  for (const { nodes, separation } of bands) {
    const order = nodes.slice().sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0))
    const places = spread(
      Float64Array.from(order, (node) => along[node] ?? 0),
      separation,
      low,
      high,
    )
    order.forEach((node, at) => (along[node] = places[at] ?? 0))
  }
  return along
}

/**
 * The same order with the same room for every node: going to the middle of their neighbours again
 * and again, nodes that hang together draw together and leave the rest of the turn empty.
 */
function evenly(
  along: Float64Array,
  rings: readonly Uint32Array[],
  low: number,
  high: number,
): Float64Array {
  const nodes = rings.slice(1).flatMap((ring) => [...ring])
  nodes.sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0))
  nodes.forEach((node, at) => {
    along[node] = low + ((at + 0.5) / nodes.length) * (high - low)
  })
  return along
}
