import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { compileDataset } from '../../src/cli/compile.ts'
import { nodeSize } from '../../src/display/appearance.ts'
import { readOrreryJson } from '../../src/formats/json/read-orrery-json.ts'
import type { LaidOut } from '../../src/model/knowledge.ts'
import { writeOrreryJson } from '../../src/formats/json/write-orrery-json.ts'
import { buildGraph, degree } from '../../src/graph/graph.ts'
import { issueText } from '../../src/model/issue.ts'

const folder = fileURLToPath(new URL('../../graph-data/china-ai', import.meta.url))

async function compiled(): Promise<string> {
  const result = await compileDataset(folder)
  if (!result.ok) throw new Error(result.issues.map(issueText).join('\n'))
  return result.content
}

describe('the built-in dataset, compiled', () => {
  let text = ''
  let content: LaidOut

  beforeAll(async () => {
    text = await compiled()
    const read = readOrreryJson(text, 'china-ai.json')
    if (!read.ok || read.issues.length > 0) throw new Error(read.issues.map(issueText).join('\n'))
    content = read.content
  }, 60_000)

  test('is the same to the byte each time', async () => {
    expect((await compiled()) === text).toBe(true)
  }, 60_000)

  test('reads back to what writes the same bytes', () => {
    expect(writeOrreryJson(content.knowledge, content.layout, content) === text).toBe(true)
  })

  test('has a place for every node', () => {
    expect([...content.layout.keys()]).toEqual([...content.knowledge.entities.keys()])
  })

  test('has no two nodes that overlap', () => {
    const graph = buildGraph(content.knowledge)
    const discs = [...content.layout].map(([id, point]) => ({
      id,
      ...point,
      radius: nodeSize(degree(graph, id)),
    }))
    const overlaps = discs.flatMap((one, index) =>
      discs
        .slice(index + 1)
        .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius)
        .map((other) => `${one.id} ${other.id}`),
    )
    expect(overlaps).toEqual([])
  })

  test('has a kind for every entity and a reference or a dispute for nearly every statement', () => {
    const { entities, statements, kinds } = content.knowledge
    expect(
      [...entities.values()].filter(({ kind }) => kind === undefined || !kinds.has(kind)),
    ).toEqual([])
    const bare = [...statements.values()].filter(({ references }) => references.length === 0)
    expect(bare.length / statements.size).toBeLessThan(0.05)
  })
})
