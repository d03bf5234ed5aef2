import { entityId } from '../../model/ids.ts'
import type { AttributeValue, Statement, Reference } from '../../model/knowledge.ts'
import type { Literal } from '../../model/literal.ts'
import type { DraftContext } from './draft-context.ts'
import { isLanguage } from './language.ts'
import { rdfColumns } from './knowledge-of.ts'
import { writtenDatatype } from './literal-type.ts'
import { entityNode, iriOf, isIri, mint, minted, paragraphIri, recordIri } from './own-names.ts'
import type { BlankNode, NamedNode, Quad, Term } from './term.ts'
import { literal, namedNode, quadOf, tripleText, xsd } from './term.ts'
import * as rdf from './vocabulary.ts'

/**
 * Says a statement as a triple and, where there is more to it, as a node that stands for the
 * triple (rdf:Statement) with its sources (prov:wasDerivedFrom) and qualifiers. True where there
 * is such a node.
 */
export function draftStatement(statement: Statement, context: DraftContext): boolean {
  const { plan, add, text } = context
  const quad = tripleOf(statement, context)
  add(quad)
  const record = plan.records?.statements.get(statement.id)
  const isNatural = !plan.disguised.has(statement.id) && statement.id === tripleText(quad)
  const { references, qualifiers } = statement
  if (isNatural && record === undefined && references.length + qualifiers.length === 0) return false
  const node = isNatural ? unnamedNode(statement, context) : ownNode(statement)
  add(quadOf(node, rdf.type, namedNode(rdf.statementClass)))
  add(quadOf(node, rdf.reifiedSubject, quad.subject))
  add(quadOf(node, rdf.reifiedPredicate, quad.predicate))
  add(quadOf(node, rdf.reifiedObject, quad.object))
  for (const { predicate, literal } of qualifiers) {
    const iri = isQualifier(predicate)
      ? iriOf('qualifier', predicate)
      : mint('qualifier', predicate)
    add(quadOf(node, iri, literalOf(literal, [], context)))
  }
  for (const reference of references) draftReference(node, reference, context)
  if (record !== undefined) add(quadOf(node, recordIri, text(record)))
  return true
}

function tripleOf(statement: Statement, context: DraftContext): Quad {
  const { id, subject, predicate, value, attributes } = statement
  const disguised = context.plan.disguised.has(id)
  const iri = disguised ? mint('predicate', predicate) : iriOf('predicate', predicate)
  const object: Term =
    value.type === 'entity'
      ? entityNode(value.entity)
      : literalOf(value.literal, attributes, context)
  return quadOf(entityNode(subject), iri, object)
}

const unwritable: ReadonlySet<string> = new Set(
  ['rdf:langString', 'rdf:dirLangString', 'rdf:JSON'].map(rdf.iri),
)

function literalOf(
  { text, datatype }: Literal,
  attributes: readonly AttributeValue[],
  context: DraftContext,
): Term {
  const cell = (column: string): string | undefined =>
    attributes.find((one) => one.column === column)?.text
  const language = cell(rdfColumns.language)
  if (language !== undefined && isLanguage(language)) return context.text(text, { language })
  const own = cell(rdfColumns.datatype)
  if (own !== undefined && isIri(own) && !unwritable.has(own)) return context.text(text, own)
  return context.text(text, writtenDatatype({ text, datatype }))
}

function ownNode({ id }: Statement): NamedNode {
  return namedNode(mint('statement', id))
}

/** The name that the file gave the node, else a blank one that no entity has. */
function unnamedNode({ attributes }: Statement, context: DraftContext): NamedNode | BlankNode {
  const name = attributes.find(({ column }) => column === rdfColumns.reifier)?.text
  const { entities } = context.knowledge
  const taken = (id: string): boolean => entities.has(entityId(id))
  if (
    name !== undefined &&
    isIri(name) &&
    !taken(name) &&
    minted('statement', name) === undefined
  ) {
    return namedNode(name)
  }
  for (;;) {
    const value = `s${context.number()}`
    if (!taken(`_:${value}`)) return { termType: 'BlankNode', value }
  }
}

function isQualifier(id: string): boolean {
  if (!isIri(id) || rdf.provenancePredicates.has(id)) return false
  return ![rdf.reifies, rdf.reifiedSubject, rdf.reifiedPredicate, rdf.reifiedObject].includes(id)
}

function draftReference(
  node: NamedNode | BlankNode,
  { source, paragraph, gloss }: Reference,
  { add, text, sources, number }: DraftContext,
): void {
  const whole = namedNode(sources.get(source) ?? mint('source', source))
  if (paragraph === undefined && gloss === undefined) {
    add(quadOf(node, rdf.derived, whole))
    return
  }
  const place = namedNode(mint('reference', String(number())))
  add(quadOf(node, rdf.derived, place))
  add(quadOf(place, rdf.partOf, whole))
  if (paragraph !== undefined) {
    add(quadOf(place, paragraphIri, literal(String(paragraph), `${xsd}integer`)))
  }
  if (gloss !== undefined) add(quadOf(place, rdf.comment, text(gloss)))
}
