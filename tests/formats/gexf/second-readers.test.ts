import fc from 'fast-check'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeGexf } from '../../../src/formats/gexf/write.ts'
import type { Drawing, Knowledge } from '../../../src/model/knowledge.ts'
import { drawnEach } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'

const schema = join(
  process.env['ORRERY_GEXF_SCHEMA'] ?? resolve(import.meta.dirname, '../../../../shared/schema'),
  'gexf.rng',
)
// Optional: the tests that need one of them are skipped where it is missing.
const [validator, python] = ['xmllint', 'python3'] as const
const runs = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args).status === 0
const xmllint = runs(validator, '--version') && existsSync(schema)
const networkx = runs(python, '-c', 'import networkx')

const folder = mkdtempSync(join(tmpdir(), 'orrery-gexf-'))
afterAll(() => rmSync(folder, { recursive: true }))

const colours = ['#123456', '#ff00ff80', '#000000']
const drawn = (knowledge: Knowledge): Drawing =>
  drawnEach(
    knowledge,
    (place) => ({
      position: { x: place / 3, y: -place },
      colour: colours[place % 3] ?? '#ffffff',
      size: place + 0.5,
      shape: 'square',
    }),
    { colour: '#00ff00', thickness: 2, shape: 'dashed' },
  )
const samples = fc
  .sample(anyKnowledge, { numRuns: 150, seed: 7 })
  .map((knowledge, index) => ({ knowledge, name: join(folder, `${index}.gexf`) }))
const written = (version: '1.3' | '1.2draft', of = samples): readonly string[] =>
  of.map(({ knowledge, name }) => {
    writeFileSync(name, writeGexf(knowledge, drawn(knowledge), { version }).text)
    return name
  })

/** NetworkX takes columns of edges with these titles for its own parameters, and breaks. */
const parameter = /title="(?:key|u_for_edge|v_for_edge)"/
const stumbles = (knowledge: Knowledge): boolean =>
  parameter.test(writeGexf(knowledge, drawn(knowledge), { version: '1.2draft' }).text)

const reader = `
import json, sys, networkx
result = []
for name in sys.stdin.read().split():
    graph = networkx.read_gexf(name, version='1.2draft')
    nodes = [[node, data.get('label') is not None, data['viz']['position']['x'], data['viz']['position']['y'],
              data['viz']['color']['r'], data['viz']['color']['g'], data['viz']['color']['b']]
             for node, data in graph.nodes(data=True)]
    labels = sorted({data['id'] for _, _, data in graph.edges(data=True)})
    result.append([nodes, len(labels)])
print(json.dumps(result))
`

describe('second readers of what we write', () => {
  it('xmllint finds every GEXF 1.3 valid against the official schema', ({ skip }) => {
    skip(!xmllint, `needs xmllint and ${schema}`)
    const files = written('1.3')
    const { stderr } = spawnSync(validator, ['--noout', '--relaxng', schema, ...files], {
      encoding: 'utf8',
    })
    const invalid = stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'))
    expect(invalid).toEqual([])
  })

  it('NetworkX opens every GEXF 1.2draft with positions and colours', ({ skip }) => {
    skip(!networkx, 'needs python3 with networkx')
    const readable = samples.filter(({ knowledge }) => !stumbles(knowledge))
    const files = written('1.2draft', readable)
    const output = execFileSync(python, ['-c', reader], {
      encoding: 'utf8',
      input: files.join('\n'),
    })
    const opened: unknown = JSON.parse(output)
    const plain = readable.map(({ knowledge }) => [
      [...knowledge.entities.values()].map(({ label }, index): readonly unknown[] => {
        const colour = colours[index % 3] ?? ''
        const [r, g, b] = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16))
        return [expect.any(String) as unknown, label !== undefined, index / 3, -index, r, g, b]
      }),
      [...knowledge.statements.values()].filter(({ value }) => value.type === 'entity').length,
    ])
    expect(opened).toEqual(plain)
  })
})
