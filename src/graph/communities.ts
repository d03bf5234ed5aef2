import { numbered } from './components.ts'
import type { Groups } from './components.ts'
import { baseLevel, mergedLevel, modularityOf } from './community-level.ts'
import type { Level, Ties } from './community-level.ts'
import type { Progress } from './progress.ts'

export interface Communities extends Groups {
  /** How much more weight lies within communities than by chance, at most 1; 0 without edges. */
  readonly modularity: number
}

export interface CommunityOptions {
  /** Above 1 for more and smaller communities, below 1 for fewer. */
  readonly resolution?: number
}

/**
 * Communities by the Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre 2008) on the
 * undirected weighted multigraph, begun anew from its own result until nothing improves, with
 * communities that have come apart split up (the flaw that Traag, Waltman and van Eck 2019 found).
 * So each is connected, and no single node could move to a neighbouring community and raise the
 * modularity. There is no randomness: nodes move in the order of their ids, and ties go to the
 * community of the least id. Undefined where the progress cancels.
 */
export function communities(
  adjacency: Ties,
  { resolution = 1 }: CommunityOptions = {},
  progress: Progress = () => true,
): Communities | undefined {
  const base = baseLevel(adjacency)
  let best: Communities | undefined
  for (let round = 1; round <= mostRounds; round += 1) {
    const found = rise(base, best?.of, resolution, () => progress(1 - 1 / (round + 1)))
    if (found === undefined) return undefined
    const of = numbered(parted(base, found))
    const modularity = modularityOf(base, of.of, resolution)
    if (best !== undefined && modularity <= best.modularity + leastGain) break
    best = { ...of, modularity }
  }
  return best
}

/** Newman's modularity (2004, with weights) of any partition of the nodes; 0 without edges. */
export function modularity(adjacency: Ties, groups: Uint32Array, resolution = 1): number {
  return modularityOf(baseLevel(adjacency), numbered(groups).of, resolution)
}

const mostRounds = 50
/** Gains below this are rounding. */
const leastGain = 1e-12

/** Moves nodes, then communities, then communities of those, until none wants to move. */
function rise(
  base: Level,
  start: Uint32Array | undefined,
  resolution: number,
  go: () => boolean,
): Uint32Array | undefined {
  let result = start ?? eachAlone(base.nodeCount)
  let level = base
  let community = result
  for (;;) {
    const moved = moveNodes(level, community, resolution, go)
    if (moved === undefined) return undefined
    const next = renumbered(level === base ? parted(base, moved) : moved)
    const above = level === base ? eachAlone(base.nodeCount) : result
    result = above.map((node) => next.of[node] ?? 0)
    if (next.count === level.nodeCount) return result
    level = mergedLevel(level, next.of, next.count)
    community = eachAlone(level.nodeCount)
  }
}

/**
 * Moves every node to the neighbouring community that raises the modularity most, and asks again
 * those whose neighbours have moved away (Ozaki, Tezuka and Inaba 2016).
 */
function moveNodes(
  level: Level,
  start: Uint32Array,
  resolution: number,
  go: () => boolean,
): Uint32Array | undefined {
  const { nodeCount, starts, neighbours, weights, degrees, total } = level
  const community = start.slice()
  const sums = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node += 1) {
    const own = community[node] ?? 0
    sums[own] = (sums[own] ?? 0) + (degrees[node] ?? 0)
  }
  const weightTo = new Float64Array(nodeCount)
  const queue = Array.from({ length: nodeCount }, (_, node) => node)
  const queued = new Uint8Array(nodeCount).fill(1)
  for (let at = 0; at < queue.length; at += 1) {
    if (at % 10_000 === 0 && !go()) return undefined
    const node = queue[at] ?? 0
    queued[node] = 0
    const own = community[node] ?? 0
    const degree = degrees[node] ?? 0
    const [first, end] = [starts[node] ?? 0, starts[node + 1] ?? 0]
    for (let slot = first; slot < end; slot += 1) {
      const other = community[neighbours[slot] ?? 0] ?? 0
      weightTo[other] = (weightTo[other] ?? 0) + (weights[slot] ?? 0)
    }
    sums[own] = (sums[own] ?? 0) - degree
    const worth = (to: number): number =>
      ((weightTo[to] ?? 0) - (resolution * degree * ((sums[to] ?? 0) / total)) / 2) / total
    let best = own
    let most = worth(own) + leastGain
    for (let slot = first; slot < end; slot += 1) {
      const other = community[neighbours[slot] ?? 0] ?? 0
      const value = worth(other)
      if (value < most || (value === most && other >= best)) continue
      best = other
      most = value
    }
    for (let slot = first; slot < end; slot += 1)
      weightTo[community[neighbours[slot] ?? 0] ?? 0] = 0
    sums[best] = (sums[best] ?? 0) + degree
    if (best === own) continue
    community[node] = best
    for (let slot = first; slot < end; slot += 1) {
      const neighbour = neighbours[slot] ?? 0
      if (queued[neighbour] === 1 || community[neighbour] === best) continue
      queued[neighbour] = 1
      queue.push(neighbour)
    }
  }
  return community
}

/** The connected parts of the communities, each named after its least node. */
function parted(level: Level, community: Uint32Array): Uint32Array {
  const part = new Uint32Array(level.nodeCount)
  const seen = new Uint8Array(level.nodeCount)
  for (let root = 0; root < level.nodeCount; root += 1) {
    if (seen[root] === 1) continue
    seen[root] = 1
    const queue = [root]
    for (const node of queue) {
      part[node] = root
      for (let slot = level.starts[node] ?? 0; slot < (level.starts[node + 1] ?? 0); slot += 1) {
        const next = level.neighbours[slot] ?? 0
        if (seen[next] === 1 || community[next] !== community[root]) continue
        seen[next] = 1
        queue.push(next)
      }
    }
  }
  return part
}

/** Numbers from 0 in the order of the least nodes. */
function renumbered(community: Uint32Array): { readonly of: Uint32Array; readonly count: number } {
  const numbers = new Map<number, number>()
  for (const each of community) if (!numbers.has(each)) numbers.set(each, numbers.size)
  return { of: community.map((each) => numbers.get(each) ?? 0), count: numbers.size }
}

function eachAlone(count: number): Uint32Array {
  return new Uint32Array(count).map((_, node) => node)
}
