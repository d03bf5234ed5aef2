import { describe, expect, it, test } from 'vitest'
import { told } from './told.ts'

/** Marko, who is 29, knows vadas (0.5) and created lop (0.4): the corner of TinkerPop's own example. */
const modern = {
  format: 'graphson',
  nodes: ['1 “marko” is person age=29', '2 “vadas” is person', '3 “lop” is software lang=java'],
  edges: ['1 -knows-> 2 ×0.5', '1 -created-> 3 ×0.4'],
  issues: [],
}

const int = (value: number): object => ({ '@type': 'g:Int32', '@value': value })
const double = (value: number): object => ({ '@type': 'g:Double', '@value': value })
const lines = (...vertices: readonly object[]): string =>
  vertices.map((vertex) => JSON.stringify(vertex)).join('\n')
const property = (name: string, value: unknown): object => ({
  [name]: [{ '@type': 'g:VertexProperty', '@value': { id: int(0), label: name, value } }],
})
const vertex = (id: number, label: string, properties: object): object => ({
  '@type': 'g:Vertex',
  '@value': { id: int(id), label, properties },
})
const edge = (id: number, label: string, [outV, inV]: number[], weight: number): object => ({
  '@type': 'g:Edge',
  '@value': {
    id: int(id),
    label,
    outV: int(outV ?? 0),
    inV: int(inV ?? 0),
    outVLabel: 'person',
    properties: {
      weight: { '@type': 'g:Property', '@value': { key: 'weight', value: double(weight) } },
    },
  },
})
const vertices = [
  vertex(1, 'person', { ...property('name', 'marko'), ...property('age', int(29)) }),
  vertex(2, 'person', property('name', 'vadas')),
  vertex(3, 'software', { ...property('name', 'lop'), ...property('lang', 'java') }),
]
const edges = [edge(7, 'knows', [1, 2], 0.5), edge(9, 'created', [1, 3], 0.4)]
const marked = {
  mode: 'NORMAL',
  vertices: [
    { name: 'marko', age: 29, _id: 1, _type: 'vertex', _label: 'person' },
    { name: 'vadas', _id: 2, _type: 'vertex', _label: 'person' },
    { name: 'lop', lang: 'java', _id: 3, _type: 'vertex', _label: 'software' },
  ],
  edges: [
    { weight: 0.5, _id: 7, _type: 'edge', _outV: 1, _inV: 2, _label: 'knows' },
    { weight: 0.4, _id: 9, _type: 'edge', _outV: 1, _inV: 3, _label: 'created' },
  ],
}
const extended = {
  mode: 'EXTENDED',
  vertices: marked.vertices.map(({ name, ...rest }) => ({
    name: { type: 'string', value: name },
    ...rest,
  })),
  edges: marked.edges.map(({ weight, ...rest }) => ({
    weight: { type: 'float', value: weight },
    ...rest,
  })),
}

describe('GraphSON is read as what it is', () => {
  const files: readonly (readonly [string, string])[] = [
    [
      'a vertex a line, every edge at both its ends',
      lines(
        {
          id: int(1),
          label: 'person',
          outE: {
            knows: [{ id: int(7), inV: int(2), properties: { weight: double(0.5) } }],
            created: [{ id: int(9), inV: int(3), properties: { weight: double(0.4) } }],
          },
          properties: {
            name: [{ id: int(0), value: 'marko' }],
            age: [{ id: int(1), value: int(29) }],
          },
        },
        {
          id: int(2),
          label: 'person',
          inE: { knows: [{ id: int(7), outV: int(1), properties: { weight: double(0.5) } }] },
          properties: { name: [{ id: int(2), value: 'vadas' }] },
        },
        {
          id: int(3),
          label: 'software',
          inE: { created: [{ id: int(9), outV: int(1), properties: { weight: double(0.4) } }] },
          properties: {
            name: [{ id: int(4), value: 'lop' }],
            lang: [{ id: int(5), value: 'java' }],
          },
        },
      ),
    ],
    [
      'a whole graph with the types of version 3',
      JSON.stringify({ '@type': 'tinker:graph', '@value': { vertices, edges } }),
    ],
    [
      'the answer of a Gremlin server',
      JSON.stringify({
        requestId: '41d2e28a',
        status: { code: 200 },
        result: { data: { '@type': 'g:List', '@value': [...vertices, ...edges] } },
      }),
    ],
  ]
  test.each(files)('%s', (_what, text) => {
    expect(told(text)).toEqual(modern)
  })

  test.each([
    ['in its normal mode', { graph: marked }],
    ['in its extended mode, with types', { graph: extended }],
  ])('TinkerPop 2 %s, under marked names', (_what, graph) => {
    expect(told(JSON.stringify(graph))).toEqual(modern)
  })

  it('edges without ids are told once, though both ends tell of them', () => {
    const text = lines(
      { id: 1, label: 'v', outE: { to: [{ inV: 2 }, { inV: 1 }] }, inE: { to: [{ outV: 1 }] } },
      { id: 2, label: 'v', inE: { to: [{ outV: 1 }, { outV: 9 }] } },
    )
    expect(told(text)).toEqual({
      format: 'graphson',
      nodes: ['1 is v', '2 is v'],
      edges: ['1 -to-> 2', '1 -to-> 1'],
      issues: ['g.json:2:45: the source "9" of an edge is not in the file; the edge is skipped'],
    })
  })

  it('several values of a property are a list, typed maps and lists are plain ones', () => {
    const text = lines({
      id: 1,
      label: 'v',
      outE: {},
      properties: {
        place: [
          { id: 2, value: 'a' },
          { id: 3, value: 'b' },
        ],
        map: [
          {
            id: 4,
            value: {
              '@type': 'g:Map',
              '@value': ['k', int(1), 'l', { '@type': 'g:Set', '@value': [int(2)] }],
            },
          },
        ],
        said: [{ id: 5, value: 'x', properties: { since: 1999 } }],
      },
    })
    expect(told(text)).toEqual({
      format: 'graphson',
      nodes: [
        '1 is v place=["a","b"] map={"k":1,"l":[2]} said=[{"id":5,"value":"x","properties":{"since":1999}}]',
      ],
      edges: [],
      issues: [],
    })
  })

  it('vertices that are ids and labels alone are nodes of some other program', () => {
    expect(told('{"vertices":[{"id":1,"label":"A"}],"edges":[]}')).toEqual({
      format: 'node-link-json',
      nodes: ['1 “A”'],
      edges: [],
      issues: [],
    })
  })
})
