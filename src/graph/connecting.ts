import type { EntityId } from '../model/ids.ts'
import { allAtOnce, type Steps } from '../model/steps.ts'
import { nodeAt } from './compact-graph.ts'
import type { CompactGraph } from './compact-graph.ts'
import type { Edge } from './graph.ts'
import { fewestSteps, stepOf } from './shortest-paths.ts'
import type { Path, PathStep } from './shortest-paths.ts'
import { steinerTree } from './steiner-tree.ts'
import { eachNeighbour, waysOf } from './ways.ts'
import type { WalkOptions, Ways } from './ways.ts'

export interface ConnectingOptions extends WalkOptions {
  /** How many shortest paths to list per pair; 10 where left out. */
  readonly count?: number
}

/** What connects several entities. */
export interface Connection {
  /** Those of the seeds that the graph has, each once, by id. */
  readonly seeds: readonly EntityId[]
  /** Every pair of seeds; with `directed`, every ordered pair. */
  readonly pairs: readonly ConnectedPair[]
  /** A small tree that joins the seeds, or one per part that joins some; directions do not count. */
  readonly tree: readonly PathStep[]
  /** The seeds by the part of the graph that joins them: one part where everything connects. */
  readonly parts: readonly (readonly EntityId[])[]
  /** Neighbours of two seeds or more that are no seed: of most seeds first, then by fewest neighbours. */
  readonly shared: readonly SharedNeighbour[]
  /** All that stands on a listed path or in the tree. */
  readonly nodes: ReadonlySet<EntityId>
  readonly edges: ReadonlySet<Edge>
}

export interface ConnectedPair {
  readonly from: EntityId
  readonly to: EntityId
  /** The first of the shortest paths; none where the two are not connected. */
  readonly paths: readonly Path[]
  /** How many shortest paths there are. */
  readonly shortest: number
}

export interface SharedNeighbour {
  readonly node: EntityId
  /** The seeds that share it, by id. */
  readonly by: readonly EntityId[]
  /** How many neighbours it has itself: the fewer, the more the share says. */
  readonly neighbours: number
}

/**
 * What connects the seeds: the shortest paths between every two, a small tree through all (see
 * `steinerTree`), and the neighbours they share. The same whatever the order of seeds and data.
 */
export function connecting(...given: Parameters<typeof connectingSteps>): Connection {
  return allAtOnce(connectingSteps(...given))
}

/** `connecting` in steps. */
export function* connectingSteps(
  graph: CompactGraph,
  seeds: Iterable<EntityId>,
  options: ConnectingOptions = {},
): Steps<Connection> {
  const ways = waysOf(graph, options)
  const known = [...new Set(seeds)].flatMap((seed) => graph.indices.get(seed) ?? [])
  known.sort((a, b) => a - b)
  const eitherWay = waysOf(graph, { ...options, directed: false })
  const tree = yield* steinerTree(eitherWay, known)
  const id = (node: number): EntityId => nodeAt(graph, node)
  const pairs = yield* pairsOf(ways, known, options)
  const steps = tree.steps.map(([from, to]) => stepOf(eitherWay, from, to))
  const used = [...steps, ...pairs.flatMap(({ paths }) => paths.flatMap((path) => path.steps))]
  return {
    seeds: known.map(id),
    pairs,
    tree: steps,
    parts: tree.parts.map((part) => part.toSorted((a, b) => a - b).map(id)),
    shared: sharedNeighbours(ways, known),
    nodes: new Set([...known.map(id), ...used.flatMap(({ from, to }) => [from, to])]),
    edges: new Set(used.flatMap(({ edges }) => edges)),
  }
}

const usualCount = 10

function* pairsOf(
  ways: Ways,
  seeds: readonly number[],
  { directed, count }: ConnectingOptions,
): Steps<readonly ConnectedPair[]> {
  const pairs: ConnectedPair[] = []
  for (const a of seeds)
    for (const b of seeds) {
      if (a === b || (b < a && directed !== true)) continue
      const [from, to] = [nodeAt(ways.graph, a), nodeAt(ways.graph, b)]
      pairs.push({ from, to, ...(yield* fewestSteps(ways, a, b, count ?? usualCount)) })
    }
  return pairs
}

function sharedNeighbours(ways: Ways, seeds: readonly number[]): readonly SharedNeighbour[] {
  const sharers = new Map<number, EntityId[]>()
  for (const seed of seeds) {
    eachNeighbour(ways.forward, ways.open, seed, (node) => {
      if (seeds.includes(node)) return
      sharers.set(node, [...(sharers.get(node) ?? []), nodeAt(ways.graph, seed)])
    })
  }
  const found = [...sharers].filter(([, by]) => by.length > 1)
  const listed = found.map(([node, by]) => ({ node, by, neighbours: neighboursOf(ways, node) }))
  listed.sort((a, b) => b.by.length - a.by.length || a.neighbours - b.neighbours || a.node - b.node)
  return listed.map((each) => ({ ...each, node: nodeAt(ways.graph, each.node) }))
}

function neighboursOf(ways: Ways, node: number): number {
  let count = 0
  eachNeighbour(ways.graph.adjacency.both, ways.open, node, (neighbour) => {
    if (neighbour !== node) count += 1
  })
  return count
}
