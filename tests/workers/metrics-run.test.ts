import { describe, expect, test } from 'vitest'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { measure } from '../../src/graph/measure.ts'
import { metrics } from '../../src/graph/metrics.ts'
import { runMetrics } from '../../src/workers/metrics-run.ts'
import type { MetricsReport } from '../../src/workers/metrics-run.ts'
import { sevenNodes } from '../seven-nodes.ts'

const { adjacency } = compactGraph(buildGraph(sevenNodes()))

/** Reports of a run on a clock that goes on by so many milliseconds at every look. */
function reportsOf(wanted: Parameters<typeof runMetrics>[0]['wanted'], tick: number) {
  const reports: MetricsReport[] = []
  let time = 0
  runMetrics(
    // As a worker gets it.
    structuredClone({ adjacency, wanted }),
    (report) => reports.push(report),
    () => (time += tick),
  )
  return reports
}

describe('a run of the worker', () => {
  test('ends with the metric that was asked for, whichever it is', () => {
    for (const { id } of metrics) {
      expect(reportsOf(id, 0)).toEqual([{ type: 'measured', measured: measure(adjacency, id) }])
    }
  })

  test('reports its progress now and then', () => {
    const shares = reportsOf('community', 100).flatMap((report) =>
      report.type === 'progress' ? [report.share] : [],
    )
    expect(shares.length).toBeGreaterThan(0)
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
  })

  test('tells how the seven nodes hang together', () => {
    // Two components, one of them the island; 5 of 21 pairs are joined.
    expect(reportsOf('summary', 0)).toEqual([
      {
        type: 'summary',
        summary: { components: 2, largest: 6, density: 5 / 21, bridges: 4, cutNodes: 3 },
      },
    ])
  })

  test('has no density to tell of less than two nodes', () => {
    const alone = compactGraph(buildGraph({ ...sevenNodes(), entities: new Map() }))
    const reports: MetricsReport[] = []
    runMetrics(
      { adjacency: alone.adjacency, wanted: 'summary' },
      (report) => reports.push(report),
      () => 0,
    )
    expect(reports).toEqual([
      {
        type: 'summary',
        summary: { components: 0, largest: 0, density: undefined, bridges: 0, cutNodes: 0 },
      },
    ])
  })
})
