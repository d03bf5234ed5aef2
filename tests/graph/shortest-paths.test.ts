import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { shortestPaths } from '../../src/graph/shortest-paths.ts'
import type { PathOptions, Paths } from '../../src/graph/shortest-paths.ts'
import { entityId, predicateId } from '../../src/model/ids.ts'
import { edge, nasty, node, sevenNodes } from '../seven-nodes.ts'
import { anyKnowledge, reordered, withoutPlaces } from './any-multigraph.ts'
import { everyPath } from './brute-paths.ts'

const seven = compactGraph(buildGraph(sevenNodes()))
const told = ({ paths }: Paths): readonly string[] =>
  paths.map(({ steps, nodes }) =>
    [nodes[0], ...steps.map(({ edges, to }) => `(${edges.map(({ id }) => id).join()}) ${to}`)].join(
      ' ',
    ),
  )
const between = (from: string, to: string, options?: PathOptions): readonly string[] =>
  told(shortestPaths(seven, entityId(from), entityId(to), options))

const anyOptions = fc
  .record({
    directed: fc.boolean(),
    hubPenalty: fc.boolean(),
    avoid: fc.constantFrom([], [], [], ['q'], ['p', 'q']),
    skip: fc.nat(12),
    longest: fc.option(fc.nat(6), { nil: undefined }),
    count: fc.nat(12),
  })
  .map(({ avoid, skip, longest, ...options }): PathOptions => ({
    ...options,
    avoid: new Set(avoid.map(predicateId)),
    passes: ({ id }) => id !== `e${skip}`,
    ...(longest === undefined ? {} : { longest }),
  }))

describe('the paths between two nodes', () => {
  test('are those of trying all, the cheapest first, in order and with all their edges', () => {
    fc.assert(
      fc.property(
        anyKnowledge(7, 40),
        fc.nat(),
        fc.nat(),
        anyOptions,
        (knowledge, a, b, options) => {
          const graph = buildGraph(knowledge)
          const id = (index: number) => graph.nodes[index % graph.nodes.length] ?? entityId('x')
          const all = everyPath(graph, id(a), id(b), options)
          const count = options.count ?? 10
          expect(shortestPaths(compactGraph(graph), id(a), id(b), options)).toEqual({
            paths: all.slice(0, count),
            shortest: all.filter(({ cost }) => cost === all[0]?.cost).length,
            more: all.length > count,
            cutShort: false,
          })
        },
      ),
      { numRuns: 600 },
    )
  })

  test('are the same whatever the order of the file', () => {
    fc.assert(
      fc.property(anyKnowledge(), anyOptions, (knowledge, options) => {
        const graph = buildGraph(knowledge)
        const [from, to] = [graph.nodes[0] ?? entityId('x'), graph.nodes.at(-1) ?? entityId('x')]
        const other = compactGraph(buildGraph(reordered(knowledge)))
        expect(withoutPlaces(shortestPaths(other, from, to, options))).toEqual(
          withoutPlaces(shortestPaths(compactGraph(graph), from, to, options)),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('are the same from both ends, in the same order, where directions do not count', () => {
    fc.assert(
      fc.property(anyKnowledge(7, 40), anyOptions, fc.nat(), (knowledge, options, pick) => {
        const graph = compactGraph(buildGraph(knowledge))
        const [from, to] = [graph.nodes[0], graph.nodes[pick % graph.nodes.length]]
        if (from === undefined || to === undefined) return
        const search = (a: typeof from, b: typeof from): readonly (readonly string[])[] =>
          shortestPaths(graph, a, b, { ...options, directed: false }).paths.map(
            ({ nodes }) => nodes,
          )
        expect(search(to, from)).toEqual(search(from, to).map((nodes) => nodes.toReversed()))
      }),
      { numRuns: 300 },
    )
    const crossed = linked(['a m1', 'a m2', 'm1 n2', 'm2 n1', 'n1 z', 'n2 z'])
    const ways = [
      ['a', 'z'],
      ['z', 'a'],
    ].map(([from = '', to = '']) => told(shortestPaths(crossed, entityId(from), entityId(to))))
    const short = ways.map((paths) => paths.map((path) => path.replaceAll(/ \(\w+\)/g, '')))
    expect(short).toEqual([
      ['a m1 n2 z', 'a m2 n1 z'],
      ['z n2 m1 a', 'z n1 m2 a'],
    ])
  })

  test('name all parallel edges of a step', () => {
    expect(between('shanghai', 'qwen')).toEqual([
      'shanghai (based-in-1) lab (offers-1,trained-1,tested-1) qwen',
    ])
  })

  test('respect the direction on request; an edge without one leads both ways', () => {
    expect([
      between('lab', 'market', { directed: true }),
      between('market', 'lab', { directed: true }),
      between('qwen', 'shanghai', { directed: true }),
    ]).toEqual([
      ['lab (works-with-1) ministry (wrote-1) plan (guides-1) market'],
      [],
      ['qwen (tested-1) lab (based-in-1) shanghai'],
    ])
  })

  test('keep away from predicates and edges', () => {
    const avoid = new Set(['trained', 'offers'].map(predicateId))
    expect([
      between('lab', 'qwen', { avoid }),
      between('lab', 'qwen', { passes: ({ statement }) => statement.references.length > 0 }),
      between('lab', 'qwen', { passes: () => false }),
    ]).toEqual([['lab (tested-1) qwen'], ['lab (offers-1,trained-1) qwen'], []])
  })

  test('are one without steps to the node itself, and none to strangers or islands', () => {
    expect([
      between('qwen', 'qwen'),
      between('qwen', 'island'),
      between('qwen', 'nowhere'),
      between('qwen', 'market', { longest: 3 }),
      between('qwen', 'market', { longest: Number.NaN }),
    ]).toEqual([['qwen'], [], [], [], []])
  })

  test('take the way round a hub on request', () => {
    const hub = fan(8)
    const find = (hubPenalty: boolean): readonly string[] =>
      shortestPaths(hub, entityId('a'), entityId('z'), { hubPenalty }).paths.map(
        ({ nodes, cost }) => `${nodes.join(' ')}: ${cost}`,
      )
    expect([find(false), find(true)]).toEqual([
      ['a hub z: 2', 'a x y z: 3'],
      ['a x y z: 5', 'a hub z: 5.321928024291992'],
    ])
  })

  test('are found with ids of any kind', () => {
    const odd = compactGraph(buildGraph(sevenNodes(nasty)))
    const { paths } = shortestPaths(odd, entityId(nasty('shanghai')), entityId(nasty('plan')))
    expect(paths.map(({ nodes }) => nodes)).toEqual([
      ['shanghai', 'lab', 'ministry', 'plan'].map(nasty),
    ])
  })
})

/** `a` and `z` joined through a hub with as many leaves, and the long way by `x` and `y`. */
function fan(leaves: number) {
  const spokes = Array.from({ length: leaves }, (_, index) => `hub leaf${index}`)
  return linked(['a hub', 'hub z', 'a x', 'x y', 'y z', ...spokes])
}

/** The graph of statements from each first node to its second. */
function linked(pairs: readonly string[]) {
  const ends = pairs.map((pair) => pair.split(' '))
  const nodes = [...new Set(ends.flat())].map((id) => node(id, id, undefined))
  const edges = ends.map(([from = '', to = ''], index) => edge(`e${index}`, from, 'p', to))
  return compactGraph(
    buildGraph({
      ...sevenNodes(),
      entities: new Map(nodes.map((each) => [each.id, each])),
      statements: new Map(edges.map((each) => [each.id, each])),
    }),
  )
}
