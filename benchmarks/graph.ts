import { compactGraph } from '../src/graph/compact-graph.ts'
import type { CompactGraph } from '../src/graph/compact-graph.ts'
import { connecting } from '../src/graph/connecting.ts'
import { buildGraph, mostConnected } from '../src/graph/graph.ts'
import type { Graph } from '../src/graph/graph.ts'
import { measure } from '../src/graph/measure.ts'
import { metrics } from '../src/graph/metrics.ts'
import { betweenness } from '../src/graph/betweenness.ts'
import { bridges } from '../src/graph/bridges.ts'
import { continuations, pattern } from '../src/graph/pattern.ts'
import { rankedNeighbours } from '../src/graph/ranked-neighbours.ts'
import { shortestPaths } from '../src/graph/shortest-paths.ts'
import { entityId, predicateId, statementId } from '../src/model/ids.ts'
import type { EntityId } from '../src/model/ids.ts'
import type { Entity, Knowledge, Statement } from '../src/model/knowledge.ts'
import { median, timed } from './figures.ts'

/**
 * The core's questions about a graph, in plain Node, on graphs with hubs made of a seed. With an
 * argument, only those whose names hold it.
 */
const sizes = [
  { nodes: 10_000, edges: 50_000, runs: 5 },
  { nodes: 100_000, edges: 500_000, runs: 3 },
]

/** Closeness is one search per node: too long for the larger graph. */
const longestCloseness = 20_000

for (const { nodes, edges, runs } of sizes) {
  const knowledge = sample(nodes, edges)
  const graph = buildGraph(knowledge)
  const compact = compactGraph(graph)
  const head = `\n${nodes} nodes, ${edges} edges; Node ${process.version}; medians of ${runs} runs\n`
  console.log(`${head}\n| ${'ms'.padEnd(48)} |     wall |      CPU |`)
  for (const [name, work] of [...questions(graph, compact, knowledge), ...structure(compact)]) {
    if (!name.includes(process.argv[2] ?? '')) continue
    const cpu: number[] = []
    const wall = Array.from({ length: runs }, (_, run) => {
      const start = process.cpuUsage()
      const elapsed = timed(() => work(run))
      const { user, system } = process.cpuUsage(start)
      cpu.push((user + system) / 1000)
      return elapsed
    })
    console.log(`| ${name.padEnd(48)} | ${figure(wall)} | ${figure(cpu)} |`)
  }
}

function figure(times: readonly number[]): string {
  const middle = median(times)
  return middle.toFixed(middle < 10 ? 2 : 0).padStart(8)
}

type Question = readonly [name: string, work: (run: number) => unknown]

function questions(graph: Graph, compact: CompactGraph, knowledge: Knowledge): readonly Question[] {
  const at = (index: number): EntityId => entityId(`n${index % compact.nodes.length}`)
  const hub = mostConnected(graph, 1)[0] ?? at(0)
  const pair = (run: number) => [at(991 + run * 7919), at(5003 + run * 4_241)] as const
  return [
    ['compactGraph', () => compactGraph(graph)],
    ['shortest path, one', (run) => shortestPaths(compact, ...pair(run), { count: 1 })],
    ['ten paths', (run) => shortestPaths(compact, ...pair(run))],
    ['ten paths, directed', (run) => shortestPaths(compact, ...pair(run), { directed: true })],
    [
      'ten paths, hubs penalised',
      (run) => shortestPaths(compact, ...pair(run), { hubPenalty: true }),
    ],
    [
      'ten paths, hubs penalised, 6 steps at most',
      (run) => shortestPaths(compact, ...pair(run), { hubPenalty: true, longest: 6 }),
    ],
    [
      'a hundred paths, an edge filter',
      (run) =>
        shortestPaths(compact, ...pair(run), { count: 100, passes: ({ id }) => id.length > 2 }),
    ],
    [
      'connecting five',
      (run) =>
        connecting(
          compact,
          [0, 1, 2, 3, 4].map((each) => at(each * 1237 + run)),
        ),
    ],
    ['neighbours of the greatest hub, ranked', () => rankedNeighbours(compact, new Set(), hub)],
    [
      'a pattern of three steps',
      () =>
        pattern(compact, knowledge, {}, [
          { predicate: predicateId('p1'), direction: 'in', node: {} },
          { predicate: predicateId('p2'), direction: 'out', node: {} },
          { direction: 'either', node: { among: new Set([hub]) } },
        ]),
    ],
    ['what may follow all nodes', () => continuations(compact, knowledge, new Set(graph.nodes))],
  ]
}

function structure(compact: CompactGraph): readonly Question[] {
  const { adjacency } = compact
  const measured = metrics.filter(
    ({ id }) => id !== 'closeness' || adjacency.nodeCount <= longestCloseness,
  )
  return [
    ...measured.map(({ id }): Question => [id, () => measure(adjacency, id)]),
    ['bridges', () => bridges(adjacency)],
    ['betweenness, 200 pivots', () => betweenness(adjacency, { pivots: 200 })],
  ]
}

/**
 * Half of the ends are drawn evenly and half from the ends drawn before, which makes hubs
 * (preferential attachment), so degrees are as uneven as in the files that people bring.
 */
function sample(nodes: number, edges: number): Knowledge {
  const random = randomNumbers(1)
  const ends: number[] = []
  const end = (): number => {
    const drawn = Math.floor(random() * nodes)
    const chosen = random() < 0.5 ? drawn : (ends[Math.floor(random() * ends.length)] ?? drawn)
    ends.push(chosen)
    return chosen
  }
  const statements = Array.from({ length: edges }, (_, index) => statement(index, end(), end()))
  const entities = Array.from({ length: nodes }, (_, index) => entity(index))
  return {
    dataset: { id: 'sample', title: 'Sample', start: [] },
    kinds: new Map(),
    predicates: new Map(),
    qualifiers: new Map(),
    sources: new Map(),
    entities: new Map(entities.map((each) => [each.id, each])),
    statements: new Map(statements.map((each) => [each.id, each])),
    columns: { entity: [], statement: [] },
  }
}

function entity(index: number): Entity {
  return { id: entityId(`n${index}`), aliases: [], parents: [], spans: [], attributes: [] }
}

function statement(index: number, subject: number, value: number): Statement {
  return {
    id: statementId(`e${index}`),
    subject: entityId(`n${subject}`),
    predicate: predicateId(`p${index % 7}`),
    value: { type: 'entity', entity: entityId(`n${value}`) },
    direction: index % 5 === 0 ? 'undirected' : 'directed',
    qualifiers: [],
    references: [],
    disputes: [],
    spans: [],
    attributes: [],
  }
}

/** Numbers from 0 to below 1 that the seed alone decides (Park and Miller's generator). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
