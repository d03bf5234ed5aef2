import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../../src/formats/json/read.ts'
import { readOrreryJson } from '../../../src/formats/json/read-orrery-json.ts'
import { writeOrreryJson } from '../../../src/formats/json/write-orrery-json.ts'
import {
  columnId,
  entityId,
  kindId,
  predicateId,
  sourceId,
  statementId,
} from '../../../src/model/ids.ts'
import { issueText } from '../../../src/model/issue.ts'
import type { Entity, Knowledge, Layout, Statement } from '../../../src/model/knowledge.ts'
import { datatypes } from '../../../src/model/literal.ts'
import { emptyNotebook } from '../../../src/model/notebook.ts'
import { anyNotebook } from '../../any-notebook.ts'
import { anyText } from '../../any-text.ts'
import { nasty, sevenNodes, sevenPlaces } from '../../seven-nodes.ts'

const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Object.is(value, -0) ? 0 : value))
const optional = { requiredKeys: [] }
const span = fc.record(
  { start: anyText, end: anyText, startExcluded: fc.boolean(), endExcluded: fc.boolean() },
  optional,
)
const attribute = fc.record(
  { column: anyText.map(columnId), text: anyText, span },
  { requiredKeys: ['column', 'text'] },
)
const literal = fc.record(
  { text: anyText, datatype: fc.constantFrom(...datatypes), unit: anyText },
  { requiredKeys: ['text', 'datatype'] },
)
const few = { maxLength: 3 }
const always = ['id', 'aliases', 'parents', 'spans', 'attributes'] as const

const anyEntity: fc.Arbitrary<Entity> = fc.record(
  {
    // Another order of keys than the schema's.
    note: anyText,
    id: anyText.map(entityId),
    description: anyText,
    label: anyText,
    kind: anyText.map(kindId),
    aliases: fc.array(fc.record({ note: anyText, text: anyText }, { requiredKeys: ['text'] }), few),
    place: fc.record({ longitude: number, latitude: number }),
    parents: fc.array(anyText.map(entityId), few),
    spans: fc.array(span, few),
    attributes: fc.array(attribute, few),
    drawing: fc.record(
      {
        size: number,
        colour: anyText,
        shape: anyText,
        position: fc.record({ y: number, x: number }),
      },
      optional,
    ),
  },
  { requiredKeys: [...always] },
)

function anyStatement(ids: readonly Entity['id'][]): fc.Arbitrary<Statement> {
  const end = fc.constantFrom(...ids)
  return fc.record(
    {
      id: anyText.map(statementId),
      note: anyText,
      subject: end,
      predicate: anyText.map(predicateId),
      value: fc.oneof(
        end.map((entity) => ({ type: 'entity' as const, entity })),
        literal.map((value) => ({ type: 'literal' as const, literal: value })),
      ),
      direction: fc.constantFrom('directed', 'undirected', 'mutual'),
      label: anyText,
      measures: anyText,
      inferred: fc.constant(true as const),
      weight: number,
      qualifiers: fc.array(fc.record({ predicate: anyText.map(predicateId), literal }), few),
      references: fc.array(
        fc.record(
          { gloss: anyText, words: anyText, paragraph: fc.nat(), source: anyText.map(sourceId) },
          { requiredKeys: ['source'] },
        ),
        few,
      ),
      disputes: fc.array(anyText.map(statementId), few),
      spans: fc.array(span, few),
      attributes: fc.array(attribute, few),
      drawing: fc.record({ thickness: number, colour: anyText }, optional),
    },
    {
      requiredKeys: [
        'id',
        'subject',
        'predicate',
        'value',
        'direction',
        'qualifiers',
        'references',
        'disputes',
        'spans',
        'attributes',
      ] as (keyof Omit<Statement, 'conflicts'>)[],
    },
  )
}

/** Knowledge as odd as its types allow. */
const anyKnowledge: fc.Arbitrary<Knowledge> = fc
  .uniqueArray(anyEntity, { selector: ({ id }) => id, minLength: 1, maxLength: 4 })
  .chain((entities) =>
    fc
      .uniqueArray(anyStatement(entities.map(({ id }) => id)), {
        selector: ({ id }) => id,
        maxLength: 5,
      })
      .map((statements) => ({
        ...sevenNodes(nasty),
        entities: new Map(entities.map((each) => [each.id, each])),
        statements: new Map(statements.map((each) => [each.id, each])),
      })),
  )

function reread(text: string) {
  const read = readOrreryJson(text, 'file.json')
  if (!read.ok) throw new Error(read.issues.map(issueText).join('\n'))
  return { ...read.content, issues: read.issues }
}

const issuesOf = (text: string): readonly string[] =>
  readOrreryJson(text, 'file.json').issues.map(issueText)
const empty = '"orrery":1,"dataset":{"id":"d","title":"D"}'

describe('Orrery JSON', () => {
  test('gives back the seven nodes and their places', () => {
    const knowledge = sevenNodes()
    expect(reread(writeOrreryJson(knowledge, sevenPlaces))).toEqual({
      knowledge,
      layout: sevenPlaces,
      issues: [],
    })
  })

  test('gives back ids that are hard to handle', () => {
    const knowledge = sevenNodes(nasty)
    expect(reread(writeOrreryJson(knowledge, new Map())).knowledge).toEqual(knowledge)
  })

  test('gives back any knowledge, and writes it to the same bytes again', () => {
    fc.assert(
      fc.property(anyKnowledge, fc.boolean(), number, number, (knowledge, laidOut, x, y) => {
        const layout: Layout = laidOut
          ? new Map([...knowledge.entities.keys()].map((id) => [id, { x, y }]))
          : new Map()
        const text = writeOrreryJson(knowledge, layout)
        const again = reread(text)
        expect(again).toEqual({ knowledge, layout, issues: [] })
        expect(writeOrreryJson(again.knowledge, again.layout)).toBe(text)
      }),
    )
  })

  test('leaves out the ids that say no more than their statements, and reads them back', () => {
    const { statements, ...rest } = sevenNodes()
    const [first, second] = statements.values()
    if (first?.value.type !== 'entity' || second === undefined) throw new Error('no statements')
    const usual = statementId(`${first.subject}.${first.predicate}.${first.value.entity}`)
    const named = new Map([first, second].map((one) => [one.id, one]))
    named.delete(first.id)
    named.set(usual, { ...first, id: usual })
    const knowledge: Knowledge = { ...rest, statements: named }
    const text = writeOrreryJson(knowledge, new Map())
    expect(text).not.toContain(usual)
    expect(text).toContain(second.id)
    const read = readOrreryJson(text, 'own.json')
    expect(read.ok && [...read.content.knowledge.statements.keys()]).toEqual([...named.keys()])
  })

  test('begins with its own name and version', () => {
    expect(writeOrreryJson(sevenNodes(), new Map())).toMatch(
      /^\{"orrery":1,"dataset":\{"id":"seven"/,
    )
  })

  test('gives back the texts of its sources, to the letter', () => {
    const { sources, ...rest } = sevenNodes()
    const known = [...sources.values()].map((source) => ({ ...source, hasText: true }))
    const knowledge = { ...rest, sources: new Map(known.map((source) => [source.id, source])) }
    const anyTexts = fc
      .array(fc.tuple(fc.constantFrom(...sources.keys()), fc.array(anyText)), { maxLength: 3 })
      .map((entries) => new Map(entries))
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const text = writeOrreryJson(knowledge, new Map(), { texts })
        const again = reread(text)
        expect([again.knowledge, again.texts ?? new Map()]).toEqual([knowledge, texts])
        expect(again.issues).toEqual([])
        expect(writeOrreryJson(again.knowledge, again.layout, { texts })).toBe(text)
      }),
    )
  })

  test('gives back the view of a session', () => {
    const text = writeOrreryJson(sevenNodes(), sevenPlaces, { view: 'select=a&focus=2' })
    expect(reread(text)).toEqual({
      knowledge: sevenNodes(),
      layout: sevenPlaces,
      view: 'select=a&focus=2',
      issues: [],
    })
  })

  test('gives back any notebook, to the letter', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const text = writeOrreryJson(sevenNodes(), new Map(), { notebook })
        expect(reread(text).notebook ?? emptyNotebook).toEqual(notebook)
      }),
    )
  })

  test('opened as a file tells the line and column of what is wrong', () => {
    const text =
      '{"orrery":1,"dataset":{"id":"d","title":"D"},\n"entities":[{"id":"a"},\n{"id":"a"}]}'
    const { format, result } = readJson(new TextEncoder().encode(text), 'file.json')
    expect([format, result.issues.map(issueText)]).toEqual([
      'orrery-json',
      ['file.json:3:1: the entity “a” is there twice; the first is kept'],
    ])
  })

  test('leaves a layout out that misses a node', () => {
    const half = new Map([...sevenPlaces].slice(1))
    expect(reread(writeOrreryJson(sevenNodes(), half)).layout).toEqual(new Map())
  })

  const faults: readonly (readonly [string, string, string])[] = [
    [
      'another version',
      '{"orrery":2}',
      'file.json: orrery: this Orrery reads version 1 of the format',
    ],
    [
      'a statement that has no value',
      `{${empty},"entities":[{"id":"a"}],"statements":[{"id":"s","subject":"a","predicate":"p"}]}`,
      'file.json: statements.0: a statement has either an entity or a literal as its value',
    ],
    [
      'a statement about nothing',
      `{${empty},"entities":[{"id":"a"}],"statements":[{"id":"s","subject":"a","predicate":"p","entity":"b"}]}`,
      'file.json: the statement “s” is about “b”, which is not there; it is skipped',
    ],
    [
      'an id twice',
      `{${empty},"entities":[{"id":"a"},{"id":"a"}]}`,
      'file.json: the entity “a” is there twice; the first is kept',
    ],
    [
      'a text of no source',
      `{${empty},"sources":[{"id":"s","title":"S"}],"texts":[{"source":"s","paragraphs":[]}]}`,
      'file.json: no source “s” says that it has a text; the text is skipped',
    ],
    [
      'a layout of another length',
      `{${empty},"entities":[{"id":"a"}],"layout":[1]}`,
      'file.json: the layout has 1 numbers for 1 entities',
    ],
  ]
  test.each(faults)('with %s says so', (_what, text, message) => {
    expect(issuesOf(text)).toContain(message)
  })

  test('that is not JSON is refused', () => {
    expect(readOrreryJson('{"orrery":1,', 'file.json').ok).toBe(false)
    expect(issuesOf('{"orrery":1,')[0]).toMatch(/^file\.json: not JSON: /)
  })

  test('of any text never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.json()), (text) => {
        expect(readOrreryJson(text, 'file.json').ok).toBe(false)
      }),
    )
  })
})
