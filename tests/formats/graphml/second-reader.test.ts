import fc from 'fast-check'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readGraphml } from '../../../src/formats/graphml/read.ts'
import { writeGraphml } from '../../../src/formats/graphml/write.ts'
import { xmlText } from '../../../src/formats/xml/xml-text.ts'
import type { Drawing, Knowledge } from '../../../src/model/knowledge.ts'
import { drawnEach } from '../../drawings.ts'
import { sevenNodes } from '../../seven-nodes.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'

const python = 'python3'
const networkx = spawnSync(python, ['-c', 'import networkx']).status === 0

const folder = mkdtempSync(join(tmpdir(), 'orrery-graphml-'))
afterAll(() => rmSync(folder, { recursive: true }))

const drawn = (knowledge: Knowledge): Drawing =>
  drawnEach(
    knowledge,
    (place) => ({
      position: { x: place / 3, y: -place },
      colour: '#12345678',
      size: place + 0.5,
    }),
    { colour: '#00ff00', thickness: 2 },
  )
const files = (all: readonly Knowledge[]): readonly string[] =>
  all.map((knowledge, index) => {
    const name = join(folder, `${index}.graphml`)
    writeFileSync(name, writeGraphml(knowledge, drawn(knowledge)).text)
    return name
  })
const samples = fc.sample(anyKnowledge, { numRuns: 60, seed: 7 })

const reader = `
import json, sys, networkx
result = []
for name in sys.stdin.read().split():
    graph = networkx.read_graphml(name, force_multigraph=True)
    nodes = [[data.get('label'), data['x'], data['y'], data['size'], data['r'], data['g'], data['b']]
             for _, data in graph.nodes(data=True)]
    edges = [[source, target, data['label'], data['predicate'], data.get('weight')]
             for source, target, data in graph.edges(data=True)]
    result.append([list(graph.nodes), nodes, edges, graph.graph['name']])
print(json.dumps(result))
`
const rewriter = `
import sys, networkx
for name in sys.stdin.read().split():
    networkx.write_graphml(networkx.read_graphml(name), name)
`
const run = (program: string, names: readonly string[]): string =>
  execFileSync(python, ['-c', program], { encoding: 'utf8', input: names.join('\n') })

describe('NetworkX as a second reader of what we write', () => {
  it('finds every node with label, position, colour and size, and every edge', ({ skip }) => {
    skip(!networkx, 'needs python3 with networkx')
    const opened: unknown = JSON.parse(run(reader, files(samples)))
    const expected = samples.map(
      ({ dataset, entities, statements, predicates }): readonly unknown[] => {
        const edges = [...statements.values()].flatMap((one) =>
          one.value.type === 'entity'
            ? [
                [
                  one.label ?? predicates.get(one.predicate)?.label ?? one.predicate,
                  one.predicate,
                  one.weight ?? null,
                ].map((value) => (typeof value === 'string' ? xmlText(value) : value)),
              ]
            : [],
        )
        return [
          // What XML cannot hold is U+FFFD, perhaps with another one behind it.
          [...entities.keys()].map((id): unknown =>
            expect.stringMatching(beginningWith(xmlText(id))),
          ),
          [...entities.values()].map(({ label }, index) => [
            label === undefined ? null : xmlText(label),
            index / 3,
            -index,
            index + 0.5,
            0x12,
            0x34,
            0x56,
          ]),
          expect.toSatisfy(
            (found: readonly (readonly unknown[])[]) =>
              sorted(found.map((edge) => edge.slice(2))) === sorted(edges),
          ),
          xmlText(dataset.title),
        ]
      },
    )
    expect(opened).toEqual(expected)
  })

  it('gives back everything after NetworkX has read and written the file', ({ skip }) => {
    skip(!networkx, 'needs python3 with networkx')
    const names = files([sevenNodes()])
    run(rewriter, names)
    const [name = ''] = names
    const result = readGraphml(new Uint8Array(readFileSync(name)), 'again.graphml')
    if (!result.ok) throw new Error('rejected')
    const { entities, statements, ...rest } = sevenNodes()
    const again = result.content
    expect({ ...again, entities: [], statements: [], issues: result.issues }).toEqual({
      ...rest,
      entities: [],
      statements: [],
      issues: [],
    })
    const references = (all: Knowledge['statements']): readonly unknown[] =>
      [...all.values()].map((one) => one.references)
    expect([[...again.entities.keys()], references(again.statements)]).toEqual([
      [...entities.keys()],
      references(statements),
    ])
  })
})

function beginningWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\uFFFD*$`)
}

function sorted(edges: readonly (readonly unknown[])[]): string {
  return JSON.stringify(edges.map((edge) => JSON.stringify(edge)).toSorted())
}
