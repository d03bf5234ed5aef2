import { describe, expect, test } from 'vitest'
import { readDataset } from '../../../src/formats/dataset/read.ts'
import { issueText } from '../../../src/model/issue.ts'

const main = `id: small
title: Small
description: Two things.
licence: CC0-1.0
version: 1.0.0
start: [a]
kinds:
  thing: { label: Thing, plural: Things }
  place: { label: Place, plural: Places }
predicates:
  knows: { label: knows, inverse: known by, subjects: [thing], objects: [thing] }
  worth: { label: worth, subjects: [thing], literal: decimal, singleValued: true }
  since: { label: since, subjects: [thing], literal: date }
qualifiers:
  year: { label: in, literal: year }
`
const sources = `article:
  title: Article
  published: 2025-01-31
  paragraphs:
    1: { heading: One, role: text }
`
const things = `kind: thing
entities:
  a:
    label: A
    aliases: [甲, { text: Alpha, note: Greek }]
    place: { latitude: 1.5, longitude: -2 }
    statements:
      - predicate: knows
        value: b
        references: [{ source: article, paragraph: 1, gloss: Says so. }]
      - predicate: worth
        id: a.worth.high
        value: 9223372036854775808
        unit: billion USD
        qualifiers: { year: 2024 }
        disputes: [a.worth.low]
      - predicate: worth
        id: a.worth.low
        value: 1.50
        disputes: [a.worth.high]
  b:
    label: B
`
const files = (change: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      'dataset.yaml': main,
      'sources.yaml': sources,
      'entities/thing.yaml': things,
      ...change,
    }),
  )
const issuesOf = (change: Readonly<Record<string, string>>): readonly string[] =>
  readDataset(files(change)).issues.map(issueText)

/** The issues after one replacement in one of the files. */
function broken(file: string, from: string, to: string): readonly string[] {
  const text = files().get(file) ?? ''
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  return issuesOf({ [file]: text.replace(from, () => to) })
}

describe('a dataset folder', () => {
  test('is read whole', () => {
    const read = readDataset(files())
    expect(read.issues).toEqual([])
    if (!read.ok) throw new Error('the dataset was refused')
    const { entities, statements, dataset, sources: read_, kinds } = read.content
    expect({
      dataset,
      kinds: [...kinds.keys()],
      paragraphs: [...read_.values()].map(({ paragraphs }) => [...paragraphs]),
      entities: [...entities.values()],
      statements: [...statements.values()],
    }).toEqual({
      dataset: {
        id: 'small',
        title: 'Small',
        description: 'Two things.',
        licence: 'CC0-1.0',
        version: '1.0.0',
        start: ['a'],
      },
      kinds: ['thing', 'place'],
      paragraphs: [[[1, { heading: 'One', role: 'text' }]]],
      entities: [
        {
          id: 'a',
          label: 'A',
          kind: 'thing',
          aliases: [{ text: '甲' }, { text: 'Alpha', note: 'Greek' }],
          place: { latitude: 1.5, longitude: -2 },
          parents: [],
          spans: [],
          attributes: [],
        },
        {
          id: 'b',
          label: 'B',
          kind: 'thing',
          aliases: [],
          parents: [],
          spans: [],
          attributes: [],
        },
      ],
      statements: [
        {
          id: 'a.knows.b',
          subject: 'a',
          predicate: 'knows',
          value: { type: 'entity', entity: 'b' },
          direction: 'directed',
          qualifiers: [],
          references: [{ source: 'article', paragraph: 1, gloss: 'Says so.' }],
          disputes: [],
          spans: [],
          attributes: [],
        },
        {
          id: 'a.worth.high',
          subject: 'a',
          predicate: 'worth',
          value: {
            type: 'literal',
            literal: { text: '9223372036854775808', datatype: 'decimal', unit: 'billion USD' },
          },
          direction: 'directed',
          qualifiers: [{ predicate: 'year', literal: { text: '2024', datatype: 'year' } }],
          references: [],
          disputes: ['a.worth.low'],
          spans: [],
          attributes: [],
        },
        {
          id: 'a.worth.low',
          subject: 'a',
          predicate: 'worth',
          value: { type: 'literal', literal: { text: '1.50', datatype: 'decimal' } },
          direction: 'directed',
          qualifiers: [],
          references: [],
          disputes: ['a.worth.high'],
          spans: [],
          attributes: [],
        },
      ],
    })
  })

  const entityFaults: readonly (readonly [string, string, string, string])[] = [
    [
      'an unknown predicate',
      'predicate: knows',
      'predicate: likes',
      '8:20: there is no predicate “likes” (add it to dataset.yaml)',
    ],
    [
      'an unknown entity',
      'value: b',
      'value: nobody',
      '9:16: there is no entity “nobody” (add it, or correct the id)',
    ],
    ['an unknown kind', 'kind: thing', 'kind: ghost', '1:7: there is no kind “ghost”'],
    [
      'an unknown source',
      'source: article',
      'source: rumour',
      '10:22: there is no source “rumour” (add it to sources.yaml)',
    ],
    [
      'an unknown paragraph',
      'paragraph: 1',
      'paragraph: 7',
      '10:22: the source “article” has no paragraph 7',
    ],
    [
      'an unknown qualifier',
      '{ year: 2024 }',
      '{ month: 2 }',
      '15:30: there is no qualifier “month” (add it to dataset.yaml)',
    ],
    ['a bad qualifier', '{ year: 2024 }', '{ year: soon }', '15:29: “soon” is not written as year'],
    [
      'a dispute with nothing',
      'disputes: [a.worth.high]',
      'disputes: [a.worth.high, a.knows.c]',
      '20:34: there is no statement “a.knows.c”',
    ],
    [
      'a dispute of one side only',
      'disputes: [a.worth.high]',
      'disputes: []',
      '16:20: “a.worth.low” does not dispute back (write it on both)',
    ],
    [
      'a dispute with itself',
      'disputes: [a.worth.high]',
      'disputes: [a.worth.high, a.worth.low]',
      '20:34: a statement cannot dispute itself',
    ],
    [
      'a statement twice',
      'predicate: knows\n',
      'predicate: knows\n        value: b\n      - predicate: knows\n',
      '10:9: the statement “a.knows.b” is there already (give it an id of its own)',
    ],
    ['a bad number', 'value: 1.50', 'value: 1,50', '19:16: “1,50” is not written as decimal'],
    [
      'a bad date',
      'predicate: knows\n        value: b',
      'predicate: since\n        value: 2024-13-01\n      - predicate: knows\n        value: b',
      '9:16: “2024-13-01” is not written as date',
    ],
    [
      'an isolated entity',
      '  b:\n',
      '  lonely:\n    label: Lonely\n  b:\n',
      '21:3: “lonely” has no relation to any entity (add a statement)',
    ],
    [
      'a unit on a relation',
      'value: b\n',
      'value: b\n        unit: USD\n',
      '10:15: a relation has no unit',
    ],
  ]
  test.each(entityFaults)('with %s is refused', (_what, from, to, message) => {
    expect(broken('entities/thing.yaml', from, to)).toContain(`entities/thing.yaml:${message}`)
  })

  test('with two values of a single-valued predicate at one time is read with a warning', () => {
    const low = things.replace('        disputes: [a.worth.high]\n', '')
    const both = low
      .replace('        disputes: [a.worth.low]\n', '')
      .replace('        unit: billion USD\n', '')
    const { ok, issues } = readDataset(files({ 'entities/thing.yaml': both }))
    expect([ok, issues.map((issue) => `${issue.severity}: ${issueText(issue)}`)]).toEqual([
      true,
      [
        'warning: entities/thing.yaml:15:20: the statement “a.worth.high” gives another value at the same time, where there can be one (date them, or let them dispute each other)',
      ],
    ])
    const dated = both.replace('value: 1.50', 'value: 1.50\n        qualifiers: { year: 2023 }')
    expect(issuesOf({ 'entities/thing.yaml': dated })).toEqual([])
  })

  test('with a subject or value of another kind is refused', () => {
    const place = 'kind: place\nentities:\n  c:\n    label: C\n    statements:\n'
    const statement = '      - { predicate: knows, value: a }\n'
    expect(issuesOf({ 'entities/place.yaml': place + statement })).toEqual([
      'entities/place.yaml:6:22: “c” cannot be the subject of “knows”: that takes thing',
    ])
  })

  test('with one id in two files is refused', () => {
    const again = 'kind: place\nentities:\n  b: { label: Again }\n'
    expect(issuesOf({ 'entities/place.yaml': again })).toContain(
      'entities/thing.yaml:21:3: the entity “b” is there already (choose another id)',
    )
  })

  const otherFaults: readonly (readonly [string, string, string, string, string])[] = [
    [
      'YAML that breaks off',
      'dataset.yaml',
      'start: [a]',
      'start: [a',
      'dataset.yaml:7:1: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'a key twice',
      'dataset.yaml',
      'title: Small',
      'id: small',
      'dataset.yaml:2:1: Map keys must be unique',
    ],
    [
      '`constructor` as a kind',
      'dataset.yaml',
      '  place:',
      '  constructor:',
      'dataset.yaml:9:3: “constructor” cannot be a name here (choose another)',
    ],
    [
      '`__proto__` as a source',
      'sources.yaml',
      'article:',
      '__proto__:',
      'sources.yaml:1:1: “__proto__” cannot be a name here (choose another)',
    ],
    [
      'an unknown key',
      'dataset.yaml',
      'title: Small',
      'titel: Small',
      'dataset.yaml:2:8: titel: Invalid key: Expected never but received "titel"',
    ],
    [
      'a version that is a number',
      'dataset.yaml',
      '1.0.0',
      '1.0',
      'dataset.yaml:5:10: version: Invalid type: Expected string but received 1',
    ],
    [
      'an unknown start',
      'dataset.yaml',
      'start: [a]',
      'start: [a, z]',
      'dataset.yaml:6:12: there is no entity “z” to start with',
    ],
    [
      'a predicate for an unknown kind',
      'dataset.yaml',
      'objects: [thing]',
      'objects: [ghost]',
      'dataset.yaml:11:74: there is no kind “ghost”',
    ],
    [
      'a predicate that is neither relation nor fact',
      'dataset.yaml',
      'inverse: known by, ',
      '',
      'dataset.yaml:11:3: the predicate “knows” is neither a relation nor a fact (give it an inverse and objects, or a literal, not both)',
    ],
    [
      'a day that no calendar has',
      'sources.yaml',
      '2025-01-31',
      '2025-41-31',
      'sources.yaml:3:14: article › published: a date is written YYYY-MM-DD',
    ],
    [
      'a paragraph of no known role',
      'sources.yaml',
      'role: text',
      'role: joke',
      'sources.yaml:5:30: article › paragraphs › 1 › role: Invalid type: Expected ("text" | "heading" | "summary" | "contents" | "empty") but received "joke"',
    ],
    [
      'an id that is no slug',
      'entities/thing.yaml',
      '  b:\n',
      '  B b:\n',
      'entities/thing.yaml:21:3: entities › B b: an id is a slug: lower-case letters, digits, hyphens',
    ],
  ]
  test.each(otherFaults)('with %s is refused', (_what, file, from, to, message) => {
    expect(broken(file, from, to)).toContain(message)
  })

  test('that could be better is read with warnings', () => {
    const poor = files({
      'dataset.yaml': main.replace('licence: CC0-1.0\n', ''),
      'entities/thing.yaml': things
        .replace(', gloss: Says so.', '')
        .replace('  b:\n', '  lonely: { label: Lonely }\n  b:\n'),
    })
    const { ok, issues } = readDataset(poor)
    expect([ok, issues.map((issue) => `${issue.severity}: ${issueText(issue)}`)]).toEqual([
      true,
      [
        'warning: entities/thing.yaml:10:22: the reference does not say what stands there (add a gloss)',
        'warning: entities/thing.yaml:21:3: “lonely” has no relation to any entity (add a statement)',
        'warning: dataset.yaml:1:1: the dataset has no licence (add it to dataset.yaml)',
      ],
    ])
  })

  test('with an alias bomb is refused', () => {
    const bomb = ['a: &a [1,1]', 'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]', 'c: &c [*b,*b,*b,*b,*b,*b]']
      .concat('d: &d [*c,*c,*c,*c,*c,*c,*c]', 'e: [*d,*d,*d,*d,*d,*d]')
      .join('\n')
    expect(issuesOf({ 'dataset.yaml': bomb })).toContain(
      'dataset.yaml:1:1: Excessive alias count indicates a resource exhaustion attack',
    )
  })

  test('without a file that it needs is refused', () => {
    expect(readDataset(new Map()).issues.map(issueText)).toEqual(
      ['dataset.yaml', 'sources.yaml'].map(
        (name) => `${name}: the file is missing (docs/dataset.md says what a dataset folder holds)`,
      ),
    )
  })

  test('reports all that is wrong at once', () => {
    const two = things.replace('value: b', 'value: nobody').replace('1.50', 'much')
    expect(issuesOf({ 'entities/thing.yaml': two }).length).toBeGreaterThanOrEqual(2)
  })
})
