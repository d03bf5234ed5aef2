import fc from 'fast-check'
import { text } from '../knowledge-arbitrary.ts'

const schema = (local: string): string => `<http://www.w3.org/2000/01/rdf-schema#${local}>`
const rdf = (local: string): string => `<http://www.w3.org/1999/02/22-rdf-syntax-ns#${local}>`
const xsd = (local: string): string => `<http://www.w3.org/2001/XMLSchema#${local}>`
const prov = (local: string): string => `<http://www.w3.org/ns/prov#${local}>`
const skos = (local: string): string => `<http://www.w3.org/2004/02/skos/core#${local}>`
const geo = (local: string): string => `<http://www.w3.org/2003/01/geo/wgs84_pos#${local}>`

const nodes = [
  '<http://e/a>',
  '<http://e/b#%20>',
  '<http://e/é/>',
  '<urn:x:1>',
  '<http://e/[c]>',
  '_:a',
  '_:b0',
]
const reifiers = ['_:r', '<http://e/r>', '<urn:orrery:statement:s>']
const node = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...nodes) },
  fc.constantFrom(
    ...reifiers,
    '<mailto:a@b>',
    '<geo:1,2>',
    '<urn:orrery:entity:a%20b>',
    '<urn:orrery:kind:k>',
    '<urn:orrery:dataset>',
  ),
)
const predicate = fc.oneof(
  fc.constantFrom(
    '<http://e/p>',
    '<http://e/q>',
    '<http://e/p#a#b>',
    '<foaf:knows>',
    '<urn:orrery:predicate:p>',
  ),
  fc.constantFrom(
    ...['type', 'subject', 'predicate', 'object', 'first', 'reifies'].map(rdf),
    ...['label', 'comment', 'seeAlso'].map(schema),
    ...['prefLabel', 'altLabel', 'definition'].map(skos),
    ...['lat', 'long'].map(geo),
    prov('wasDerivedFrom'),
    '<http://purl.org/dc/terms/source>',
    '<http://purl.org/dc/terms/title>',
    '<http://purl.org/dc/terms/isPartOf>',
    '<urn:orrery:paragraph>',
  ),
)

const escaped = (value: string): string =>
  value
    .replace(/\p{Surrogate}/gu, '')
    .replace(/["\\\n\r]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
const literal = fc
  .tuple(
    fc.oneof(text, fc.constantFrom('1', '01', '2.50', '39.9', '1e3', 'true', '2024-05-06', 'INF')),
    fc.constantFrom(
      '',
      '',
      '@en',
      '@de',
      '@zh-Hans',
      ...['integer', 'double', 'date'].map((one) => `^^${xsd(one)}`),
      `^^<http://e/t>`,
      `^^<http://e/[t]>`,
    ),
  )
  .map(([value, type]) => `"${escaped(value)}"${type}`)

const plain = fc.tuple(node, predicate, fc.oneof(node, literal))

/** Triples of N-Triples that name, describe and annotate, in any disorder. */
export const anyTriples: fc.Arbitrary<readonly string[]> = fc
  .array(plain, { maxLength: 10 })
  .chain((triples) =>
    fc
      .array(
        fc
          .tuple(
            fc.nat({ max: Math.max(0, triples.length - 1) }),
            fc.constantFrom(...reifiers, '_:q'),
          )
          .map(([at, reifier]) => {
            const [s, p, o] = triples[at] ?? ['<urn:s>', '<urn:p>', '<urn:o>']
            return [
              [reifier, rdf('type'), rdf('Statement')],
              [reifier, rdf('subject'), s],
              [reifier, rdf('predicate'), p],
              [reifier, rdf('object'), o],
              [reifier, prov('wasDerivedFrom'), '<http://e/source>'],
              ['<http://e/source>', '<http://purl.org/dc/terms/title>', '"A title"'],
            ].map((triple) => triple.join(' '))
          }),
        { maxLength: 2 },
      )
      .map((annotations) => [...triples.map((one) => one.join(' ')), ...annotations.flat()]),
  )
  .map((lines) => lines.map((line) => `${line} .`))
