import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileTexts } from '../../src/cli/compile.ts'
import { datasetFolder } from '../../src/cli/dataset-folder.ts'
import { readDataset } from '../../src/formats/dataset/read.ts'
import { issueText } from '../../src/model/issue.ts'

const folder = join(import.meta.dirname, '..', '..', 'graph-data')

describe.each(readdirSync(folder))('the dataset %s', (name) => {
  test('has no issue, and every statement rests on a paragraph that is there', async () => {
    const read = readDataset(await datasetFolder(join(folder, name)))
    expect(read.issues.map(issueText)).toEqual([])
    if (!read.ok) return
    const { statements, sources } = read.content
    const lost = [...statements.values()].filter(({ references }) =>
      references.some(
        ({ source, paragraph }) =>
          paragraph !== undefined && sources.get(source)?.paragraphs.has(paragraph) !== true,
      ),
    )
    expect(lost.map(({ id }) => id)).toEqual([])
  })

  test('carries a text for every source that says so, paragraph by paragraph', async () => {
    const read = readDataset(await datasetFolder(join(folder, name)))
    if (!read.ok) throw new Error('it has issues')
    const texts = await compileTexts(join(folder, name))
    const sizes = [...texts].map(([id, text]) => [id, (JSON.parse(text) as unknown[]).length])
    const told = [...read.content.sources.values()].flatMap(({ id, hasText, paragraphs }) =>
      hasText === true ? [[id, paragraphs.size]] : [],
    )
    expect(sizes).toEqual(told)
  })
})

test("the article's text is not ours to give: china-ai carries none", async () => {
  expect((await compileTexts(join(folder, 'china-ai'))).size).toBe(0)
})

test('what Orrery says of itself is cited whole', async () => {
  const read = readDataset(await datasetFolder(join(folder, 'orrery')))
  if (!read.ok) throw new Error('it has issues')
  const uncited = [...read.content.statements.values()].filter(
    ({ references }) => references.length === 0,
  )
  expect(uncited).toEqual([])
})

test('Orrery explains every decision of its own: each is a node that something was decided in', async () => {
  const read = readDataset(await datasetFolder(join(folder, 'orrery')))
  if (!read.ok) throw new Error('it has issues')
  const { entities, sources, statements } = read.content
  const records = readdirSync(join(folder, '..', 'docs', 'decisions')).map((file) =>
    Number.parseInt(file, 10),
  )
  const numbered = (texts: Iterable<string>): readonly number[] =>
    [...texts].flatMap((text) => /^(?:Decision )?(\d+)[.:] /.exec(text)?.[1] ?? []).map(Number)
  const decisions = [...entities.values()].filter(({ kind }) => kind === 'decision')
  expect(numbered([...sources.values()].map(({ title }) => title))).toEqual(records)
  expect(numbered(decisions.map(({ label }) => label ?? ''))).toEqual(records)
  const decided = new Set(
    [...statements.values()].flatMap(({ predicate, value }) =>
      predicate === 'decided-in' && value.type === 'entity' ? [value.entity] : [],
    ),
  )
  expect(decisions.filter(({ id }) => !decided.has(id)).map(({ label }) => label)).toEqual([])
})

test('the documents of Orrery are among its sources, each with its text, and statements rest on each', async () => {
  const files = await datasetFolder(join(folder, 'orrery'))
  const read = readDataset(files)
  if (!read.ok) throw new Error('it has issues')
  const cited = new Set(
    [...read.content.statements.values()].flatMap(({ references }) =>
      references.map(({ source }) => source),
    ),
  )
  expect([...read.content.sources.keys()].filter((id) => !cited.has(id))).toEqual([])
  const documents = readdirSync(join(folder, '..', 'docs')).filter((name) => name.endsWith('.md'))
  expect(documents.filter((name) => !files.has(`../../docs/${name}`))).toEqual([])
})
