import type { EntityId } from '../model/ids.ts'
import { nodeAt } from './compact-graph.ts'
import type { CompactGraph } from './compact-graph.ts'
import { eachNeighbour, waysOf } from './ways.ts'
import type { WalkOptions, Ways } from './ways.ts'

/** Why a neighbour is worth showing. */
export type Reason =
  /** Joined with `count` of the `of` nodes that are shown, two or more. */
  | { readonly type: 'shared'; readonly count: number; readonly of: number }
  /**
   * The one node between `from` and `to`, which are both shown and not joined themselves: no other
   * node is a neighbour of both.
   */
  | { readonly type: 'only-link'; readonly from: EntityId; readonly to: EntityId }
  /** Has `count` more neighbours, not shown, in common with those it is a neighbour of. */
  | { readonly type: 'common'; readonly count: number }
  /** Joined with `of` and nothing else. */
  | { readonly type: 'leaf'; readonly of: EntityId }
  /** Has so many different neighbours: what is left to say of any node. */
  | { readonly type: 'degree'; readonly neighbours: number }

export interface RankedNeighbour {
  readonly node: EntityId
  /** Comparable within one ranking only. */
  readonly score: number
  /** The strongest first; never empty. */
  readonly reasons: readonly Reason[]
}

/**
 * The neighbours of one or more nodes that are not shown yet, the most relevant first.
 *
 * Every witness for a neighbour counts 1 / log2(1 + its own number of neighbours), as Adamic and
 * Adar (2003, "Friends and neighbors on the Web") discount hubs: witnesses are the shown nodes that
 * it is joined with, and the nodes that stand between it and where the reader grows from. The sum
 * is divided by log2(1 + neighbours) of the neighbour itself, or hubs would always come first.
 * Ties go by falling number of neighbours, then by id. Directions count only with `directed`.
 */
export function rankedNeighbours(
  graph: CompactGraph,
  shown: ReadonlySet<EntityId>,
  from: EntityId | readonly EntityId[],
  options: WalkOptions = {},
): readonly RankedNeighbour[] {
  const ways = waysOf(graph, options)
  const known = (ids: Iterable<EntityId>): number[] =>
    [...ids].flatMap((id) => graph.indices.get(id) ?? []).sort((a, b) => a - b)
  const origins = new Set(known(typeof from === 'string' ? [from] : from))
  const around = neighboursOf(ways)
  const near = new Set([...origins].flatMap((origin) => [...around(origin)]))
  const ground = { graph, origins, near, around, shown: new Set([...known(shown), ...origins]) }
  const candidates = new Set<number>()
  for (const origin of origins)
    eachNeighbour(ways.forward, ways.open, origin, (node) => {
      if (!ground.shown.has(node)) candidates.add(node)
    })
  const ranked = Array.from(candidates, (node) => rank(ground, node))
  ranked.sort((a, b) => b.score - a.score || b.neighbours - a.neighbours || a.index - b.index)
  return ranked.map(({ index, score, reasons }) => ({ node: nodeAt(graph, index), score, reasons }))
}

interface Ground {
  readonly graph: CompactGraph
  readonly origins: ReadonlySet<number>
  /** The neighbours of the origins. */
  readonly near: ReadonlySet<number>
  readonly shown: ReadonlySet<number>
  readonly around: (node: number) => ReadonlySet<number>
}

/** The different neighbours in either direction, the node itself left out; each asked for once. */
function neighboursOf({ graph, open }: Ways): (node: number) => ReadonlySet<number> {
  const known = new Map<number, ReadonlySet<number>>()
  return (node) => {
    const before = known.get(node)
    if (before !== undefined) return before
    const found = new Set<number>()
    eachNeighbour(graph.adjacency.both, open, node, (neighbour) => {
      if (neighbour !== node) found.add(neighbour)
    })
    known.set(node, found)
    return found
  }
}

interface Ranked extends Omit<RankedNeighbour, 'node'> {
  readonly index: number
  readonly neighbours: number
}

function rank(ground: Ground, index: number): Ranked {
  const { near, shown, around } = ground
  const own = [...around(index)]
  const touched = own.filter((node) => shown.has(node))
  const between = own.filter((node) => !shown.has(node) && near.has(node))
  const sum = [...touched, ...between].reduce(
    (total, node) => total + 1 / Math.log2(1 + around(node).size),
    0,
  )
  const reasons = reasonsFor(ground, index, touched, between.length)
  return { index, neighbours: own.length, score: sum / Math.log2(1 + own.length), reasons }
}

function reasonsFor(
  ground: Ground,
  index: number,
  touched: readonly number[],
  common: number,
): readonly Reason[] {
  const { graph, shown, around } = ground
  const [only, ...others] = around(index)
  const reasons: Reason[] = []
  if (touched.length > 1) reasons.push({ type: 'shared', count: touched.length, of: shown.size })
  const link = onlyLink(ground, index, touched)
  if (link !== undefined) {
    const [from, to] = [nodeAt(graph, link.from), nodeAt(graph, link.to)]
    reasons.push({ type: 'only-link', from, to })
  }
  if (common > 0) reasons.push({ type: 'common', count: common })
  if (only !== undefined && others.length === 0)
    reasons.push({ type: 'leaf', of: nodeAt(graph, only) })
  reasons.push({ type: 'degree', neighbours: others.length + 1 })
  return reasons
}

/** The first two nodes, by id, that this one alone stands between. */
function onlyLink(
  { origins, around }: Ground,
  index: number,
  touched: readonly number[],
): { readonly from: number; readonly to: number } | undefined {
  for (const from of touched.filter((node) => origins.has(node)))
    for (const to of touched)
      if (to !== from && !around(from).has(to) && alone(index, around(from), around(to)))
        return { from, to }
  return undefined
}

function alone(index: number, a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a]
  for (const node of fewer) if (node !== index && more.has(node)) return false
  return true
}
