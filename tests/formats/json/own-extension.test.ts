import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../../src/formats/json/read.ts'
import { writeCytoscapeJson } from '../../../src/formats/json/write-cytoscape.ts'
import { writeGraphologyJson } from '../../../src/formats/json/write-graphology.ts'
import { writeNodeLinkJson } from '../../../src/formats/json/write-node-link.ts'
import { entityId, predicateId, statementId } from '../../../src/model/ids.ts'
import type { Drawing, Knowledge, LaidOut } from '../../../src/model/knowledge.ts'
import { drawnEach, noDrawing } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'
import { mutantRuns, mutants } from '../mutations.ts'

const encoder = new TextEncoder()
const writers = [
  ['graphology-json', writeGraphologyJson],
  ['node-link-json', writeNodeLinkJson],
  ['cytoscape-json', writeCytoscapeJson],
] as const

const open = (text: string): LaidOut => {
  const { result } = readJson(encoder.encode(text), 'test.json')
  if (!result.ok) throw new Error(`rejected: ${JSON.stringify(result.issues)}`)
  return result.content
}
/** Maps as lists, so that the order counts. */
const listed = (knowledge: Knowledge): object =>
  Object.fromEntries(
    Object.entries(knowledge).map(([key, value]) => [
      key,
      value instanceof Map ? [...value] : value,
    ]),
  )

const danglingIn = ({ entities, statements }: Knowledge): readonly unknown[] =>
  [...statements.values()].filter(
    ({ subject, value }) =>
      !entities.has(subject) || (value.type === 'entity' && !entities.has(value.entity)),
  )

/** Every node and edge drawn, each a little differently. */
const drawn = (knowledge: Knowledge): Drawing =>
  drawnEach(
    knowledge,
    (place) => ({
      position: { x: place / 3, y: 1 - place },
      colour: '#12345678',
      size: place + 0.5,
      shape: 'square',
    }),
    { colour: '#00ff00', thickness: 2, shape: 'dashed' },
  )
const withDrawing = (knowledge: Knowledge): Knowledge => {
  const { node, edge } = drawn(knowledge)
  return {
    ...knowledge,
    entities: new Map(
      [...knowledge.entities].map(([id, entity]) => [
        id,
        { ...entity, drawing: node(entity) ?? {} },
      ]),
    ),
    statements: new Map(
      [...knowledge.statements].map(([id, one]) => [
        id,
        { ...one, ...(one.value.type === 'entity' ? { drawing: edge(one) ?? {} } : {}) },
      ]),
    ),
  }
}

describe.each(writers)('%s', (format, write) => {
  it('reads back whatever knowledge it wrote', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const opened = readJson(encoder.encode(write(knowledge, noDrawing).text), 'test.json')
        const { format: seen, result } = opened
        // True of ids in any file, and of one whose digits stand elsewhere as a number.
        const issues = result.issues.filter(
          ({ message }) => !/look alike|a number beyond 2\^53/.test(message),
        )
        expect([seen, issues, result.ok ? listed(result.content.knowledge) : {}]).toEqual([
          format,
          [],
          listed(knowledge),
        ])
      }),
      { numRuns: 60 },
    )
  })

  it('reads back how it was drawn', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const { knowledge: again, layout } = open(write(knowledge, drawn(knowledge)).text)
        expect([listed(again), [...layout.keys()]]).toEqual([
          listed(withDrawing(knowledge)),
          [...knowledge.entities.keys()],
        ])
      }),
      { numRuns: 20 },
    )
  })

  it('writes the same bytes again after one pass', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const once = write(knowledge, noDrawing).text
        expect(write(open(once).knowledge, noDrawing).text).toBe(once)
      }),
      { numRuns: 20 },
    )
  })

  it('of changed bytes is read or rejected, and never half', () => {
    const valid = anyKnowledge.map((knowledge) => encoder.encode(write(knowledge, noDrawing).text))
    fc.assert(
      fc.property(mutants(valid), (bytes) => {
        const { result } = readJson(bytes, 'test.json')
        const dangling = result.ok ? danglingIn(result.content.knowledge) : []
        expect([
          dangling,
          Object.keys(Object.prototype),
          result.ok || result.issues.length > 0,
        ]).toEqual([[], [], true])
      }),
      { numRuns: Math.ceil(mutantRuns / 6) },
    )
  })

  it('counts statements about nothing as losses', () => {
    const id = statementId('s')
    const knowledge: Knowledge = {
      dataset: { id: 'd', title: 'D', start: [] },
      kinds: new Map(),
      predicates: new Map(),
      qualifiers: new Map(),
      sources: new Map(),
      entities: new Map(),
      columns: { entity: [], statement: [] },
      statements: new Map([
        [
          id,
          {
            id,
            subject: entityId('ghost'),
            predicate: predicateId('p'),
            value: { type: 'entity', entity: entityId('ghost') },
            direction: 'directed',
            qualifiers: [],
            references: [],
            disputes: [],
            spans: [],
            attributes: [],
          },
        ],
      ]),
    }
    const { text, losses } = write(knowledge, noDrawing)
    expect([losses, open(text).knowledge.statements.size]).toEqual([
      [{ what: 'statements about entities that are not there', count: 1 }],
      0,
    ])
  })
})

const python = 'python3'
const networkx = spawnSync(python, ['-c', 'import networkx']).status === 0
const reader = `
import json, sys
from networkx.readwrite import json_graph
result = []
for text in json.load(sys.stdin):
    graph = json_graph.node_link_graph(json.loads(text), edges='edges')
    result.append([[[node, data.get('label')] for node, data in graph.nodes(data=True)],
                   graph.number_of_edges(), sorted(data['id'] for _, _, data in graph.edges(data=True))])
print(json.dumps(result))
`

describe('second readers of node-link JSON', () => {
  it('NetworkX sees the same nodes and edges', ({ skip }) => {
    skip(!networkx, 'needs python3 with networkx')
    const samples = fc.sample(anyKnowledge, { numRuns: 40, seed: 7 })
    const input = JSON.stringify(samples.map((one) => writeNodeLinkJson(one, drawn(one)).text))
    const { stdout, stderr } = spawnSync(python, ['-c', reader], { input, encoding: 'utf8' })
    const expected = samples.map(({ entities, statements }) => {
      const edges = [...statements.values()].filter(({ value }) => value.type === 'entity')
      return [
        [...entities.values()].map(({ id, label }) => [id, label ?? null]),
        edges.length,
        edges.length,
      ]
    })
    const seen = (stdout === '' ? [] : (JSON.parse(stdout) as [unknown, number, unknown[]][])).map(
      ([nodes, count, ids]) => [nodes, count, ids.length],
    )
    expect([stderr, seen]).toEqual(['', expected])
  })
})
