/** A graph to lay out: two node indices per edge, no loops, no pair twice. */
export interface SampleGraph {
  readonly name: string
  readonly order: number
  readonly edges: Uint32Array
}

/** The kinds of graph that `sampleGraph` makes. */
export const sampleKinds = ['communities', 'mesh', 'tree', 'geometric', 'small world'] as const

export type SampleKind = (typeof sampleKinds)[number]

/**
 * A connected or nearly connected graph of the kind with about `order` nodes; the seed alone
 * decides it.
 */
export function sampleGraph(kind: SampleKind, order: number, seed = 1): SampleGraph {
  const random = randomNumbers(seed)
  const pairs = createPairs(order)
  switch (kind) {
    case 'communities':
      communities(order, order * 5, random, pairs)
      break
    case 'mesh':
      mesh(order, pairs)
      break
    case 'tree':
      for (let node = 1; node < order; node += 1) pairs.add(node, below(node, random))
      break
    case 'geometric':
      geometric(order, 10, random, pairs)
      break
    case 'small world':
      smallWorld(order, 3, 0.05, random, pairs)
      break
  }
  return { name: kind, order, edges: pairs.edges() }
}

type Random = () => number

/** Numbers from 0 to below 1 that the seed alone decides (Park and Miller's generator). */
export function randomNumbers(seed: number): Random {
  let state = seed * 7919 + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit)
}

interface Pairs {
  readonly add: (a: number, b: number) => boolean
  readonly edges: () => Uint32Array
}

function createPairs(order: number): Pairs {
  const seen = new Set<number>()
  const list: number[] = []
  return {
    add: (a, b) => {
      const key = Math.min(a, b) * order + Math.max(a, b)
      if (a === b || seen.has(key)) return false
      seen.add(key)
      list.push(a, b)
      return true
    },
    edges: () => Uint32Array.from(list),
  }
}

/**
 * Communities of very unequal size, a power law of degrees within each, and one edge in six between
 * communities.
 */
function communities(order: number, size: number, random: Random, pairs: Pairs): void {
  const starts = [0]
  for (let at = 0; at < order;) {
    at = Math.min(order, at + 10 + Math.floor(12 / (random() + 0.02)))
    starts.push(at)
  }
  const home = new Uint32Array(order)
  for (let group = 0; group + 1 < starts.length; group += 1)
    home.fill(group, starts[group], starts[group + 1])
  // The square of an even number gives few members most of the edges.
  const within = (group: number): number => {
    const from = starts[group] ?? 0
    const to = starts[group + 1] ?? order
    const share = random()
    return from + Math.floor((to - from) * share * share)
  }
  for (let node = 0; node < order; node += 1) pairs.add(node, within(home[node] ?? 0))
  for (let made = order; made < size;) {
    const a = below(order, random)
    const group = random() < 1 / 6 ? below(starts.length - 1, random) : (home[a] ?? 0)
    if (pairs.add(a, within(group))) made += 1
    else made += 0.05
  }
}

/** A sheet of squares, each with one diagonal. */
function mesh(order: number, pairs: Pairs): void {
  const columns = Math.ceil(Math.sqrt(order))
  for (let node = 0; node < order; node += 1) {
    const inner = node % columns < columns - 1
    if (inner && node + 1 < order) pairs.add(node, node + 1)
    if (node + columns < order) pairs.add(node, node + columns)
    if (inner && node + columns + 1 < order) pairs.add(node, node + columns + 1)
  }
}

/** Points on a square, each joined to all within the reach that gives the mean degree. */
function geometric(order: number, degree: number, random: Random, pairs: Pairs): void {
  const reach = Math.sqrt(degree / (Math.PI * order))
  const side = Math.max(1, Math.floor(1 / reach))
  const xs = Float64Array.from({ length: order }, random)
  const ys = Float64Array.from({ length: order }, random)
  const cells = Array.from({ length: side * side }, (): number[] => [])
  const cellOf = (value: number): number => Math.min(side - 1, Math.floor(value * side))
  for (let node = 0; node < order; node += 1) {
    const column = cellOf(xs[node] ?? 0)
    const row = cellOf(ys[node] ?? 0)
    for (let y = Math.max(0, row - 1); y <= Math.min(side - 1, row + 1); y += 1)
      for (let x = Math.max(0, column - 1); x <= Math.min(side - 1, column + 1); x += 1)
        for (const other of cells[y * side + x] ?? []) {
          const dx = (xs[node] ?? 0) - (xs[other] ?? 0)
          const dy = (ys[node] ?? 0) - (ys[other] ?? 0)
          if (dx * dx + dy * dy < reach * reach) pairs.add(node, other)
        }
    cells[row * side + column]?.push(node)
  }
}

/** A ring in which each node knows the next `near`, with a share of the edges led elsewhere. */
function smallWorld(
  order: number,
  near: number,
  share: number,
  random: Random,
  pairs: Pairs,
): void {
  for (let node = 0; node < order; node += 1)
    for (let step = 1; step <= near; step += 1)
      pairs.add(node, random() < share ? below(order, random) : (node + step) % order)
}
