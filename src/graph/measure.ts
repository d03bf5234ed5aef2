import { betweenness } from './betweenness.ts'
import { bridges } from './bridges.ts'
import { closeness } from './closeness.ts'
import { communities } from './communities.ts'
import type { Adjacency } from './compact-graph.ts'
import { connectedComponents, strongComponents } from './components.ts'
import { coreNumbers } from './core-numbers.ts'
import { degrees } from './degrees.ts'
import type { MetricId } from './metrics.ts'
import { pageRank } from './page-rank.ts'
import type { Progress } from './progress.ts'

/** A metric of all nodes, fit to be posted from a worker. */
export interface Measured {
  readonly metric: MetricId
  /** Per node; for groups their numbers, the largest group being 0. */
  readonly values: Float64Array
  /** What a reader must know about these figures. */
  readonly notes: readonly Note[]
}

export type Note =
  | {
      readonly type: 'sampled'
      readonly pivots: number
      readonly of: number
      /** With a chance of 95 of 100 no value is further off. */
      readonly errorBound: number
      readonly greatestStandardError: number
    }
  | { readonly type: 'not-converged'; readonly iterations: number; readonly change: number }
  | { readonly type: 'modularity'; readonly value: number; readonly groups: number }
  | { readonly type: 'groups'; readonly groups: number; readonly largest: number }

export interface MeasureOptions {
  /** For betweenness and closeness: true to follow the edges only along. */
  readonly directed?: boolean
  /** For communities. */
  readonly resolution?: number
}

/** Measures all nodes. Undefined where the progress cancels, which only long metrics ask. */
export function measure(
  adjacency: Adjacency,
  metric: MetricId,
  options: MeasureOptions = {},
  progress: Progress = () => true,
): Measured | undefined {
  const found = figures(adjacency, metric, options, progress)
  if (found === undefined) return undefined
  return { metric, values: Float64Array.from(found.values), notes: found.notes }
}

interface Figures {
  readonly values: ArrayLike<number>
  readonly notes: readonly Note[]
}

function figures(
  adjacency: Adjacency,
  metric: MetricId,
  options: MeasureOptions,
  progress: Progress,
): Figures | undefined {
  switch (metric) {
    case 'degree':
      return plain(degrees(adjacency).total)
    case 'in-degree':
      return plain(degrees(adjacency).into)
    case 'out-degree':
      return plain(degrees(adjacency).out)
    case 'weighted-degree':
      return plain(degrees(adjacency).weighted)
    case 'neighbours':
      return plain(degrees(adjacency).neighbours)
    case 'page-rank':
      return ranked(adjacency, progress)
    case 'betweenness':
      return between(adjacency, options, progress)
    case 'closeness': {
      const values = closeness(adjacency, options, progress)
      return values === undefined ? undefined : plain(values)
    }
    case 'core':
      return plain(coreNumbers(adjacency))
    case 'community': {
      const found = communities(adjacency, options, progress)
      if (found === undefined) return undefined
      const { of, modularity, sizes } = found
      return {
        values: of,
        notes: [{ type: 'modularity', value: modularity, groups: sizes.length }],
      }
    }
    case 'component':
      return grouped(connectedComponents(adjacency))
    case 'strong-component':
      return grouped(strongComponents(adjacency))
    case 'cut-node':
      return plain(bridges(adjacency).nodes)
  }
}

function plain(values: ArrayLike<number>): Figures {
  return { values, notes: [] }
}

function grouped({
  of,
  sizes,
}: {
  readonly of: Uint32Array
  readonly sizes: Uint32Array
}): Figures {
  return { values: of, notes: [{ type: 'groups', groups: sizes.length, largest: sizes[0] ?? 0 }] }
}

function ranked(adjacency: Adjacency, progress: Progress): Figures | undefined {
  const found = pageRank(adjacency, {}, progress)
  if (found === undefined) return undefined
  const { ranks, converged, iterations, change } = found
  return { values: ranks, notes: converged ? [] : [{ type: 'not-converged', iterations, change }] }
}

function between(
  adjacency: Adjacency,
  options: MeasureOptions,
  progress: Progress,
): Figures | undefined {
  const found = betweenness(adjacency, options, progress)
  if (found === undefined) return undefined
  const { values, exact, pivots, errorBound, standardErrors } = found
  if (exact) return plain(values)
  const greatestStandardError = standardErrors.reduce((most, each) => Math.max(most, each), 0)
  const of = adjacency.nodeCount
  return { values, notes: [{ type: 'sampled', pivots, of, errorBound, greatestStandardError }] }
}
