import type { Issue, ReadResult } from '../../model/issue.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { decodeJson } from '../json/decode-json.ts'
import { quoted } from '../quoted.ts'
import { decodeXml } from '../xml/decode-xml.ts'
import { placesIn } from '../place-in-text.ts'
import type { Interpreted } from './knowledge-of.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { shortIri } from './literal-type.ts'
import { restoreOwn } from './own-record.ts'
import type { PassedOver } from './passed-over.ts'
import { RdfFault } from './rdf-fault.ts'
import { termFactory } from './term-factory.ts'
import type { Quad, Triple } from './term.ts'
import { termText } from './term.ts'

export type RdfSyntax = 'turtle' | 'n-triples' | 'n-quads' | 'trig' | 'json-ld' | 'rdf-xml'

export interface RdfOptions {
  /** Languages to take labels and descriptions in, the dearest first. */
  readonly languages?: readonly string[]
}

/** What a file of others holds, as RDF counts it. */
export interface RdfCounts {
  /** IRIs and blank nodes that are subjects or values; all quoted triples together count one. */
  readonly resources: number
  /** Triples whose value is no literal. */
  readonly relations: number
  readonly literals: number
}

export type RdfRead = ReadResult<Knowledge> & { readonly counts?: RdfCounts }

const largest = 256 * 1024 * 1024
/** Issues of one kind beyond these are counted only. */
const mostAlike = 50

/**
 * Reads RDF in any of its syntaxes as knowledge: nodes are entities with their exact IRIs as ids,
 * triples are statements. A file of ours gives back what was written. `file` names it in issues.
 * A fault anywhere rejects the file; nothing that it points to is fetched.
 */
export async function readRdf(
  bytes: Uint8Array,
  file: string,
  syntax: RdfSyntax,
  { languages = ['en'] }: RdfOptions = {},
): Promise<RdfRead> {
  if (bytes.length > largest) {
    const message = `the file size is ${bytes.length} bytes; at most ${largest} are read`
    return { ok: false, issues: [{ severity: 'error', file, message }] }
  }
  // Turtle and its family are in UTF-8, as JSON is.
  const decoded = syntax === 'rdf-xml' ? decodeXml(bytes, file) : decodeJson(bytes, file)
  if (!decoded.ok) return { ok: false, issues: [decoded.issue] }
  try {
    const parsed = await parse(decoded.text, syntax === 'turtle' && isN3(file) ? 'n3' : syntax)
    const triples = distinct(parsed.triples)
    const name = file.split(/[/\\]/).at(-1) ?? file
    const interpreted = knowledgeOf(triples, name, languages)
    const issues = [
      ...issuesOf(interpreted, file),
      ...withoutMeaning(triples, decoded.text, file),
      ...withoutIri(parsed.passedOver ?? [], decoded.text, file),
    ]
    const { content, issues: more, isOurs } = restoreOwn(triples, interpreted, file)
    const read = { ok: true, content, issues: [...issues, ...more] } as const
    return isOurs ? read : { ...read, counts: countsOf(triples) }
  } catch (error) {
    if (!(error instanceof RdfFault)) throw error
    return { ok: false, issues: [issueOf(error, file)] }
  }
}

/** Files of this name often use what N3 has beyond Turtle. */
function isN3(file: string): boolean {
  return /\.n3$/i.test(file)
}

interface Parsed {
  readonly triples: readonly Triple[]
  /** Only JSON-LD passes over something. */
  readonly passedOver?: readonly PassedOver[]
}

async function parse(text: string, syntax: RdfSyntax | 'n3'): Promise<Parsed> {
  const factory = termFactory(text)
  switch (syntax) {
    case 'json-ld':
      return (await import('./parse-json-ld.ts')).parseJsonLd(text, factory)
    case 'rdf-xml':
      return { triples: await (await import('./parse-rdf-xml.ts')).parseRdfXml(text, factory) }
    case 'n3':
    case 'turtle':
    case 'n-triples':
    case 'n-quads':
    case 'trig':
      return {
        triples: await (await import('./parse-turtle.ts')).parseTurtle(text, syntax, factory),
      }
  }
}

function issueOf({ message, advice, line, column }: RdfFault, file: string): Issue {
  return {
    severity: 'error',
    message,
    ...(advice === undefined ? {} : { advice }),
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }
}

/** RDF is a set: a triple that is there twice is there once. */
function distinct(triples: readonly Triple[]): readonly Triple[] {
  const seen = new Set<string>()
  return triples.filter(({ text }) => seen.size < seen.add(text).size)
}

function issuesOf({ quoted: terms, unfitting }: Interpreted, file: string): readonly Issue[] {
  const star = terms.map((triple) =>
    warning(
      triple,
      file,
      `the quoted triple ${excerpt(triple.quad)} (RDF-star) stays a node of its own`,
      'it becomes a citation where the file states the triple itself and says its source',
    ),
  )
  const values = unfitting.map((triple) => {
    const { object } = triple.quad
    const wanted = object.termType === 'Literal' ? shortIri(object.datatype.value) : ''
    return warning(triple, file, `the value ${quoted(object.value)} is no ${wanted}; it stays text`)
  })
  return [
    ...atMost(star, file, 'quoted triples (RDF-star) that stay nodes'),
    ...atMost(values, file, 'values that do not fit their datatype and stay text'),
  ]
}

/** In JSON-LD a word without an IRI means nothing, and often that is all a file has. */
function withoutMeaning(triples: readonly Triple[], text: string, file: string): readonly Issue[] {
  if (triples.length > 0 || !/^\s*[{[][^]*"/.test(text)) return []
  const message = 'the file says nothing: none of its words has an IRI'
  const advice = 'add an @context that says what the words mean, or open it as plain JSON'
  return [{ severity: 'warning', message, advice, file, line: 1, column: 1 }]
}

function withoutIri(objects: readonly PassedOver[], text: string, file: string): readonly Issue[] {
  const place = placesIn(text)
  const issues = objects.map(({ id, offset }): Issue => ({
    severity: 'warning',
    message: `the id ${quoted(id)} is no IRI; what is said of it is skipped`,
    advice: 'write such characters percent-encoded, as in %5B for [',
    file,
    ...place(offset),
  }))
  return atMost(issues, file, 'ids are no IRIs; what is said of them is skipped')
}

function excerpt({ object }: Quad): string {
  return object.termType === 'Quad' ? quoted(`<< ${termText(object).slice(4, -4)} >>`) : ''
}

function warning(triple: Triple, file: string, message: string, advice?: string): Issue {
  const { line, column } = triple
  return {
    severity: 'warning',
    message,
    ...(advice === undefined ? {} : { advice }),
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }
}

function atMost(issues: readonly Issue[], file: string, what: string): readonly Issue[] {
  if (issues.length <= mostAlike) return issues
  const message = `${issues.length - mostAlike} more ${what}`
  return [...issues.slice(0, mostAlike), { severity: 'warning', file, message }]
}

function countsOf(triples: readonly Triple[]): RdfCounts {
  const resources = new Set<string>()
  let literals = 0
  const add = (term: Quad['subject']): void =>
    void resources.add(term.termType === 'Quad' ? '<<>>' : termText(term))
  for (const { quad } of triples) {
    add(quad.subject)
    if (quad.object.termType === 'Literal') literals += 1
    else add(quad.object)
  }
  return { resources: resources.size, relations: triples.length - literals, literals }
}
