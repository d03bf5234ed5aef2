import type { Point } from '../model/knowledge.ts'
import { widest, type Arranged } from './arranged.ts'
import { canonicalGraph, type GraphColumns, type WeightedGraph } from './canonical-graph.ts'
import { hexDisc } from './hex-disc.ts'
import { layOut } from './lay-out.ts'
import { withoutOverlap } from './overlap.ts'
import { packedDiscs } from './pack-discs.ts'
import { seated, type Table } from './seating.ts'

/** The least distance between two nodes of a group: room for a short label. */
const leastStep = 58
const nodeRoom = 10
/** Free room around a group's circle, for the words above it. */
const groupRoom = 18
/** How much nearer to each other groups come than the layout has them, as far as there is room. */
const closeness = 0.5
/** With more groups than these it no longer matters which of them stand side by side. */
const mostRelated = 250

/**
 * Every group as a disc of its own: those with many edges between them near each other, the nodes
 * of each towards their neighbours. `groups` names the group of each node. The same graph in any
 * order gives the same places.
 */
export function byKind(input: GraphColumns, groups: readonly string[]): Arranged {
  const { graph, origin } = canonicalGraph(input)
  const named = membersByGroup(origin, groups)
  const step = Math.max(leastStep, 2 * widest(input.sizes, origin) + nodeRoom)
  const tables = named.map(([, members]): Table => {
    const disc = hexDisc(members.length, step)
    return { ...disc, members }
  })
  const radii = tables.map(({ x, y }) => reachOf(x, y) + step / 2 + nodeRoom)
  const middles = middlesOf(graph, named, radii)
  tables.forEach(({ x, y }, at) => {
    const middle = middles[at] ?? { x: 0, y: 0 }
    x.forEach((_, place) => {
      x[place] = (x[place] ?? 0) + middle.x
      y[place] = (y[place] ?? 0) + middle.y
    })
  })
  const seats = seated(graph, tables)
  const x = new Float64Array(graph.order)
  const y = new Float64Array(graph.order)
  origin.forEach((index, node) => {
    x[index] = seats.x[node] ?? 0
    y[index] = seats.y[node] ?? 0
  })
  return {
    x,
    y,
    guides: named.map(([about, members], at) => ({
      ...(middles[at] ?? { x: 0, y: 0 }),
      radius: radii[at] ?? 0,
      about,
      nodes: Uint32Array.from(members, (node) => origin[node] ?? 0),
    })),
  }
}

/** The nodes of each group, largest group first, those of one size by name. */
function membersByGroup(
  origin: Uint32Array,
  groups: readonly string[],
): readonly (readonly [string, Uint32Array])[] {
  const members = new Map<string, number[]>()
  origin.forEach((index, node) => {
    const name = groups[index] ?? ''
    const list = members.get(name)
    if (list === undefined) members.set(name, [node])
    else list.push(node)
  })
  return [...members]
    .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([name, nodes]) => [name, Uint32Array.from(nodes)])
}

function reachOf(x: Float64Array, y: Float64Array): number {
  return x.reduce((most, value, at) => Math.max(most, Math.sqrt(value ** 2 + (y[at] ?? 0) ** 2)), 0)
}

/** Where the groups are: laid out as a small graph of their own, or packed where there are many. */
function middlesOf(
  graph: WeightedGraph,
  named: readonly (readonly [string, Uint32Array])[],
  radii: readonly number[],
): readonly Point[] {
  const rooms = radii.map((radius) => radius + groupRoom)
  if (named.length > mostRelated) {
    const parts = rooms.map((room) => ({
      x: Float64Array.of(0),
      y: Float64Array.of(0),
      reach: Float64Array.of(room),
    }))
    return packedDiscs(parts, groupRoom)
  }
  // The layout is made for nodes that leave half of the picture free.
  const area = rooms.reduce((sum, room) => sum + room * room, 0) * Math.PI
  const shrunk = Math.sqrt((named.length * 3000) / area)
  const nodes = named.map(([id], at) => ({ id, size: (rooms[at] ?? 0) * shrunk }))
  const apart = layOut({ nodes, edges: edgesBetween(graph, named) })
  // Drawn as near together as their circles allow.
  const near = apart.map(({ x, y }, at) => ({
    x: (x / shrunk) * closeness,
    y: (y / shrunk) * closeness,
    radius: rooms[at] ?? 0,
  }))
  return withoutOverlap(near, 0)
}

interface Tie {
  readonly source: number
  readonly target: number
  readonly weight: number
}

/** One edge for every two groups with edges between them, the heavier the more of them there are. */
function edgesBetween(
  { order, first, ends }: WeightedGraph,
  named: readonly (readonly [string, Uint32Array])[],
): readonly Tie[] {
  const groupOf = new Uint32Array(order)
  named.forEach(([, members], at) => members.forEach((node) => (groupOf[node] = at)))
  const counts = new Map<number, number>()
  for (let node = 0; node < order; node += 1)
    for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1) {
      const [own, other] = [groupOf[node] ?? 0, groupOf[ends[slot] ?? 0] ?? 0]
      if (own >= other) continue
      const pair = own * named.length + other
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  return [...counts].map(([pair, count]) => {
    const source = Math.floor(pair / named.length)
    const target = pair % named.length
    const most = Math.min(named[source]?.[1].length ?? 1, named[target]?.[1].length ?? 1)
    return { source, target, weight: count / most }
  })
}
