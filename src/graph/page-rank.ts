import type { Adjacency } from './compact-graph.ts'
import type { Progress } from './progress.ts'

export interface PageRank {
  /** Per node; they sum to 1. */
  readonly ranks: Float64Array
  readonly iterations: number
  /** False where the last iteration still changed more than the tolerance. */
  readonly converged: boolean
  /** The sum of all changes in the last iteration. */
  readonly change: number
}

export interface PageRankOptions {
  /** The chance to follow an edge and not to jump anywhere; 0.85 where left out. */
  readonly damping?: number
  readonly mostIterations?: number
  /** Ready when all changes together are less; 1e-12 where left out. */
  readonly tolerance?: number
}

/**
 * PageRank (Page, Brin, Motwani and Winograd 1999) by power iteration, as NetworkX defines it:
 * edges are followed by weight, an edge without direction both ways, and a node that nothing leads
 * out of jumps anywhere. Every iteration shrinks the change by the damping, so 0.85 is ready
 * within 180. Undefined where the progress cancels.
 */
export function pageRank(
  adjacency: Adjacency,
  { damping = 0.85, mostIterations = 250, tolerance = 1e-12 }: PageRankOptions = {},
  progress: Progress = () => true,
): PageRank | undefined {
  const { nodeCount } = adjacency
  const shares = sharesOf(adjacency)
  let ranks = new Float64Array(nodeCount).fill(1 / nodeCount)
  let next = new Float64Array(nodeCount)
  let change = 0
  for (let iteration = 1; iteration <= mostIterations; iteration += 1) {
    spread(adjacency, shares, damping, ranks, next)
    change = 0
    for (let node = 0; node < nodeCount; node += 1)
      change += Math.abs((next[node] ?? 0) - (ranks[node] ?? 0))
    ;[ranks, next] = [next, ranks]
    if (change <= tolerance) return { ranks, iterations: iteration, converged: true, change }
    if (!progress(Math.min(1, Math.log(change) / Math.log(tolerance)))) return undefined
  }
  return { ranks, iterations: mostIterations, converged: false, change }
}

interface Shares {
  /** Per slot of the rows into a node, which share of the other end's rank comes along. */
  readonly slots: Float64Array
  /** 1 where no weight leads out. */
  readonly dangling: Uint8Array
}

function sharesOf({ nodeCount, out, into, weights }: Adjacency): Shares {
  const sums = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node += 1) {
    let sum = 0
    for (let slot = out.starts[node] ?? 0; slot < (out.starts[node + 1] ?? 0); slot += 1)
      sum += weights[out.edges[slot] ?? 0] ?? 0
    sums[node] = sum
  }
  const slots = new Float64Array(into.edges.length)
  for (let slot = 0; slot < slots.length; slot += 1) {
    const sum = sums[into.neighbours[slot] ?? 0] ?? 0
    slots[slot] = sum === 0 ? 0 : (weights[into.edges[slot] ?? 0] ?? 0) / sum
  }
  return { slots, dangling: Uint8Array.from(sums, (sum) => (sum === 0 ? 1 : 0)) }
}

function spread(
  { nodeCount, into }: Adjacency,
  { slots, dangling }: Shares,
  damping: number,
  ranks: Float64Array,
  next: Float64Array,
): void {
  let lost = 0
  for (let node = 0; node < nodeCount; node += 1) if (dangling[node] === 1) lost += ranks[node] ?? 0
  const base = (1 - damping + damping * lost) / nodeCount
  for (let node = 0; node < nodeCount; node += 1) {
    const end = into.starts[node + 1] ?? 0
    let sum = 0
    for (let slot = into.starts[node] ?? 0; slot < end; slot += 1)
      sum += (slots[slot] ?? 0) * (ranks[into.neighbours[slot] ?? 0] ?? 0)
    next[node] = base + damping * sum
  }
}
