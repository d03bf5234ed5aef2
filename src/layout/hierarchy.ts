import { widest, type Arranged } from './arranged.ts'
import { alongBands } from './bands.ts'
import { brickPlaces } from './block.ts'
import { canonicalGraph, type GraphColumns } from './canonical-graph.ts'
import { connectedParts, type ConnectedPart } from './connected-parts.ts'
import { layersOf, rowsOf } from './layers.ts'
import { treePlaces } from './tree-places.ts'

/** Room for a node beside its own width, and above and below it. */
const nodeRoom = { level: 44, upright: 22 } as const
/** Room for a node that no edge touches. */
const apartRoom = 8
/** Free room between one layer and the next, between parts, and above what stands apart. */
const layerGap = 90
const partGap = 70
/** Width to height of a part that has more nodes in a layer than fit in a row, and of the whole. */
const partAspect = 2
const leastInRow = 6
const wholeAspect = 1.6
/** Columns to rows of what stands apart. */
const wallAspect = 2.4

/**
 * Layers along directed edges, two nodes of `input` each: every one leads downwards, but for some of
 * those that run in a circle. What they do not join stands side by side, what they do not touch in
 * rows beneath; a layer with many nodes has several rows. Edges of `input` must be the same ones,
 * without their direction. The same graph in any order gives the same places.
 */
export function alongEdges(input: GraphColumns): Arranged {
  const { graph, origin } = canonicalGraph(input)
  const sizes = Float64Array.from(origin, (index) => input.sizes[index] ?? 1)
  const layers = layersOf(rowsOf(graph.order, ranked(input.edges, origin)))
  const parts = connectedParts(graph)
  const boxes = parts
    .filter(({ nodes }) => nodes.length > 1)
    .map((part) => boxOf(part, layers, sizes))
  const apart = Uint32Array.from(parts.flatMap(({ nodes }) => (nodes.length > 1 ? [] : [...nodes])))
  const step = 2 * widest(sizes, apart) + apartRoom
  const wall = Math.ceil(Math.sqrt(apart.length * wallAspect)) * step
  const x = new Float64Array(graph.order)
  const y = new Float64Array(graph.order)
  const bottom = shelved(boxes, wall, (box, left, top) => {
    box.nodes.forEach((node, at) => {
      x[origin[node] ?? 0] = left + (box.x[at] ?? 0)
      y[origin[node] ?? 0] = top + (box.y[at] ?? 0)
    })
  })
  if (apart.length === 0) return { x, y, guides: [] }
  const top = bottom - layerGap
  const places = brickPlaces(apart.length, wall, step)
  apart.forEach((node, at) => {
    x[origin[node] ?? 0] = places[at]?.x ?? 0
    y[origin[node] ?? 0] = top + (places[at]?.y ?? 0)
  })
  const nodes = apart.map((node) => origin[node] ?? 0)
  return { x, y, guides: [{ x: 0, y: top + step / 2, radius: 0, about: undefined, nodes }] }
}

/** The edges in canonical numbers, sorted, so that no search depends on the order of the file. */
function ranked(edges: Uint32Array, origin: Uint32Array): Uint32Array {
  const rank = new Uint32Array(origin.length)
  origin.forEach((index, node) => {
    rank[index] = node
  })
  const pairs = Float64Array.from(
    { length: edges.length / 2 },
    (_, edge) =>
      (rank[edges[edge * 2] ?? 0] ?? 0) * origin.length + (rank[edges[edge * 2 + 1] ?? 0] ?? 0),
  ).sort()
  const result = new Uint32Array(edges.length)
  pairs.forEach((pair, edge) => {
    result[edge * 2] = Math.floor(pair / origin.length)
    result[edge * 2 + 1] = pair % origin.length
  })
  return result
}

/** A part of the drawing between 0, 0, its upper left corner, and `width`, −`height`. */
interface Box {
  readonly nodes: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: number
  readonly height: number
}

/** Draws one connected part; `layers` and `sizes` are those of the whole graph. */
function boxOf({ graph, nodes }: ConnectedPart, layers: Uint32Array, sizes: Float64Array): Box {
  const lists = membersByLayer(nodes, layers)
  const most = widest(sizes, nodes)
  const across = 2 * most + nodeRoom.level
  const up = 2 * most + nodeRoom.upright
  const inRow = Math.max(leastInRow, Math.sqrt((nodes.length * up * partAspect) / across))
  const shapes = lists.map((members) => {
    const rows = Math.ceil(members.length / inRow)
    return { members, rows, separation: across / rows }
  })
  const root = busiest(graph.first)
  const start = treePlaces(graph, root).map((place) => place * nodes.length * across)
  const along = alongBands(
    graph,
    shapes.map(({ members, separation }) => ({ nodes: members, separation })),
    start,
  )
  const x = new Float64Array(nodes.length)
  const y = new Float64Array(nodes.length)
  let depth = most
  for (const { members, rows } of shapes) {
    const order = members.slice().sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0))
    order.forEach((node, at) => {
      x[node] = along[node] ?? 0
      y[node] = -depth - (at % rows) * up
    })
    depth += (rows - 1) * up + 2 * most + layerGap
  }
  const left = x.reduce((least, value) => Math.min(least, value), Infinity) - most
  const right = x.reduce((least, value) => Math.max(least, value), -Infinity) + most
  return {
    nodes,
    x: x.map((value) => value - left),
    y,
    width: right - left,
    height: depth - most - layerGap,
  }
}

/** The nodes of a part, by their own numbers in it, layer by layer; no layer is empty. */
function membersByLayer(nodes: Uint32Array, layers: Uint32Array): readonly Uint32Array[] {
  const members = new Map<number, number[]>()
  nodes.forEach((node, at) => {
    const layer = layers[node] ?? 0
    const list = members.get(layer)
    if (list === undefined) members.set(layer, [at])
    else list.push(at)
  })
  return [...members].toSorted(([a], [b]) => a - b).map(([, list]) => Uint32Array.from(list))
}

function busiest(first: Uint32Array): number {
  let found = 0
  let most = -1
  for (let node = 0; node + 1 < first.length; node += 1) {
    const ends = (first[node + 1] ?? 0) - (first[node] ?? 0)
    if (ends <= most) continue
    found = node
    most = ends
  }
  return found
}

/** Puts boxes on shelves around the middle, `least` wide or more, from 0 downwards; gives the bottom. */
function shelved(
  boxes: readonly Box[],
  least: number,
  put: (box: Box, left: number, top: number) => void,
): number {
  const area = boxes.reduce(
    (sum, { width, height }) => sum + (width + partGap) * (height + partGap),
    0,
  )
  const room = boxes.reduce(
    (most, { width }) => Math.max(most, width),
    Math.max(least, Math.sqrt(area * wholeAspect)),
  )
  const shelves: { readonly boxes: Box[]; width: number }[] = []
  for (const box of boxes) {
    const shelf = shelves.at(-1)
    if (shelf === undefined || shelf.width + partGap + box.width > room)
      shelves.push({ boxes: [box], width: box.width })
    else {
      shelf.boxes.push(box)
      shelf.width += partGap + box.width
    }
  }
  let top = 0
  for (const { boxes: side, width } of shelves) {
    let left = -width / 2
    for (const box of side) {
      put(box, left, top)
      left += box.width + partGap
    }
    top -= side.reduce((most, { height }) => Math.max(most, height), 0) + partGap
  }
  return boxes.length === 0 ? 0 : top + partGap
}
