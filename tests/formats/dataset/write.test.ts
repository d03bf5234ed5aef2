import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datasetFolder } from '../../../src/cli/dataset-folder.ts'
import { fitted } from '../../../src/formats/dataset/fitted.ts'
import { readDataset } from '../../../src/formats/dataset/read.ts'
import { textParagraphs } from '../../../src/formats/dataset/source-text.ts'
import { shownParagraphs, sourceTexts } from '../../../src/formats/dataset/source-texts.ts'
import { writeDataset } from '../../../src/formats/dataset/write.ts'
import { emptyDraft } from '../../../src/model/draft.ts'
import { applyDraft, edited } from '../../../src/model/edit.ts'
import { entityId, sourceId } from '../../../src/model/ids.ts'
import type { Knowledge } from '../../../src/model/knowledge.ts'
import { edge, node, sevenNodes } from '../../seven-nodes.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'

async function builtIn(name = 'china-ai'): Promise<Knowledge> {
  const read = readDataset(await datasetFolder(`graph-data/${name}`))
  if (!read.ok) throw new Error('the built-in dataset has issues')
  return read.content
}

/** What the files say, whatever else a good dataset would have. */
function readBack(files: ReadonlyMap<string, string>): Knowledge {
  const read = readDataset(files)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.content
}

/** The order of qualifiers is not kept, for YAML's keys have none. */
function inAnyOrder(knowledge: Knowledge): Knowledge {
  const statements = [...knowledge.statements].map(([id, { qualifiers, ...statement }]) => {
    const sorted = qualifiers.toSorted((a, b) => (a.predicate < b.predicate ? -1 : 1))
    return [id, { ...statement, qualifiers: sorted }] as const
  })
  return { ...knowledge, statements: new Map(statements) }
}

const tiny = new Map([
  [
    'dataset.yaml',
    `id: moons
title: Moons
kinds: { body: { label: Body, plural: Bodies } }
predicates:
  circles: { label: circles, inverse: is circled by, subjects: [body], objects: [body] }
`,
  ],
  ['sources.yaml', '{}'],
  [
    'entities/body.yaml',
    `kind: body
entities:
  moon: { label: Moon, statements: [{ predicate: circles, value: earth }] }
  earth: { label: Earth }
`,
  ],
])

describe('a dataset folder', () => {
  test('that is written is read again as the same graph', async () => {
    const knowledge = await builtIn()
    const { files, losses } = writeDataset({ knowledge })
    expect(losses).toEqual([])
    expect(readDataset(files).issues).toEqual([])
    expect(readBack(files)).toEqual(knowledge)
  })

  test('of any graph at all is read again as the same graph but for the losses', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const { knowledge: held, losses } = fitted(knowledge)
        expect(inAnyOrder(readBack(writeDataset({ knowledge }).files))).toEqual(inAnyOrder(held))
        expect(losses.length === 0 ? held : knowledge).toEqual(knowledge)
      }),
      { numRuns: 150 },
    )
  })

  test('of what was read from a dataset folder loses nothing, whatever its texts are', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const { knowledge: held } = fitted(knowledge)
        expect(fitted(held)).toEqual({ knowledge: held, texts: new Map(), losses: [] })
      }),
    )
  })

  test('holds what a draft adds and takes away', async () => {
    const opened = await builtIn()
    const now = applyDraft(
      opened,
      edited(opened, emptyDraft, [
        { type: 'set-entity', entity: node('moonshot', 'Moonshot: “AI”', 'institution') },
        { type: 'set-entity', entity: node('alone', 'Alone', 'institution') },
        {
          type: 'set-statement',
          statement: edge('a.b', 'moonshot', 'based-in', 'shanghai', {
            references: [{ source: sourceId('article'), paragraph: 3 }],
          }),
        },
        { type: 'remove-entity', id: entityId('qwen') },
      ]),
    )
    const { files, losses } = writeDataset({ knowledge: now })
    expect(losses).toEqual([])
    expect(readBack(files)).toEqual(now)
    expect(files.get('entities/institution.yaml')).toContain(
      `  moonshot:
    label: "Moonshot: “AI”"
    statements:
      - predicate: based-in
        id: a.b
        value: shanghai
        references:
          - { source: article, paragraph: 3 }
`,
    )
  })

  test('has the paragraphs of a source with a text, and says that the text itself is lost where it is not at hand', async () => {
    const { files, losses } = writeDataset({ knowledge: await builtIn('orrery') })
    const [told] = losses.filter(({ what }) => what.startsWith('texts of sources'))
    expect(told?.count).toBeGreaterThan(1)
    const sources = [...readBack(files).sources.values()]
    expect(sources.filter(({ hasText }) => hasText === true)).toEqual([])
    expect(sources.every(({ paragraphs }) => paragraphs.size > 0)).toBe(true)
  })

  test('has the texts of its sources and the words of its references, and gives them back', async () => {
    const folder = await datasetFolder('graph-data/orrery')
    const knowledge = await builtIn('orrery')
    const texts = sourceTexts(folder)
    const { files, losses } = writeDataset({ knowledge, texts })
    expect(losses).toEqual([])
    expect(readDataset(files).issues).toEqual([])
    expect(readBack(files)).toEqual(knowledge)
    expect(sourceTexts(files)).toEqual(texts)
    expect(files.get('texts/d8.md')).toContain('scans XML')
    expect([...files.values()].join('\n')).toContain('words: scans XML')
  })

  test('gives back any text with what rests on it, or says that it cannot', () => {
    const plain = ['# Head', 'Head', 'the moon', 'the\nmoon', '```\n\nthe moon\n```', '#', ' ', '']
    const odd = ['a_b_ `the` *', '\ud800', '\r', '**the moon**', '\ufeffHead']
    const anyBlocks = fc.array(fc.constantFrom(...plain, ...odd), { maxLength: 4 })
    const places = fc.array(
      fc.record(
        {
          paragraph: fc.integer({ min: 1, max: 4 }),
          words: fc.constantFrom('the moon', '_b_', ''),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    )
    const graph = readBack(tiny)
    const [statement] = graph.statements.values()
    if (statement === undefined) throw new Error('no statement')
    const tried = { whole: 0, lost: 0 }
    fc.assert(
      fc.property(anyBlocks, places, fc.boolean(), (given, told, own) => {
        const text = given.join('\n\n')
        const paragraphs = textParagraphs(text)
        const shown = own ? given : shownParagraphs(text)
        const source = sourceId('moon')
        const references = told.map((place) => ({ source, ...place }))
        const about = paragraphs.map(
          ({ heading, role }, at) => [at + 1, { heading, role }] as const,
        )
        const knowledge: Knowledge = {
          ...graph,
          sources: new Map([
            [source, { id: source, title: 'Moon', hasText: true, paragraphs: new Map(about) }],
          ]),
          statements: new Map([[statement.id, { ...statement, references }]]),
        }
        const { files, losses } = writeDataset({ knowledge, texts: new Map([[source, shown]]) })
        const back = readBack(files)
        const same = losses.length === 0
        tried[same ? 'whole' : 'lost'] += 1
        if (!same) return
        expect(sourceTexts(files)).toEqual(new Map([[source, shown]]))
        expect(back).toEqual(knowledge)
      }),
      { numRuns: 200 },
    )
    expect(Math.min(tried.whole, tried.lost)).toBeGreaterThan(10)
  })

  test('of a graph that keeps other rules says what is written otherwise', () => {
    const { losses, files } = writeDataset({ knowledge: sevenNodes((plain) => `${plain} (城)`) })
    expect(losses).toContainEqual({
      what: 'ids that are not slugs, which are written as slugs',
      count: expect.any(Number) as number,
    })
    expect(readBack(files).entities.get(entityId('qwen'))?.label).toBe('Qwen')
  })

  test('names its files after the kinds, and never leads out of the folder', () => {
    const knowledge = sevenNodes()
    const odd = new Map(knowledge.entities).set(entityId('x'), node('x', 'X', '../../etc'))
    const paths = [...writeDataset({ knowledge: { ...knowledge, entities: odd } }).files.keys()]
    expect(paths).toContain('entities/city.yaml')
    expect(paths.filter((path) => path.includes('..'))).toEqual([])
  })
})
