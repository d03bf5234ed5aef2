import { coarser, type Level } from './coarsen.ts'
import type { WeightedGraph } from './canonical-graph.ts'
import { framed } from './frame.ts'
import { withKinship } from './kinship.ts'
import { createRelaxation } from './relax.ts'
import { startPositions } from './start-positions.ts'

/** Where a connected graph stands while it is laid out; changes with every step. */
export interface Placing {
  /** Of the finest graph; nodes of one community stand around it until they have their own place. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** From 0 to 1, as a share of the work. */
  share: number
  /** True while whole communities are placed, false once single nodes are. */
  coarse: boolean
  /** Brings `x` and `y` up to date while it is coarse. */
  show: () => void
}

/** Small enough for distances to all; the first shape decides how well far parts lie. */
const coarsest = 150
/** An end to levels that hardly shrink. */
const leastShrinking = 0.95
/** Of a level that does not settle before; twice as many show neighbourhoods hardly better. */
const mostIterations = 100
/** What is a little too tight at first unfolds better than what is too wide. */
const tightness = 0.3
/** Mean movement as a share of the room of a node. */
const settled = 0.01

/**
 * Lays out a connected graph from coarse to fine: ever fewer, heavier nodes down to a hundred or
 * so, placed by Pivot MDS; then level by level each node starts around the one it was part of, and
 * all relax. A level ends when it has settled or has had its share of iterations. Each step of the
 * generator is one iteration or less.
 */
export function* placed(graph: WeightedGraph, placing: Placing): Generator<void, void> {
  const levels: Level[] = [
    { graph, masses: new Float64Array(graph.order).fill(1), parents: new Uint32Array() },
  ]
  for (let last = levels[0]; last !== undefined && last.graph.order > coarsest;) {
    const next = coarser(last.graph, last.masses)
    yield
    last = next.graph.order > last.graph.order * leastShrinking ? undefined : next
    if (last !== undefined) levels.push(last)
  }
  const total = levels.reduce((sum, level) => sum + workOf(level), 0)
  let done = 0
  let above: { x: Float64Array; y: Float64Array } | undefined
  for (let depth = levels.length - 1; depth >= 0; depth -= 1) {
    const level = levels[depth]
    if (level === undefined) break
    const fine = depth === 0
    const x = fine ? placing.x : new Float64Array(level.graph.order)
    const y = fine ? placing.y : new Float64Array(level.graph.order)
    if (above === undefined) startCoarsest(level, x, y)
    else unfold(levels[depth + 1], above, x, y)
    placing.coarse = !fine
    placing.show = () => {
      if (!fine) shown(levels, depth, x, y, placing)
    }
    const ties = fine ? withKinship(level.graph) : level.graph
    const { step } = createRelaxation(ties, level.masses, x, y)
    const work = workOf(level)
    for (let round = 0; round < mostIterations; round += 1) {
      placing.share = (done + (work * round) / mostIterations) / total
      if (step(1 - round / mostIterations) < settled) break
      yield
    }
    done += work
    above = { x, y }
  }
}

function workOf({ graph }: Level): number {
  return graph.order + graph.ends.length / 8
}

function startCoarsest({ graph, masses }: Level, x: Float64Array, y: Float64Array): void {
  const nodes = Array.from(masses, (_, index) => ({ id: String(index), size: 1 }))
  const edges = nodes.flatMap((_, source) =>
    Array.from(graph.ends.subarray(graph.first[source], graph.first[source + 1]))
      .filter((target) => target > source)
      .map((target) => ({ source, target, weight: 1 })),
  )
  const start = startPositions({ nodes, edges }, 0)
  const points = nodes.map((_, index) => ({
    x: start[index * 2] ?? 0,
    y: start[index * 2 + 1] ?? 0,
  }))
  // Level from the beginning, or the picture would turn at the end.
  const heaviest = masses.indexOf(masses.reduce((a, b) => Math.max(a, b), 0))
  framed(points, heaviest, 1).forEach((point, index) => {
    x[index] = point.x
    y[index] = point.y
  })
  const scale = tightness * balancedScale(graph, masses, x, y)
  for (let node = 0; node < graph.order; node += 1) {
    x[node] = (x[node] ?? 0) * scale
    y[node] = (y[node] ?? 0) * scale
  }
}

/** Where s² · half the ties' weighted squares and 1 / s · pushes' potential together are least. */
function balancedScale(
  { order, first, ends, weights }: WeightedGraph,
  masses: Float64Array,
  x: Float64Array,
  y: Float64Array,
): number {
  let pull = 0
  let push = 0
  const square = (a: number, b: number): number =>
    ((x[a] ?? 0) - (x[b] ?? 0)) ** 2 + ((y[a] ?? 0) - (y[b] ?? 0)) ** 2
  for (let node = 0; node < order; node += 1) {
    for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1)
      pull += ((weights[slot] ?? 0) * square(node, ends[slot] ?? 0)) / 4
    for (let other = 0; other < node; other += 1)
      push += ((masses[node] ?? 1) * (masses[other] ?? 1)) / Math.sqrt(square(node, other) + 0.01)
  }
  return pull > 0 ? cubeRoot(push / (2 * pull)) : 1
}

/** By Newton's steps, which give the same bits on every machine; `Math.cbrt` need not. */
function cubeRoot(value: number): number {
  let root = Math.max(1, value)
  for (let step = 0; step < 100; step += 1) root = (2 * root + value / (root * root)) / 3
  return root
}

/** Starts the nodes of a level around the places of the coarser ones. */
function unfold(
  coarse: Level | undefined,
  above: { readonly x: Float64Array; readonly y: Float64Array },
  x: Float64Array,
  y: Float64Array,
): void {
  if (coarse === undefined) return
  for (let node = 0; node < x.length; node += 1) {
    const parent = coarse.parents[node] ?? 0
    const reach = 0.4 * Math.sqrt(coarse.masses[parent] ?? 1)
    const bits = scattered(node)
    x[node] = (above.x[parent] ?? 0) + reach * ((bits & 0xffff) / 0x7fff - 1)
    y[node] = (above.y[parent] ?? 0) + reach * ((bits >>> 16) / 0x7fff - 1)
  }
}

/** Each node of the finest graph around the place of what it is part of. */
function shown(
  levels: readonly Level[],
  depth: number,
  x: Float64Array,
  y: Float64Array,
  placing: Placing,
): void {
  const masses = levels[depth]?.masses
  for (let node = 0; node < placing.x.length; node += 1) {
    let part = node
    for (let level = 1; level <= depth; level += 1) part = levels[level]?.parents[part] ?? 0
    const reach = 0.4 * Math.sqrt(masses?.[part] ?? 1)
    const bits = scattered(node)
    placing.x[node] = (x[part] ?? 0) + reach * ((bits & 0xffff) / 0x7fff - 1)
    placing.y[node] = (y[part] ?? 0) + reach * ((bits >>> 16) / 0x7fff - 1)
  }
}

/** 32 bits that look random and that the number alone decides. */
function scattered(value: number): number {
  let bits = Math.imul(value ^ 0x9e3779b9, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
