import { describe, expect, test } from 'vitest'
import { readDataset } from '../../../src/formats/dataset/read.ts'
import { textParagraphs } from '../../../src/formats/dataset/source-text.ts'
import { sourceTexts } from '../../../src/formats/dataset/source-texts.ts'
import { sourceId, statementId } from '../../../src/model/ids.ts'
import { issueText } from '../../../src/model/issue.ts'

const text = `# Orbits

A planet goes
round its star.

## Moons

A moon goes round its planet.

\`\`\`
moon ─► planet

planet ─► star
\`\`\`
`

const files = (reference: string, source = 'text: orbits.md'): ReadonlyMap<string, string> =>
  new Map([
    [
      'dataset.yaml',
      `id: orbits
title: Orbits
description: What goes round what.
licence: CC0-1.0
version: 1.0.0
kinds: { thing: { label: Thing, plural: Things } }
predicates:
  circles: { label: circles, inverse: circled by, subjects: [thing], objects: [thing] }
`,
    ],
    ['sources.yaml', `orbits:\n  title: Orbits\n  ${source}\n`],
    [
      'entities/thing.yaml',
      `kind: thing
entities:
  planet: { label: Planet }
  moon:
    label: Moon
    statements:
      - predicate: circles
        value: planet
        references: [${reference}]
`,
    ],
    ['orbits.md', text],
  ])
const issues = (...of: Parameters<typeof files>): readonly string[] =>
  readDataset(files(...of)).issues.map(issueText)

test('a text is cut at its empty lines, but code is one paragraph; headings name what follows', () => {
  expect(textParagraphs(text)).toEqual([
    { role: 'heading', heading: 'Orbits', text: 'Orbits' },
    { role: 'text', heading: 'Orbits', text: 'A planet goes\nround its star.' },
    { role: 'heading', heading: 'Moons', text: 'Moons' },
    { role: 'text', heading: 'Moons', text: 'A moon goes round its planet.' },
    {
      role: 'text',
      heading: 'Moons',
      text: '```\nmoon ─► planet\n\nplanet ─► star\n```',
    },
  ])
})

test('ends of line of any kind give the same paragraphs', () => {
  expect(textParagraphs(text.replaceAll('\n', '\r\n'))).toEqual(textParagraphs(text))
})

describe('a reference by words', () => {
  test('is to the paragraph that has them, wherever its lines break', () => {
    const read = readDataset(
      files('{ source: orbits, words: goes round its star, gloss: Says so. }'),
    )
    if (!read.ok) throw new Error(read.issues.map(issueText).join('\n'))
    expect(read.content.statements.get(statementId('moon.circles.planet'))?.references).toEqual([
      { source: 'orbits', paragraph: 2, words: 'goes round its star', gloss: 'Says so.' },
    ])
    expect(read.content.sources.get(sourceId('orbits'))?.hasText).toBe(true)
  })

  test('is refused where no paragraph has them, or more than one', () => {
    expect(issues('{ source: orbits, words: goes away, gloss: No. }').join()).toContain(
      'no paragraph has the words “goes away”',
    )
    expect(issues('{ source: orbits, words: goes, gloss: Twice. }').join()).toContain(
      '2 paragraphs have the words “goes”',
    )
  })

  test('is refused beside a number that it does not need, and in a source without a text', () => {
    const both = '{ source: orbits, words: A moon goes, paragraph: 4, gloss: Both. }'
    expect(issues(both).join()).toContain('the words name the paragraph already')
    const unsure = '{ source: orbits, words: goes, paragraph: 4, gloss: Twice. }'
    expect(issues(unsure)).toEqual(issues('{ source: orbits, paragraph: 4, gloss: Twice. }'))
    expect(issues(unsure.replace('4', '1')).join()).toContain('2 paragraphs have the words')
    const plain = 'paragraphs: { 1: { heading: One, role: text } }'
    const words = '{ source: orbits, words: A moon goes, gloss: Where. }'
    expect(issues(words, plain).join()).toContain('no text in which words could be found')
  })
})

test('a source needs either paragraphs or a text that is there', () => {
  const plain = '{ source: orbits, paragraph: 1, gloss: First. }'
  expect(issues(plain, 'text: lost.md').join()).toContain('there is no file “lost.md”')
  expect(issues(plain, 'note: Nothing.').join()).toContain('either paragraphs or a text')
})

test('a text is shown without the marks of Markdown, but code as it is', () => {
  const marked = new Map(files('')).set(
    'orbits.md',
    '**Bold** and `code`, _leaning_; see [there](a.md).\n\n```\n**not** `this`\n```\n\na_b_c',
  )
  expect(sourceTexts(marked).get(sourceId('orbits'))).toEqual([
    'Bold and code, leaning; see there.',
    '```\n**not** `this`\n```',
    'a_b_c',
  ])
})

test('the words of a reference are those that stand in the text as it is shown', () => {
  const reference = '{ source: orbits, words: "**goes** round `its`", gloss: Says so. }'
  const marked = new Map(files(reference)).set('orbits.md', 'A planet **goes** round `its` star.')
  const read = readDataset(marked)
  const [first] = read.ok
    ? (read.content.statements.get(statementId('moon.circles.planet'))?.references ?? [])
    : []
  expect([first?.words, sourceTexts(marked).get(sourceId('orbits'))?.[0]]).toEqual([
    'goes round its',
    'A planet goes round its star.',
  ])
})

test('the texts are the paragraphs that the sources number', () => {
  const read = readDataset(files('{ source: orbits, paragraph: 4, gloss: Says so. }'))
  const paragraphs = read.ok ? read.content.sources.get(sourceId('orbits'))?.paragraphs.size : 0
  expect(sourceTexts(files('')).get(sourceId('orbits'))?.length).toBe(paragraphs)
})
