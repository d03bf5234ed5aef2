import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import type { CompactGraph, Rows } from '../../src/graph/compact-graph.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'
import { anyKnowledge, reordered, withoutPlaces } from './any-multigraph.ts'

const seven = compactGraph(buildGraph(sevenNodes()))

describe('the index form of a graph', () => {
  test('lists the seven nodes by id with their ways out, in, and in either direction', () => {
    const { adjacency } = seven
    expect({
      nodes: seven.nodes,
      out: written(seven, adjacency.out),
      into: written(seven, adjacency.into),
      both: written(seven, adjacency.both),
    }).toEqual({
      nodes: ['island', 'lab', 'market', 'ministry', 'plan', 'qwen', 'shanghai'],
      out: {
        island: [],
        lab: ['works-with-1 ministry', 'offers-1 qwen', 'trained-1 qwen', 'based-in-1 shanghai'],
        market: [],
        ministry: ['works-with-1 lab', 'wrote-1 plan'],
        plan: ['guides-1 market'],
        qwen: ['tested-1 lab', 'succeeds-1 qwen'],
        shanghai: [],
      },
      into: {
        island: [],
        lab: ['works-with-1 ministry', 'tested-1 qwen'],
        market: ['guides-1 plan'],
        ministry: ['works-with-1 lab'],
        plan: ['wrote-1 ministry'],
        qwen: ['offers-1 lab', 'trained-1 lab', 'succeeds-1 qwen'],
        shanghai: ['based-in-1 lab'],
      },
      both: {
        island: [],
        lab: [
          'works-with-1 ministry',
          'offers-1 qwen',
          'trained-1 qwen',
          'tested-1 qwen',
          'based-in-1 shanghai',
        ],
        market: ['guides-1 plan'],
        ministry: ['works-with-1 lab', 'wrote-1 plan'],
        plan: ['guides-1 market', 'wrote-1 ministry'],
        qwen: ['offers-1 lab', 'trained-1 lab', 'tested-1 lab', 'succeeds-1 qwen'],
        shanghai: ['based-in-1 lab'],
      },
    })
  })

  test('does not depend on the order of the file', () => {
    fc.assert(
      fc.property(anyKnowledge(), (knowledge) => {
        const { nodes, edges, adjacency } = compactGraph(buildGraph(reordered(knowledge)))
        const original = compactGraph(buildGraph(knowledge))
        expect(withoutPlaces([nodes, edges, adjacency])).toEqual(
          withoutPlaces([original.nodes, original.edges, original.adjacency]),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('has every way that the edges have and no other', () => {
    fc.assert(
      fc.property(anyKnowledge(), (knowledge) => {
        const graph = buildGraph(knowledge)
        const compact = compactGraph(graph)
        const ways = (kind: 'out' | 'into' | 'both'): readonly string[] =>
          [...graph.edges.values()]
            .flatMap(({ id, source, target, statement }) => {
              const along = JSON.stringify([source, id, target])
              const against = JSON.stringify([target, id, source])
              if (source === target) return [along]
              if (kind === 'both' || statement.direction !== 'directed') return [along, against]
              return kind === 'out' ? [along] : [against]
            })
            .sort()
        const { out, into, both } = compact.adjacency
        expect([out, into, both].map((rows) => triples(compact, rows).sort())).toEqual([
          ways('out'),
          ways('into'),
          ways('both'),
        ])
      }),
    )
  })

  test('holds usable weights only, and counts the others', () => {
    fc.assert(
      fc.property(anyKnowledge(), (knowledge) => {
        const { edges, adjacency, unusableWeights } = compactGraph(buildGraph(knowledge))
        const usable = edges.map(({ statement: { weight = 1 } }) => weight >= 0 && weight <= 1e100)
        expect([[...adjacency.weights], unusableWeights]).toEqual([
          edges.map(({ statement }, index) =>
            usable[index] === true ? (statement.weight ?? 1) : 1,
          ),
          usable.filter((is) => !is).length,
        ])
      }),
    )
  })

  test('of a part has its nodes and those of its edges that join two of them', () => {
    const part = {
      nodes: new Set(['lab', 'qwen', 'plan'].map(entityId)),
      edges: new Set(['trained-1', 'guides-1', 'succeeds-1'].map(statementId)),
    }
    const compact = compactGraph(buildGraph(sevenNodes()), part)
    expect([compact.nodes, compact.edges.map(({ id }) => id)]).toEqual([
      ['lab', 'plan', 'qwen'],
      ['trained-1', 'succeeds-1'],
    ])
  })

  test('takes any string as an id, and survives the way to a worker', () => {
    const odd = compactGraph(buildGraph(sevenNodes(nasty)))
    expect([odd.nodes.length, odd.nodes.map((id) => odd.indices.get(id))]).toEqual([
      7,
      [0, 1, 2, 3, 4, 5, 6],
    ])
    expect(structuredClone(odd.adjacency)).toEqual(odd.adjacency)
  })
})

function triples(graph: CompactGraph, rows: Rows): string[] {
  return graph.nodes.flatMap((node, index) =>
    row(graph, rows, index).map(([edge, neighbour]) => JSON.stringify([node, edge, neighbour])),
  )
}

function written(graph: CompactGraph, rows: Rows): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    graph.nodes.map((node, index) => [node, row(graph, rows, index).map((pair) => pair.join(' '))]),
  )
}

function row(graph: CompactGraph, rows: Rows, index: number): (string | undefined)[][] {
  const [start, end] = [rows.starts[index], rows.starts[index + 1]]
  return Array.from(rows.neighbours.subarray(start, end), (neighbour, slot) => [
    graph.edges[rows.edges[(start ?? 0) + slot] ?? -1]?.id,
    graph.nodes[neighbour],
  ])
}
