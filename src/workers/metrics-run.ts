import type { Adjacency } from '../graph/compact-graph.ts'
import { measure } from '../graph/measure.ts'
import type { Measured } from '../graph/measure.ts'
import type { MetricId } from '../graph/metrics.ts'
import { structureOf } from './metrics-summary.ts'
import type { StructureSummary } from './metrics-summary.ts'

/** What the page asks of the worker: one metric of all nodes, or what there is to say of the whole. */
export interface MetricsOrder {
  readonly adjacency: Adjacency
  readonly wanted: MetricId | 'summary'
}

export type MetricsReport =
  /** From 0 to 1. */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'measured'; readonly measured: Measured }
  | { readonly type: 'summary'; readonly summary: StructureSummary }

/** A progress more often than this is of no use to anybody, in milliseconds. */
const between = 60

/** Measures and reports: progress now and then, the result at the end. `now` is in milliseconds. */
export function runMetrics(
  { adjacency, wanted }: MetricsOrder,
  report: (report: MetricsReport) => void,
  now: () => number,
): void {
  if (wanted === 'summary') {
    report({ type: 'summary', summary: structureOf(adjacency) })
    return
  }
  let told = now()
  const measured = measure(adjacency, wanted, {}, (share) => {
    const time = now()
    if (time - told >= between) {
      told = time
      report({ type: 'progress', share })
    }
    // A run that is not wanted any more ends with its worker.
    return true
  })
  if (measured !== undefined) report({ type: 'measured', measured })
}
