import type { Adjacency } from './compact-graph.ts'

/** An undirected weighted graph whose nodes may stand for whole communities of another. */
export interface Level {
  readonly nodeCount: number
  /** Every neighbour once per node, without the node itself. */
  readonly starts: Uint32Array
  readonly neighbours: Uint32Array
  readonly weights: Float64Array
  /** Per node the weight of the edges within it. */
  readonly loops: Float64Array
  /** Per node the weight of its edges; those within it count twice. */
  readonly degrees: Float64Array
  /** The weight of all edges. */
  readonly total: number
}

/** What of an adjacency counts where directions do not. */
export type Ties = Pick<Adjacency, 'nodeCount' | 'both' | 'weights'>

/** The graph without directions, parallel edges joined, edges of (next to) no weight left out. */
export function baseLevel({ nodeCount, both, weights }: Ties): Level {
  const each = Uint32Array.from({ length: nodeCount }, (_, node) => node)
  return gathered(nodeCount, each, (node, add) => {
    for (let slot = both.starts[node] ?? 0; slot < (both.starts[node + 1] ?? 0); slot += 1) {
      const neighbour = both.neighbours[slot] ?? 0
      const weight = weights[both.edges[slot] ?? 0] ?? 0
      // A loop stands once in its row, any other edge once at either end.
      add(neighbour, neighbour === node ? weight * 2 : weight)
    }
  })
}

/** The graph whose nodes are the communities of `level`, numbered from 0. */
export function mergedLevel(level: Level, community: Uint32Array, count: number): Level {
  return gathered(count, community, (node, add) => {
    const own = community[node] ?? 0
    add(own, (level.loops[node] ?? 0) * 2)
    for (let slot = level.starts[node] ?? 0; slot < (level.starts[node + 1] ?? 0); slot += 1)
      add(community[level.neighbours[slot] ?? 0] ?? 0, level.weights[slot] ?? 0)
  })
}

/** Halves of anything less may be rounded to 0, and shares of it be no numbers. */
const leastWeight = 1e-200

/** Sums up what `each` adds for every member of a group: from there to groups, both ways. */
function gathered(
  count: number,
  group: Uint32Array,
  each: (node: number, add: (to: number, weight: number) => void) => void,
): Level {
  const members = Array.from({ length: count }, (): number[] => [])
  group.forEach((number, node) => members[number]?.push(node))
  const starts = new Uint32Array(count + 1)
  const neighbours: number[] = []
  const weights: number[] = []
  const loops = new Float64Array(count)
  const degrees = new Float64Array(count)
  const sums = new Float64Array(count)
  let total = 0
  for (const [own, nodes] of members.entries()) {
    const touched: number[] = []
    const add = (to: number, weight: number): void => {
      if (weight < leastWeight) return
      if (sums[to] === 0) touched.push(to)
      sums[to] = (sums[to] ?? 0) + weight
    }
    for (const node of nodes) each(node, add)
    let degree = 0
    for (const to of touched) {
      const sum = sums[to] ?? 0
      degree += sum
      sums[to] = 0
      if (to === own) loops[own] = sum / 2
      else {
        neighbours.push(to)
        weights.push(sum)
      }
    }
    degrees[own] = degree
    total += degree / 2
    starts[own + 1] = neighbours.length
  }
  return {
    nodeCount: count,
    starts,
    neighbours: Uint32Array.from(neighbours),
    weights: Float64Array.from(weights),
    loops,
    degrees,
    total,
  }
}

/** Newman's modularity of a partition of the level; 0 where it has no weight. */
export function modularityOf(level: Level, community: Uint32Array, resolution: number): number {
  const inside = new Float64Array(level.nodeCount)
  const degrees = new Float64Array(level.nodeCount)
  for (let node = 0; node < level.nodeCount; node += 1) {
    const own = community[node] ?? 0
    let within = (level.loops[node] ?? 0) * 2
    for (let slot = level.starts[node] ?? 0; slot < (level.starts[node + 1] ?? 0); slot += 1)
      if (community[level.neighbours[slot] ?? 0] === own) within += level.weights[slot] ?? 0
    inside[own] = (inside[own] ?? 0) + within
    degrees[own] = (degrees[own] ?? 0) + (level.degrees[node] ?? 0)
  }
  if (level.total === 0) return 0
  const twice = level.total * 2
  return inside.reduce(
    (sum, within, own) => sum + within / twice - resolution * ((degrees[own] ?? 0) / twice) ** 2,
    0,
  )
}
