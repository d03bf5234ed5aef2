import fc from 'fast-check'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeGraphml } from '../../../src/formats/graphml/write.ts'
import { xmlText } from '../../../src/formats/xml/xml-text.ts'
import type { Drawing, Knowledge } from '../../../src/model/knowledge.ts'
import { drawnEach } from '../../drawings.ts'
import { sevenNodes } from '../../seven-nodes.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'

// Optional: the test is skipped where it is missing.
const python = 'python3'
const igraph = spawnSync(python, ['-c', 'import igraph']).status === 0

const folder = mkdtempSync(join(tmpdir(), 'orrery-igraph-'))
afterAll(() => rmSync(folder, { recursive: true }))

const drawn = (knowledge: Knowledge): Drawing =>
  drawnEach(knowledge, (place) => ({ position: { x: place / 4, y: -place } }), {})

const textOf = (knowledge: Knowledge): string => writeGraphml(knowledge, drawn(knowledge)).text
// igraph refuses ids and names without a character, and numbers so small that a double holds
// fewer digits of them.
const refused = /\b(?:id|attr\.name)=""|\de-3(?:0[89]|[12]\d)\b/
const samples = [sevenNodes(), ...fc.sample(anyKnowledge, { numRuns: 40, seed: 7 })].filter(
  (knowledge) => !refused.test(textOf(knowledge)),
)

const reader = `
import json, sys, warnings, igraph
warnings.simplefilter('ignore')
result = []
for name in sys.stdin.read().split():
    graph = igraph.Graph.Read_GraphML(name)
    of = lambda sequence, key: sequence[key] if key in sequence.attributes() else []
    labels = of(graph.vs, 'label')
    result.append([of(graph.vs, 'x'), labels if any(labels) else [], graph.get_edgelist()])
print(json.dumps(result))
`

describe('igraph as a second reader of what we write', () => {
  it('finds every node with its place and label, and every edge between the same nodes', ({
    skip,
  }) => {
    skip(!igraph, 'needs python3 with igraph')
    const names = samples.map((knowledge, index) => {
      const name = join(folder, `${index}.graphml`)
      writeFileSync(name, textOf(knowledge))
      return name
    })
    const input = names.join('\n')
    const opened: unknown = JSON.parse(
      execFileSync(python, ['-c', reader], { encoding: 'utf8', input }),
    )
    expect(opened).toEqual(
      samples.map(({ entities, statements }) => {
        const places = new Map([...entities.keys()].map((id, place) => [id, place]))
        const relations = [...statements.values()].flatMap(({ subject, value, direction }) =>
          value.type === 'entity'
            ? [{ ends: [places.get(subject) ?? 0, places.get(value.entity) ?? 0], direction }]
            : [],
        )
        // igraph gives the ends of an undirected graph in the order of its nodes.
        const directed = relations.some(({ direction }) => direction !== 'undirected')
        const edges = relations.map(({ ends }) =>
          directed ? ends : ends.toSorted((a, b) => a - b),
        )
        const labels = [...entities.values()].map(({ label }) => xmlText(label ?? ''))
        return [
          [...entities.keys()].map((_, index) => index / 4),
          labels.some((label) => label !== '') ? labels : [],
          edges,
        ]
      }),
    )
  })
})
