import { communities } from '../graph/communities.ts'
import { rowsOfEnds } from '../graph/compact-graph.ts'
import type { Point } from '../model/knowledge.ts'

/** A community of a graph that stands together in its layout. */
export interface Region extends Point {
  /** Its first two members, or the only one. */
  readonly leaders: readonly number[]
  readonly members: number
}

/** A graph as it is laid out. Nodes are numbers, the most important first. */
export interface LaidOut {
  /** Per edge. */
  readonly sources: Uint32Array
  readonly targets: Uint32Array
  /** Two for each node. */
  readonly places: Float32Array
}

/** More names than this would be no overview. */
const mostRegions = 12
/** A smaller share of the nodes is no region, nor are fewer nodes than this. */
const leastShare = 0.01
const leastMembers = 12
/** How far members may lie from their middle, as a share of how far all nodes lie from theirs. */
const widest = 0.6

/**
 * The largest communities (Louvain) whose members lie near each other, the largest first; each at
 * the median of its members' places. None where communities and places have little in common.
 */
export function regionsOf({ sources, targets, places }: LaidOut): readonly Region[] {
  const nodeCount = places.length / 2
  const found = communities({
    nodeCount,
    both: rowsOfEnds(nodeCount, sources, targets),
    weights: new Float64Array(sources.length).fill(1),
  })
  const groups = new Map<number, number[]>()
  found?.of.forEach((group, node) => {
    const members = groups.get(group)
    if (members === undefined) groups.set(group, [node])
    else members.push(node)
  })
  const everywhere = middleOf(
    Array.from({ length: nodeCount }, (_, node) => node),
    places,
  )
  return [...groups.values()]
    .filter(({ length }) => length >= Math.max(leastMembers, leastShare * nodeCount))
    .toSorted((a, b) => b.length - a.length)
    .map((nodes) => ({ nodes, middle: middleOf(nodes, places) }))
    .filter(({ middle }) => middle.spread <= widest * everywhere.spread)
    .slice(0, mostRegions)
    .map(({ nodes, middle: { x, y } }) => ({
      x,
      y,
      leaders: nodes.slice(0, 2),
      members: nodes.length,
    }))
}

/** The median place of nodes, and the median of how far they lie from it. */
function middleOf(
  nodes: readonly number[],
  places: Float32Array,
): Point & { readonly spread: number } {
  const x = median(nodes.map((node) => places[2 * node] ?? 0))
  const y = median(nodes.map((node) => places[2 * node + 1] ?? 0))
  const distances = nodes.map((node) =>
    Math.sqrt(((places[2 * node] ?? 0) - x) ** 2 + ((places[2 * node + 1] ?? 0) - y) ** 2),
  )
  return { x, y, spread: median(distances) }
}

function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0
}
