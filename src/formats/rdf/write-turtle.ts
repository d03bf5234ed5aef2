import type { Loss } from '../../model/issue.ts'
import type { Drawing, Knowledge } from '../../model/knowledge.ts'
import type { Compaction } from './compact-iri.ts'
import { compactionOf } from './compact-iri.ts'
import type { Quad, RdfLiteral, Term } from './term.ts'
import { termText, xsd } from './term.ts'
import * as rdf from './vocabulary.ts'
import { writeQuads } from './write-quads.ts'

/**
 * Writes Turtle: entities by their IRIs, statements as triples, references and qualifiers on
 * nodes that stand for a triple (rdf:Statement, PROV-O), and what RDF does not say as JSON of our
 * own. `readRdf` gives the same knowledge again. Same input, same bytes.
 */
export function writeTurtle(
  knowledge: Knowledge,
  drawing: Drawing,
): { readonly text: string; readonly losses: readonly Loss[] } {
  const { quads, losses } = writeQuads(knowledge, drawing)
  const compaction = compactionOf(quads)
  const head = compaction.prefixes.map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
  const pieces: string[] = [...head]
  let last: Quad | undefined
  for (const quad of quads) {
    pieces.push(joint(last, quad, compaction), objectText(quad.object, compaction))
    last = quad
  }
  if (last !== undefined) pieces.push(' .\n')
  return { text: pieces.join(''), losses }
}

/** What stands between the object before and this one. */
function joint(last: Quad | undefined, { subject, predicate }: Quad, to: Compaction): string {
  const verb = predicate.value === rdf.type ? 'a' : iriText(predicate.value, to)
  const isSame = last !== undefined && termText(last.subject) === termText(subject)
  if (isSame && last.predicate.value === predicate.value) return ', '
  if (isSame) return ` ;\n  ${verb} `
  const start = last === undefined ? '\n' : ' .\n\n'
  return `${start}${objectText(subject, to)}\n  ${verb} `
}

function objectText(term: Term, compaction: Compaction): string {
  if (term.termType === 'NamedNode') return iriText(term.value, compaction)
  if (term.termType === 'Literal') return literalText(term, compaction)
  return termText(term)
}

function iriText(iri: string, { short }: Compaction): string {
  return short(iri) ?? `<${iri}>`
}

const bare = new Map([
  [`${xsd}integer`, /^[+-]?\d+$/],
  [`${xsd}decimal`, /^[+-]?\d*\.\d+$/],
  [`${xsd}boolean`, /^(?:true|false)$/],
])

function literalText({ value, language, datatype }: RdfLiteral, compaction: Compaction): string {
  if (bare.get(datatype.value)?.test(value) === true) return value
  const text = `"${value.replace(/["\\\p{Cc}\p{Zl}\p{Zp}]/gu, escaped)}"`
  if (language !== '') return `${text}@${language}`
  return datatype.value === `${xsd}string`
    ? text
    : `${text}^^${iriText(datatype.value, compaction)}`
}

const escapes = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return escapes.get(character) ?? `\\u${code}`
}
