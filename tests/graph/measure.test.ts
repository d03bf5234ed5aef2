import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betweenness } from '../../src/graph/betweenness.ts'
import { bridges } from '../../src/graph/bridges.ts'
import { communities } from '../../src/graph/communities.ts'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import type { CompactGraph } from '../../src/graph/compact-graph.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { measure } from '../../src/graph/measure.ts'
import { bridgeMetric, metrics } from '../../src/graph/metrics.ts'
import type { MetricId } from '../../src/graph/metrics.ts'
import { pageRank } from '../../src/graph/page-rank.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyGraph, anyKnowledge, reordered, ring } from './any-multigraph.ts'
import {
  bruteBetweenness,
  bruteBridges,
  bruteCloseness,
  bruteComponents,
  bruteCores,
  bruteCutNodes,
  bruteDegrees,
  brutePageRank,
} from './brute-metrics.ts'

const seven = compactGraph(buildGraph(sevenNodes()))

describe('the metrics of the seven nodes', () => {
  test('are those worked out by hand', () => {
    const of = (metric: MetricId, directed = false) => named(seven, metric, directed)
    expect({
      degree: of('degree'),
      'in-degree': of('in-degree'),
      'out-degree': of('out-degree'),
      neighbours: of('neighbours'),
      betweenness: of('betweenness'),
      directed: of('betweenness', true),
      core: of('core'),
      component: of('component'),
      strong: of('strong-component'),
      cut: of('cut-node'),
    }).toEqual({
      //                      island lab market ministry plan qwen shanghai
      degree: row(0, 5, 1, 2, 2, 5, 1),
      'in-degree': row(0, 2, 1, 1, 1, 3, 1),
      'out-degree': row(0, 4, 0, 2, 1, 2, 0),
      neighbours: row(0, 3, 1, 2, 2, 1, 1),
      // Undirected of 15 pairs of others, directed of 30.
      betweenness: row(0, 7 / 15, 0, 6 / 15, 4 / 15, 0, 0),
      directed: row(0, 6 / 30, 0, 4 / 30, 3 / 30, 0, 0),
      core: row(0, 1, 1, 1, 1, 1, 1),
      component: row(1, 0, 0, 0, 0, 0, 0),
      strong: row(1, 0, 2, 0, 3, 0, 4),
      cut: row(0, 1, 0, 1, 1, 0, 0),
    })
  })

  test('name the statements that alone hold parts together, never one of several', () => {
    const { edges } = bridges(seven.adjacency)
    expect(seven.edges.filter((_, index) => edges[index] === 1).map(({ id }) => id)).toEqual([
      'based-in-1',
      'works-with-1',
      'wrote-1',
      'guides-1',
    ])
  })

  test('have a modularity and communities that hang together', () => {
    expect(communities(seven.adjacency)).toMatchObject({
      sizes: Uint32Array.of(3, 3, 1),
      of: Uint32Array.of(2, 0, 1, 1, 1, 0, 0),
    })
  })
})

describe('every metric', () => {
  const oracles: readonly (readonly [MetricId, boolean, (graph: Graph) => readonly number[]])[] = [
    ['degree', false, (graph) => bruteDegrees(graph, 'total')],
    ['in-degree', false, (graph) => bruteDegrees(graph, 'into')],
    ['out-degree', false, (graph) => bruteDegrees(graph, 'out')],
    ['weighted-degree', false, (graph) => bruteDegrees(graph, 'weighted')],
    ['neighbours', false, (graph) => bruteDegrees(graph, 'neighbours')],
    ['page-rank', false, brutePageRank],
    ['betweenness', false, (graph) => bruteBetweenness(graph, false)],
    ['betweenness', true, (graph) => bruteBetweenness(graph, true)],
    ['closeness', false, (graph) => bruteCloseness(graph, false)],
    ['closeness', true, (graph) => bruteCloseness(graph, true)],
    ['core', false, bruteCores],
    ['component', false, (graph) => bruteComponents(graph, false)],
    ['strong-component', false, (graph) => bruteComponents(graph, true)],
    ['cut-node', false, bruteCutNodes],
  ]

  test.each(oracles)(
    '%s (directed: %s) is what its definition gives',
    (metric, directed, oracle) => {
      fc.assert(
        fc.property(anyGraph(6, 12), (graph) => {
          const found = measure(compactGraph(graph).adjacency, metric, { directed })
          expect(furthest(found?.values, oracle(graph))).toBeLessThan(1e-9)
        }),
        { numRuns: 60 },
      )
    },
  )

  test('is the same to the last bit whatever the order of the file', () => {
    fc.assert(
      fc.property(anyKnowledge(), fc.boolean(), (knowledge, directed) => {
        const all = (of: Knowledge) => {
          const { adjacency } = compactGraph(buildGraph(of))
          return metrics.map(({ id }) => measure(adjacency, id, { directed }))
        }
        expect(all(reordered(knowledge))).toEqual(all(knowledge))
      }),
      { numRuns: 40 },
    )
  })

  test('goes with its node when nodes change their names', () => {
    const renamed = metrics.filter(({ scale }) => scale !== 'group')
    fc.assert(
      fc.property(anyKnowledge(), (knowledge) => {
        const old = compactGraph(buildGraph(knowledge))
        const name = new Map(old.nodes.map((id, index) => [id, `${(index * 5 + 3) % 7} ${id}`]))
        const other = compactGraph(
          buildGraph(withNames(knowledge, (id) => name.get(entityId(id)) ?? id)),
        )
        for (const { id } of renamed) {
          const [before, after] = [old, other].map(
            ({ adjacency }) => measure(adjacency, id)?.values,
          )
          const followed = old.nodes.map((node) => {
            const index = other.indices.get(entityId(name.get(node) ?? ''))
            return after?.[index ?? -1] ?? Number.NaN
          })
          expect(furthest(before, followed)).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('says in one sentence what it means, and in one when it misleads', () => {
    const told = [...metrics, bridgeMetric].flatMap(({ sentence, caution }) => [sentence, caution])
    expect(told.filter((text) => !/^[A-Z][^.]+\.$/.test(text))).toEqual([])
  })

  test('survives the way from a worker', () => {
    const all = metrics.map(({ id }) => measure(seven.adjacency, id))
    expect(structuredClone(all)).toEqual(all)
  })

  test('gives nothing when cancelled, where it is long', () => {
    const big = compactGraph(ring(200)).adjacency
    const given = metrics.filter(({ id, long }) => long && measure(big, id, {}, () => false))
    expect(given).toEqual([])
  })
})

describe('bridges', () => {
  test('are the edges without which there are more parts', () => {
    fc.assert(
      fc.property(anyGraph(7, 10), (graph) => {
        const compact = compactGraph(graph)
        const { edges } = bridges(compact.adjacency)
        const found = compact.edges.filter((_, index) => edges[index] === 1).map(({ id }) => id)
        expect(new Set(found)).toEqual(bruteBridges(graph))
      }),
    )
  })
})

describe('PageRank', () => {
  test('says when it has not converged', () => {
    const found = pageRank(seven.adjacency, { mostIterations: 3 })
    expect([found?.converged, found?.iterations]).toEqual([false, 3])
  })
})

describe('sampled betweenness', () => {
  const { adjacency } = compactGraph(ring(61))
  const exact = betweenness(adjacency)

  test('is exact with every node as a start', () => {
    expect(betweenness(adjacency, { pivots: 61 })).toEqual(exact)
  })

  test('depends on the seed alone and keeps to its bound', () => {
    const sample = betweenness(adjacency, { pivots: 40, seed: 7 })
    const furthest = Math.max(
      ...(sample?.values ?? []).map((value, node) => Math.abs(value - (exact?.values[node] ?? 0))),
    )
    expect([sample?.exact, sample?.pivots, furthest < (sample?.errorBound ?? 0)]).toEqual([
      false,
      40,
      true,
    ])
    expect(betweenness(adjacency, { pivots: 40, seed: 7 })).toEqual(sample)
  })

  test('comes near the truth on average, as near as the standard errors say', () => {
    const samples = Array.from({ length: 60 }, (_, seed) =>
      betweenness(adjacency, { pivots: 20, seed }),
    )
    const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / of.length
    const values = samples.map((sample) => sample?.values[0] ?? 0)
    const truth = exact?.values[0] ?? 0
    const spread = Math.sqrt(mean(values.map((value) => (value - truth) ** 2)))
    const told = mean(samples.map((sample) => sample?.standardErrors[0] ?? 0))
    // Drawing without repetition makes the spread a little smaller than told.
    expect([
      Math.abs(mean(values) - truth) < told / 2,
      spread < told * 1.2,
      spread > told / 2,
    ]).toEqual([true, true, true])
  })
})

function named(graph: CompactGraph, metric: MetricId, directed: boolean) {
  const values = measure(graph.adjacency, metric, { directed })?.values
  return Object.fromEntries(graph.nodes.map((node, index) => [node, close(values?.[index])]))
}

function row(...values: readonly number[]) {
  return Object.fromEntries(seven.nodes.map((node, index) => [node, close(values[index])]))
}

/** The greatest difference relative to the figures; infinite where one is missing or no number. */
function furthest(found: Float64Array | undefined, expected: readonly number[]): number {
  if (found?.length !== expected.length) return Infinity
  const apart = expected.map((value, index) => {
    const difference = Math.abs((found[index] ?? Number.NaN) - value)
    return Number.isNaN(difference) ? Infinity : difference / Math.max(1, Math.abs(value))
  })
  return Math.max(0, ...apart)
}

/** Ten significant digits: more are rounding. */
function close(value: number | undefined): number {
  return Number((value ?? Number.NaN).toPrecision(10)) + 0
}

function withNames(knowledge: Knowledge, name: (id: string) => string): Knowledge {
  const entities = [...knowledge.entities.values()].map((each) => ({
    ...each,
    id: entityId(name(each.id)),
  }))
  const statements = [...knowledge.statements.values()].map((each) => ({
    ...each,
    id: statementId(`${each.id.length} ${each.id}`),
    subject: entityId(name(each.subject)),
    value:
      each.value.type === 'entity'
        ? { ...each.value, entity: entityId(name(each.value.entity)) }
        : each.value,
  }))
  return {
    ...knowledge,
    entities: new Map(entities.map((each) => [each.id, each])),
    statements: new Map(statements.map((each) => [each.id, each])),
  }
}
