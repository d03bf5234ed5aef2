import type { EntityId } from '../model/ids.ts'
import { allAtOnce, type Steps } from '../model/steps.ts'
import { nodeAt } from './compact-graph.ts'
import type { CompactGraph } from './compact-graph.ts'
import { degrees } from './degrees.ts'
import type { Edge } from './graph.ts'
import { cheapestWays, costsTo, stepsTo } from './guided-search.ts'
import type { Guide } from './guided-search.ts'
import { countPaths, firstPaths, shortestWays } from './shortest-ways.ts'
import type { ShortestWays } from './shortest-ways.ts'
import { edgesBetween, waysOf } from './ways.ts'
import type { WalkOptions, Ways } from './ways.ts'

export interface PathOptions extends WalkOptions {
  /** How many paths to list; 10 where left out. */
  readonly count?: number
  /** True to make every node on the way cost 1 + log2 of its degree, not 1. The ends cost 1. */
  readonly hubPenalty?: boolean
  /** The most steps that a path may have. */
  readonly longest?: number
}

/** A walk that visits no node twice. */
export interface Path {
  readonly nodes: readonly EntityId[]
  /** One fewer than there are nodes. */
  readonly steps: readonly PathStep[]
  /** The number of steps, or more where hubs cost more. */
  readonly cost: number
}

/** One step of a path, with every edge that allows it. */
export interface PathStep {
  readonly from: EntityId
  readonly to: EntityId
  readonly edges: readonly Edge[]
}

export interface Paths {
  /**
   * By cost; paths of one cost by the ids along them, read from the end with the lesser id unless
   * directions count: both ways round they then are the same in the same order.
   */
  readonly paths: readonly Path[]
  /** How many paths share the least cost, listed or not; no longer exact beyond 2^53. */
  readonly shortest: number
  /** True where there are more paths than those listed. */
  readonly more: boolean
  /** True where the search gave up, so that later paths may be missing. */
  readonly cutShort: boolean
}

/**
 * The cheapest paths from one node to another: all shortest first, then the next best, without
 * repeated nodes (Yen 1971, with Lawler's partition of 1972 and every detour found by A*). The
 * first `count` paths are the same whatever `count`, and whatever the order of the data.
 */
export function shortestPaths(...given: Parameters<typeof pathSteps>): Paths {
  return allAtOnce(pathSteps(...given))
}

/** `shortestPaths` in steps. */
export function* pathSteps(
  graph: CompactGraph,
  from: EntityId,
  to: EntityId,
  options: PathOptions = {},
): Steps<Paths> {
  const [start, end] = [graph.indices.get(from), graph.indices.get(to)]
  const count = Math.max(0, Math.floor(options.count ?? usualCount))
  const longest = Math.floor(options.longest ?? Infinity)
  if (start === undefined || end === undefined || Number.isNaN(longest) || longest < 0)
    return nothing
  if (options.directed !== true && start > end)
    return turned(yield* pathSteps(graph, to, from, options))
  const ways = waysOf(graph, options)
  const first = yield* shortestWays(ways, start, end, longest)
  if (first === undefined) return nothing
  const shortest = countPaths(first)
  if (start === end || (options.hubPenalty !== true && shortest > count)) {
    const states = firstPaths(first, count)
    const paths = states.map((nodes) => pathOf(ways, { nodes, cost: first.cost }))
    return { paths, shortest, more: shortest > count, cutShort: false }
  }
  const guide = yield* guideTo(ways, start, end, options)
  return yield* nextBest(ways, guide, start, count, longest)
}

function turned(found: Paths): Paths {
  const paths = found.paths.map(({ nodes, steps, cost }) => ({
    nodes: nodes.toReversed(),
    steps: steps.toReversed().map(({ from, to, edges }) => ({ from: to, to: from, edges })),
    cost,
  }))
  return { ...found, paths }
}

/** The paths with the fewest steps, `most` of them at most, and how many there are, in pieces. */
export function* fewestSteps(
  ways: Ways,
  from: number,
  to: number,
  most: number,
): Steps<{ readonly paths: readonly Path[]; readonly shortest: number }> {
  const found = yield* shortestWays(ways, from, to, Infinity)
  if (found === undefined) return { paths: [], shortest: 0 }
  const paths = firstPaths(found, most).map((nodes) => pathOf(ways, { nodes, cost: found.cost }))
  return { paths, shortest: countPaths(found) }
}

const usualCount = 10
/** States that the detours of one query may visit: a few seconds at most. */
const mostVisits = 2_000_000
const nothing: Paths = { paths: [], shortest: 0, more: false, cutShort: false }

function* guideTo(ways: Ways, from: number, to: number, options: PathOptions): Steps<Guide> {
  const { adjacency } = ways.graph
  const budget = { left: mostVisits }
  const costs = new Float64Array(adjacency.nodeCount).fill(1)
  if (options.hubPenalty !== true)
    return { ways, to, costs, rest: yield* stepsTo(ways, to), budget }
  const { total } = degrees(adjacency)
  // Rounded to a binary fraction, so that sums are exact and equal costs compare as equal.
  costs.forEach((_, node) => {
    const hub = Math.log2(Math.max(1, total[node] ?? 1))
    if (node !== from && node !== to) costs[node] = 1 + Math.round(hub * 2 ** 20) / 2 ** 20
  })
  const guide = { ways, to, costs, rest: yield* costsTo(ways, to, costs), budget }
  return options.longest === undefined ? guide : { ...guide, restSteps: yield* stepsTo(ways, to) }
}

interface Found {
  readonly nodes: readonly number[]
  readonly cost: number
}

/** A path that waits, with the index of the node where it leaves the path that it came from. */
interface Candidate extends Found {
  readonly leaves: number
}

function* nextBest(
  ways: Ways,
  guide: Guide,
  from: number,
  count: number,
  longest: number,
): Steps<Paths> {
  const whole = {
    from,
    closed: new Set([from]),
    closedFirst: new Set<number>(),
    mostSteps: longest,
  }
  const root = yield* cheapestWays(guide, whole)
  const candidates: Candidate[] = []
  if (root !== undefined) candidates.push({ ...firstOf(guide, root), leaves: 0 })
  const taken: Found[] = []
  while (taken.length < count && guide.budget.left > 0) {
    const best = candidates.sort(byCost).shift()
    if (best === undefined) break
    taken.push(best)
    for (let leaves = best.leaves; leaves < best.nodes.length - 1; leaves += 1) {
      const candidate = yield* detourOf(guide, taken, best, leaves, longest)
      if (candidate !== undefined) candidates.push(candidate)
    }
  }
  return {
    paths: taken.map((found) => pathOf(ways, found)),
    shortest: root === undefined ? 0 : countPaths(root),
    more: candidates.length > 0,
    cutShort: guide.budget.left <= 0,
  }
}

/** The cheapest path that keeps the way of `path` up to a node and leaves as none taken does. */
function* detourOf(
  guide: Guide,
  taken: readonly Found[],
  path: Found,
  leaves: number,
  longest: number,
): Steps<Candidate | undefined> {
  const kept = path.nodes.slice(0, leaves + 1)
  const alike = taken.filter(({ nodes }) => kept.every((node, index) => nodes[index] === node))
  const found = yield* cheapestWays(guide, {
    from: kept[leaves] ?? 0,
    closed: new Set(kept),
    closedFirst: new Set(alike.map(({ nodes }) => nodes[leaves + 1] ?? -1)),
    mostSteps: longest - leaves,
  })
  if (found === undefined) return undefined
  const { nodes, cost } = firstOf(guide, found)
  const before = kept.slice(1).reduce((sum, node) => sum + (guide.costs[node] ?? 0), 0)
  return { nodes: [...kept, ...nodes.slice(1)], cost: before + cost, leaves }
}

function firstOf({ costs }: Guide, ways: ShortestWays): Found {
  const states = firstPaths(ways, 1)[0] ?? []
  return { nodes: states.map((state) => state % costs.length), cost: ways.cost }
}

function byCost(a: Found, b: Found): number {
  if (a.cost !== b.cost) return a.cost - b.cost
  const differs = a.nodes.findIndex((node, index) => node !== b.nodes[index])
  return (a.nodes[differs] ?? 0) - (b.nodes[differs] ?? 0)
}

function pathOf(ways: Ways, { nodes, cost }: Found): Path {
  const steps = nodes.slice(1).map((to, index) => stepOf(ways, nodes[index] ?? 0, to))
  return { nodes: nodes.map((node) => nodeAt(ways.graph, node)), steps, cost }
}

/** The step between two nodes by index, with every open edge that allows it. */
export function stepOf(ways: Ways, from: number, to: number): PathStep {
  const { graph } = ways
  return { from: nodeAt(graph, from), to: nodeAt(graph, to), edges: edgesBetween(ways, from, to) }
}
