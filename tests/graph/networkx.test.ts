import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bridges } from '../../src/graph/bridges.ts'
import { communities, modularity } from '../../src/graph/communities.ts'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import type { CompactGraph } from '../../src/graph/compact-graph.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { measure } from '../../src/graph/measure.ts'
import type { MetricId } from '../../src/graph/metrics.ts'
import { densestCore } from '../../src/graph/part.ts'
import { shortestPaths } from '../../src/graph/shortest-paths.ts'
import { skeletonOf } from '../../src/graph/skeleton.ts'
import { entityId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { edge, node, sevenNodes } from '../seven-nodes.ts'

/*
 * `networkx-figures.json` holds what NetworkX says and the calls that make it say so, as
 * `networkx-figures.py` writes them, so that nothing but this repository is needed to compare.
 * Where the definitions agree, so must the figures, to 1e-9. They differ in this:
 * - NetworkX refuses core numbers of graphs with self-loops; here self-loops do not count.
 * - Its figures of multigraphs are its own affair: core numbers and modularity refuse or sum, here
 *   parallel edges are one way for paths and cores, and add their weights for the rest. The two
 *   graphs have neither, so this does not show.
 * - It knows no mixed graphs; here an edge without direction leads both ways, as `to_directed` does.
 * - Its PageRank stops at a mean change of 1e-6 unless told otherwise; it is told here.
 * - Louvain's result depends on the order in which nodes move, which is random there, so only the
 *   modularity of a given partition is compared, and that ours is as good.
 */

type ByNode = Readonly<Record<string, number>>

interface Figures extends Readonly<Record<(typeof shared)[number], ByNode>> {
  readonly nodes: readonly string[]
  readonly edges: readonly (readonly [string, string, number])[]
  readonly 'cut-node': readonly string[]
  readonly 'k-cores': readonly (readonly [number, readonly string[], number])[]
  readonly bridges: readonly (readonly [string, string])[]
  readonly components: number
  readonly directed: Readonly<Record<(typeof sharedDirected)[number], ByNode>> & {
    readonly components: number
  }
  readonly paths: readonly {
    readonly from: string
    readonly to: string
    readonly shortest: number
    readonly lengths: readonly number[]
  }[]
  readonly louvain: { readonly groups: readonly (readonly string[])[]; readonly modularity: number }
}

const shared = [
  'degree',
  'weighted-degree',
  'page-rank',
  'betweenness',
  'closeness',
  'core',
] as const
const sharedDirected = ['in-degree', 'out-degree', 'page-rank', 'betweenness', 'closeness'] as const

const { figures: said, networkx: version } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'networkx-figures.json'), 'utf8'),
) as { readonly networkx: string; readonly figures: Readonly<Record<string, Figures>> }

describe.each(['karate club', 'Les Misérables'])(`as NetworkX ${version} has it, %s`, (name) => {
  const figures = said[name] as Figures
  const graph = graphOf(figures, 'undirected')
  const directed = graphOf(figures, 'directed')

  test.each(shared)('%s', (metric) => {
    expect(differences(graph, metric, figures[metric])).toEqual([])
  })

  test.each(sharedDirected)('directed %s', (metric) => {
    expect(differences(directed, metric, figures.directed[metric], true)).toEqual([])
  })

  test('cut nodes, bridges and components', () => {
    const { nodes, edges } = bridges(graph.adjacency)
    const groups = (of: CompactGraph, metric: MetricId) =>
      new Set(measure(of.adjacency, metric)?.values).size
    expect({
      cuts: graph.nodes.filter((_, index) => nodes[index] === 1),
      bridges: graph.edges
        .filter((_, index) => edges[index] === 1)
        .map(({ source, target }) => [source, target].sort().join(' '))
        .sort(),
      components: groups(graph, 'component'),
      strong: groups(directed, 'strong-component'),
    }).toEqual({
      cuts: figures['cut-node'].toSorted(),
      bridges: figures.bridges.map((pair) => pair.join(' ')).toSorted(),
      components: figures.components,
      strong: figures.directed.components,
    })
  })

  test('the core that fits, at the size of each', () => {
    const skeleton = skeletonOf(knowledgeOf(figures, 'undirected'))
    const found = figures['k-cores'].map(([, { length }, edges]) => {
      const core = densestCore(skeleton, { nodes: length, edges })
      const ids = skeleton.ids.filter((_, index) => core?.holds[index] === 1)
      return [ids.toSorted(), core?.size.edges]
    })
    expect(found).toEqual(figures['k-cores'].map(([, ids, edges]) => [ids, edges]))
  })

  test('how many shortest paths there are, and how long the ten best are', () => {
    const found = figures.paths.map(({ from, to }) => {
      const { paths, shortest } = shortestPaths(graph, entityId(from), entityId(to))
      return { from, to, shortest, lengths: paths.map(({ steps }) => steps.length) }
    })
    expect(found).toEqual(figures.paths)
  })

  test('the modularity of a partition, and communities as good', () => {
    const { groups, modularity: theirs } = figures.louvain
    const of = Uint32Array.from(graph.nodes, (id) =>
      groups.findIndex((group) => group.includes(id)),
    )
    const ours = communities(graph.adjacency)?.modularity ?? 0
    expect(modularity(graph.adjacency, of)).toBeCloseTo(theirs, 9)
    expect(ours).toBeGreaterThan(theirs - 0.005)
  })
})

type Direction = 'directed' | 'undirected'

function graphOf(figures: Figures, direction: Direction): CompactGraph {
  return compactGraph(buildGraph(knowledgeOf(figures, direction)))
}

function knowledgeOf(figures: Figures, direction: Direction): Knowledge {
  const nodes = figures.nodes.map((id) => node(id, id, undefined))
  const edges = figures.edges.map(([source, target, weight], index) =>
    edge(`e${index}`, source, 'p', target, { direction, weight }),
  )
  return {
    ...sevenNodes(),
    entities: new Map(nodes.map((each) => [each.id, each])),
    statements: new Map(edges.map((each) => [each.id, each])),
  }
}

/** The nodes whose figures are more than 1e-9 apart. */
function differences(graph: CompactGraph, metric: MetricId, theirs: ByNode, directed = false) {
  const values = measure(graph.adjacency, metric, { directed })?.values
  return graph.nodes
    .map((id, index) => ({
      id,
      ours: values?.[index] ?? Number.NaN,
      theirs: theirs[id] ?? Number.NaN,
    }))
    .filter(({ ours, theirs }) => !(Math.abs(ours - theirs) <= 1e-9))
}
