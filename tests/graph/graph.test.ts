import { describe, expect, test } from 'vitest'
import { buildGraph, degree, mostConnected, edgesAt, otherEnd } from '../../src/graph/graph.ts'
import { entityId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { edge, nasty, sevenNodes } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const graph = buildGraph(knowledge)
const at = (id: string): readonly string[] => edgesAt(graph, entityId(id)).map((each) => each.id)

describe('the graph', () => {
  test('has every entity as a node and every statement between entities as an edge', () => {
    expect({
      nodes: graph.nodes,
      edges: [...graph.edges.values()].map(
        ({ id, source, target }) => `${id}: ${source} ${target}`,
      ),
    }).toEqual({
      nodes: ['lab', 'qwen', 'shanghai', 'ministry', 'plan', 'market', 'island'],
      edges: [
        'trained-1: lab qwen',
        'offers-1: lab qwen',
        'tested-1: qwen lab',
        'succeeds-1: qwen qwen',
        'based-in-1: lab shanghai',
        'works-with-1: ministry lab',
        'wrote-1: ministry plan',
        'guides-1: plan market',
      ],
    })
  })

  test('lists the edges at a node, a self-loop once', () => {
    expect([at('qwen'), at('island'), at('nowhere')]).toEqual([
      ['trained-1', 'offers-1', 'tested-1', 'succeeds-1'],
      [],
      [],
    ])
  })

  test('counts a self-loop twice', () => {
    expect(graph.nodes.map((id) => degree(graph, id))).toEqual([5, 5, 1, 2, 2, 1, 0])
  })

  test('ranks nodes by degree, ties in the order of the data', () => {
    const ranked = ['lab', 'qwen', 'ministry', 'plan', 'shanghai', 'market', 'island']
    for (const count of [0, 1, 3, 7, 9])
      expect(mostConnected(graph, count)).toEqual(ranked.slice(0, count))
    const passing = mostConnected(graph, 2, (id) => id !== 'lab' && id !== 'plan')
    expect(passing).toEqual(['qwen', 'ministry'])
  })

  test('finds the other end of an edge, the node itself for a self-loop', () => {
    const ends = edgesAt(graph, entityId('qwen')).map((each) => otherEnd(each, entityId('qwen')))
    expect(ends).toEqual(['lab', 'lab', 'lab', 'qwen'])
  })

  test('leaves out edges to entities that are not there', () => {
    const dangling = edge('dangling', 'lab', 'offers', 'nothing')
    const more: Knowledge = {
      ...knowledge,
      statements: new Map([...knowledge.statements, [dangling.id, dangling]]),
    }
    const { edges, nodes, ends, incidence } = buildGraph(more)
    expect([...edges.values()]).toEqual([...graph.edges.values()])
    expect({ nodes, ends, incidence }).toEqual({
      nodes: graph.nodes,
      ends: graph.ends,
      incidence: graph.incidence,
    })
  })

  test('takes any string as an id', () => {
    const odd = buildGraph(sevenNodes(nasty))
    expect(odd.nodes.map((id) => degree(odd, id))).toEqual([5, 5, 1, 2, 2, 1, 0])
  })
})
