import { describe, expect, it } from 'vitest'
import { readRdf } from '../../../src/formats/rdf/read.ts'
import type { RdfSyntax } from '../../../src/formats/rdf/read.ts'
import { issueText } from '../../../src/model/issue.ts'
import type { Knowledge } from '../../../src/model/knowledge.ts'

const encoder = new TextEncoder()
const prefixes = [
  ['', 'http://e/'],
  ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['skos', 'http://www.w3.org/2004/02/skos/core#'],
  ['prov', 'http://www.w3.org/ns/prov#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['geo', 'http://www.w3.org/2003/01/geo/wgs84_pos#'],
]
  .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> . `)
  .join('')

const read = (text: string, syntax: RdfSyntax = 'turtle') =>
  readRdf(encoder.encode(text), 'f', syntax)
const open = async (text: string, syntax: RdfSyntax = 'turtle'): Promise<Knowledge> => {
  const result = await read(syntax === 'turtle' ? `${prefixes}${text}` : text, syntax)
  if (!result.ok) throw new Error(result.issues.map(issueText).join('\n'))
  return result.content
}
const issues = async (text: string, syntax: RdfSyntax = 'turtle') => {
  const result = await read(text, syntax)
  return [result.ok, ...result.issues.map(issueText)]
}
const entity = async (text: string, id = 'http://e/a') =>
  [...(await open(text)).entities.values()].find((one) => one.id === id)
const statements = (knowledge: Knowledge): readonly string[] =>
  [...knowledge.statements.values()].map(({ predicate, value }) => {
    const label = knowledge.predicates.get(predicate)?.label ?? ''
    return `${label} ${value.type === 'entity' ? value.entity : value.literal.text}`
  })

describe('names in RDF', () => {
  it('takes the label in the wanted language, and the others as aliases', async () => {
    const { label, aliases } = (await entity(
      ':a rdfs:label "Pékin"@fr, "Beijing"@en ; skos:prefLabel "北京"@zh ; skos:altLabel "Peking" .',
    )) ?? { label: undefined, aliases: [] }
    expect([label, aliases]).toEqual([
      'Beijing',
      [{ text: 'Pékin', note: 'fr' }, { text: '北京', note: 'zh' }, { text: 'Peking' }],
    ])
  })

  it('falls back to a label without a language, to any, and to the end of the IRI', async () => {
    const knowledge = await open(
      ':a rdfs:label "A", "Ah"@de . :b rdfs:label "Be"@de . :c%20d :p _:x .',
    )
    expect([...knowledge.entities.values()].map(({ label }) => label)).toEqual([
      'A',
      'Be',
      'c d',
      undefined,
    ])
  })

  it('keeps a label that says its language as a fact beside', async () => {
    expect(statements(await open(':a rdfs:label "A"@en . :b rdfs:label "B" .'))).toEqual([
      'label A',
    ])
  })

  it('reads kind, description and place', async () => {
    expect(
      await entity(':a a :City, :Place ; rdfs:comment "Big." ; geo:lat 39.9 ; geo:long 116.4 .'),
    ).toEqual({
      id: 'http://e/a',
      label: 'a',
      kind: 'http://e/City',
      aliases: [],
      description: 'Big.',
      place: { latitude: 39.9, longitude: 116.4 },
      parents: [],
      spans: [],
      attributes: [],
    })
  })

  it('names predicates by their label, else by the end of their IRI', async () => {
    expect(statements(await open(':p rdfs:label "knows" . :a :p :b ; :q "x" .'))).toEqual([
      'knows http://e/b',
      'q x',
    ])
  })
})

describe('annotations in RDF', () => {
  const cited = {
    references: [{ source: 'http://e/s' }],
    qualifiers: [{ predicate: 'http://e/since', literal: { text: '2010', datatype: 'integer' } }],
  }
  const about = async (text: string) => {
    const { sources, statements, entities } = await open(text)
    return {
      sources: [...sources.values()].map(({ title }) => title),
      statements: [...statements.values()].map(({ references, qualifiers }) => ({
        references,
        qualifiers,
      })),
      entities: entities.size,
    }
  }
  const source = ':s dcterms:title "A title" .'

  it.each([
    [
      'rdf:Statement',
      '[] a rdf:Statement ; rdf:subject :a ; rdf:predicate :p ; rdf:object :b ; prov:wasDerivedFrom :s ; :since 2010 .',
    ],
    ['RDF-star', '<< :a :p :b >> prov:wasDerivedFrom :s ; :since 2010 .'],
  ])('become references and qualifiers: %s', async (_, annotation) => {
    expect(await about(`:a :p :b . ${annotation} ${source}`)).toEqual({
      sources: ['A title'],
      statements: [cited],
      entities: 2,
    })
  })

  it('become references where they follow the triple', async () => {
    expect(
      (await about(`:a :p :b {| prov:wasDerivedFrom :s ; :since 2010 |} . ${source}`)).statements,
    ).toEqual([cited])
  })

  it('stay nodes where the triple itself is not stated, with a warning', async () => {
    expect(await issues('<< <a:a> <a:p> <a:b> >> <a:q> 1 .')).toEqual([
      true,
      'f:1:22: the quoted triple "<< <a:a> <a:p> <a:b> >>" (RDF-star) stays a node of its own (it becomes a citation where the file states the triple itself and says its source)',
    ])
  })

  it('stay nodes where they say more than a statement holds', async () => {
    const knowledge = await open(':a :p :b {| :who :c |} .')
    expect(statements(knowledge).at(-1)).toBe('who http://e/c')
  })
})

describe('what RDF says exactly', () => {
  it('compares IRIs as strings, and keeps the names of blank nodes', async () => {
    const { entities } = await open('<http://e/%7Ea> :p <http://e/~a>, _:b0, [] .')
    expect([...entities.keys()]).toEqual(['http://e/%7Ea', 'http://e/~a', '_:b0', '_:bn0'])
  })

  it('keeps datatypes and languages', async () => {
    const { statements } = await open(
      '@prefix x: <http://www.w3.org/2001/XMLSchema#> . :a :p 1, "01"^^x:byte, "x"@de, 2.5, 1e3, true, "2024-05-06"^^x:date, "y"^^:t .',
    )
    expect(
      [...statements.values()].map(({ value, attributes }) => [
        value.type === 'literal' ? Object.values(value.literal).join(' ') : '',
        ...attributes.map(({ text }) => text),
      ]),
    ).toEqual([
      ['1 integer'],
      ['01 integer', 'http://www.w3.org/2001/XMLSchema#byte'],
      ['x string', 'de'],
      ['2.5 decimal'],
      ['1e3 decimal'],
      ['true boolean'],
      ['2024-05-06 date'],
      ['y string', 'http://e/t'],
    ])
  })

  it('keeps a value that does not fit its datatype as text', async () => {
    expect(await issues('<a:a> <a:b>\n "x"^^<http://www.w3.org/2001/XMLSchema#integer> .')).toEqual(
      [true, 'f:2:50: the value "x" is no xsd:integer; it stays text'],
    )
  })

  it('keeps named graphs apart', async () => {
    const { statements } = await open('<a:s> <a:p> <a:o> <a:g> .\n<a:s> <a:p> <a:o> .', 'n-quads')
    expect([...statements.values()].map(({ attributes }) => attributes)).toEqual([
      [{ column: 'rdf:graph', text: 'a:g' }],
      [],
    ])
  })

  it('counts what the file holds', async () => {
    const result = await read('<a:a> <a:p> <a:b>, <a:b>, "x" ; a <a:C> .')
    expect(result.counts).toEqual({ resources: 3, relations: 2, literals: 1 })
  })
})

const rdfXml = (inner: string): string =>
  `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">\n${inner}</r:RDF>`

describe('every syntax', () => {
  it.each<readonly [RdfSyntax, string]>([
    ['turtle', '@prefix : <http://e/> . :a :p :b ; :q "x" .'],
    ['n-triples', '<http://e/a> <http://e/p> <http://e/b> .\n<http://e/a> <http://e/q> "x" .'],
    ['n-quads', '<http://e/a> <http://e/p> <http://e/b> .\n<http://e/a> <http://e/q> "x" .'],
    ['trig', '{ <http://e/a> <http://e/p> <http://e/b> ; <http://e/q> "x" }'],
    [
      'json-ld',
      '{"@context":{"@vocab":"http://e/"},"@id":"http://e/a","p":{"@id":"http://e/b"},"q":"x"}',
    ],
    [
      'rdf-xml',
      rdfXml(
        '<r:Description r:about="http://e/a"><e:p r:resource="http://e/b"/><e:q>x</e:q></r:Description>',
      ),
    ],
  ])('says the same: %s', async (syntax, text) => {
    const { entities, statements: all } = await open(text, syntax)
    expect([[...entities.keys()], [...all.keys()]]).toEqual([
      ['http://e/a', 'http://e/b'],
      ['<http://e/a> <http://e/p> <http://e/b>', '<http://e/a> <http://e/q> "x"'],
    ])
  })

  it.each<readonly [RdfSyntax, string, string]>([
    [
      'turtle',
      '<a:a> <a:b> <a:c> <a:d> .',
      'f:1:19: the statement does not end after its third term (write " ." at its end; four terms are N-Quads)',
    ],
    [
      'turtle',
      '<a:a> <a:b>\n "x .',
      'f:2:2: the text “"x” is not closed, or has an escape that does not exist',
    ],
    [
      'turtle',
      '<a:a> <a:b>',
      'f:1:12: the file ends too early (truncated?): Expected entity but got eof',
    ],
    [
      'turtle',
      '\n<a:a> constructor:b <a:c> .',
      'f:2:7: the prefix "constructor:" is not declared (declare it above with @prefix)',
    ],
    [
      'n-triples',
      '<a:a> <a:b> <a:c> . <a:a> <a:b> <a:d> .',
      'f:1:21: a second triple begins on this line',
    ],
    ['n-triples', '<a:a> <a:b> <a:c>, <a:d> .', 'f:1:18: unexpected ","'],
    [
      'json-ld',
      '{"@id":"a:a",\n',
      'f:2:1: the text ends before the JSON value is complete (the file was cut short; fetch it again)',
    ],
    ['json-ld', '"x"', 'f:1:1: the file holds neither an object nor a list, as JSON-LD asks'],
    [
      'json-ld',
      '{\n"@context":"https://schema.org"}',
      'f:2:12: the context "https://schema.org" lies elsewhere, and nothing is fetched (put the context itself into the file, in place of its address)',
    ],
    [
      'rdf-xml',
      '<!DOCTYPE a [<!ENTITY b "c">]>\n<a/>',
      'f:1:1: the file has a DOCTYPE, which is not accepted',
    ],
  ])('is rejected with the place: %s %s', async (syntax, text, message) => {
    expect(await issues(text, syntax)).toEqual([false, message])
  })

  it('rejects RDF/XML that uses its words wrongly, with the line', async () => {
    const [ok, message] = await issues(rdfXml('<r:li/>\n'), 'rdf-xml')
    expect([ok, String(message).slice(0, 4)]).toEqual([false, 'f:2:'])
  })

  it('reports what JSON-LD says of ids that are no IRIs, whatever the context calls ids', async () => {
    const text = `{
  "@context": {"@vocab": "http://e/", "key": "@id"},
  "@graph": [
    {"@id": "http://e/a", "name": "A", "knows": {"@id": "http://e/[b]", "name": "B"}},
    {"key": "two words", "name": "C"}
  ]
}`
    const advice = '(write such characters percent-encoded, as in %5B for [)'
    expect(await issues(text, 'json-ld')).toEqual([
      true,
      `f:4:49: the id "http://e/[b]" is no IRI; what is said of it is skipped ${advice}`,
      `f:5:5: the id "two words" is no IRI; what is said of it is skipped ${advice}`,
    ])
  })

  it.each(['http://e/a^b', 'http://e/a#x y', '_:a b', 'ex:a b'])(
    'does not report the id %s, which is read',
    async (id) => {
      const context = { '@vocab': 'http://e/', ex: 'http://e/#' }
      const text = JSON.stringify({ '@context': context, '@id': id, name: 'A' })
      const result = await read(text, 'json-ld')
      expect([result.ok && result.content.entities.size, result.issues]).toEqual([1, []])
    },
  )

  it('reports JSON-LD of which no word has an IRI', async () => {
    expect(await issues('{"name":"A"}', 'json-ld')).toEqual([
      true,
      'f:1:1: the file says nothing: none of its words has an IRI (add an @context that says what the words mean, or open it as plain JSON)',
    ])
  })
})
