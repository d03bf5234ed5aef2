import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { connecting } from '../../src/graph/connecting.ts'
import type { ConnectingOptions, Connection } from '../../src/graph/connecting.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import type { Edge, Graph } from '../../src/graph/graph.ts'
import { neighbourhood } from '../../src/graph/neighbourhood.ts'
import { entityId, predicateId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'
import { anyKnowledge, reordered, withoutPlaces } from './any-multigraph.ts'
import { everyPath, stepsFrom } from './brute-paths.ts'

const seven = compactGraph(buildGraph(sevenNodes()))
const ask = (...ids: readonly string[]): Connection => connecting(seven, ids.map(entityId))
const tree = ({ tree }: Connection): readonly string[] =>
  tree.map(({ from, to, edges }) => `${from} (${edges.map(({ id }) => id).join()}) ${to}`)

const anySeeds = fc.array(fc.nat(8), { minLength: 1, maxLength: 5 })
const anyOptions = fc
  .record({ directed: fc.boolean(), skip: fc.nat(12) })
  .map(({ directed, skip }): ConnectingOptions => ({
    directed,
    count: 3,
    passes: ({ id }) => id !== `e${skip}`,
  }))

describe('what connects several entities', () => {
  test('is a tree through those between them, and the neighbours they share', () => {
    const found = ask('shanghai', 'qwen', 'plan')
    expect({
      tree: tree(found),
      parts: found.parts,
      shared: found.shared,
      pairs: found.pairs.map(({ from, to, shortest }) => `${from} ${to} ${shortest}`),
      nodes: [...found.nodes].sort(),
      edges: [...found.edges].map(({ id }) => id).sort(),
    }).toEqual({
      tree: [
        'qwen (offers-1,trained-1,tested-1) lab',
        'plan (wrote-1) ministry',
        'lab (based-in-1) shanghai',
        'ministry (works-with-1) lab',
      ],
      parts: [['plan', 'qwen', 'shanghai']],
      shared: [{ node: 'lab', by: ['qwen', 'shanghai'], neighbours: 3 }],
      pairs: ['plan qwen 1', 'plan shanghai 1', 'qwen shanghai 1'],
      nodes: ['lab', 'ministry', 'plan', 'qwen', 'shanghai'],
      edges: ['based-in-1', 'offers-1', 'tested-1', 'trained-1', 'works-with-1', 'wrote-1'],
    })
  })

  test('is nothing for islands, strangers and no seeds', () => {
    const [island, none] = [ask('island', 'qwen', 'nowhere', 'qwen'), ask()]
    expect([island.seeds, island.parts, tree(island), island.pairs[0]?.paths]).toEqual([
      ['island', 'qwen'],
      [['island'], ['qwen']],
      [],
      [],
    ])
    expect([none.pairs, none.tree, none.parts, none.shared]).toEqual([[], [], [], []])
  })

  test('takes any string as an id, and keeps away from predicates', () => {
    const odd = compactGraph(buildGraph(sevenNodes(nasty)))
    const seeds = ['shanghai', 'qwen'].map((id) => entityId(nasty(id)))
    const avoid = new Set([predicateId(nasty('based-in'))])
    expect([connecting(odd, seeds).tree.length, connecting(odd, seeds, { avoid }).tree]).toEqual([
      2,
      [],
    ])
  })

  test('lists for every pair its shortest paths, as trying all finds them', () => {
    fc.assert(
      fc.property(anyKnowledge(7), anySeeds, anyOptions, (knowledge, at, options) => {
        const graph = buildGraph(knowledge)
        for (const { from, to, paths, shortest } of asked(graph, at, options).pairs) {
          const all = everyPath(graph, from, to, options)
          const least = all.filter(({ cost }) => cost === all[0]?.cost)
          expect([paths, shortest]).toEqual([least.slice(0, 3), least.length])
        }
      }),
    )
  })

  test('is a tree per part, of less than twice the fewest steps', () => {
    fc.assert(
      fc.property(anyKnowledge(7, 14), anySeeds, anyOptions, (knowledge, at, options) => {
        const graph = buildGraph(knowledge)
        const { seeds, parts, tree } = asked(graph, at, options)
        const reach = (seed: EntityId) => neighbourhood(graph, seed, 9, options.passes)
        expect(parts.flat().sort()).toEqual(seeds)
        for (const part of parts) {
          const inPart = new Set(
            part.flatMap((seed) => seeds.filter((each) => reach(seed).has(each))),
          )
          expect([...inPart].sort()).toEqual(part)
          const own = tree.filter(({ from }) => reach(part[0] ?? from).has(from))
          const nodes = new Set([...part, ...own.flatMap(({ from, to }) => [from, to])])
          // Connected, with one step fewer than nodes: a tree.
          expect([joins(graph, nodes, options), own.length]).toEqual([true, nodes.size - 1])
          const most = (2 - 2 / part.length) * fewestToJoin(graph, part, options)
          expect(own.length).toBeLessThanOrEqual(most)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('counts as shared the neighbours of two seeds or more', () => {
    fc.assert(
      fc.property(anyKnowledge(7), anySeeds, anyOptions, (knowledge, at, options) => {
        const graph = buildGraph(knowledge)
        const { seeds, shared } = asked(graph, at, options)
        const expected = graph.nodes
          .filter((node) => !seeds.includes(node))
          .map((node) => ({
            node,
            by: seeds.filter((seed) => stepsFrom(graph, seed, options).has(node)),
            neighbours: [...stepsFrom(graph, node, { ...options, directed: false }).keys()].filter(
              (other) => other !== node,
            ).length,
          }))
          .filter(({ by }) => by.length > 1)
          .sort(
            (a, b) =>
              b.by.length - a.by.length ||
              a.neighbours - b.neighbours ||
              (a.node < b.node ? -1 : 1),
          )
        expect(shared).toEqual(expected)
      }),
    )
  })

  test('is the same whatever the order of file and seeds', () => {
    fc.assert(
      fc.property(anyKnowledge(), anySeeds, anyOptions, (knowledge, at, options) => {
        const graph = buildGraph(knowledge)
        const seeds = at.flatMap((index) => graph.nodes[index] ?? [])
        const other = compactGraph(buildGraph(reordered(knowledge)))
        expect(withoutPlaces(connecting(other, seeds.toReversed(), options))).toEqual(
          withoutPlaces(connecting(compactGraph(graph), seeds, options)),
        )
      }),
      { numRuns: 30 },
    )
  })
})

function asked(graph: Graph, at: readonly number[], options: ConnectingOptions): Connection {
  return connecting(
    compactGraph(graph),
    at.flatMap((index) => graph.nodes[index] ?? []),
    options,
  )
}

/** Whether the nodes hang together by the edges between them. */
function joins(graph: Graph, nodes: ReadonlySet<EntityId>, options: ConnectingOptions): boolean {
  const [first] = nodes
  const inside = (edge: Edge): boolean =>
    nodes.has(edge.source) && nodes.has(edge.target) && options.passes?.(edge) !== false
  return first === undefined || neighbourhood(graph, first, nodes.size, inside).size === nodes.size
}

/** One step fewer than the smallest set of nodes that holds the seeds and hangs together. */
function fewestToJoin(
  graph: Graph,
  seeds: readonly EntityId[],
  options: ConnectingOptions,
): number {
  let fewest = Infinity
  for (let bits = 0; bits < 2 ** graph.nodes.length; bits += 1) {
    const nodes = new Set([...seeds, ...graph.nodes.filter((_, at) => (bits >> at) % 2 === 1)])
    if (nodes.size - 1 < fewest && joins(graph, nodes, options)) fewest = nodes.size - 1
  }
  return fewest
}
