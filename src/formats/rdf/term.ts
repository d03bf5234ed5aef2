/** The terms of RDF in the shape that all RDF libraries share. */
export interface NamedNode {
  readonly termType: 'NamedNode'
  readonly value: string
  /** What `termText` gives, where it is known already. */
  readonly text?: string
}

export interface BlankNode {
  readonly termType: 'BlankNode'
  readonly value: string
  readonly text?: string
}

export interface RdfLiteral {
  readonly termType: 'Literal'
  readonly value: string
  /** Empty where the literal has none; "en--rtl" where it has a direction too. */
  readonly language: string
  readonly datatype: NamedNode
}

export interface DefaultGraph {
  readonly termType: 'DefaultGraph'
  readonly value: ''
}

/** A triple within a triple (RDF 1.2, RDF-star), or one of the file's own. */
export interface Quad {
  readonly termType: 'Quad'
  readonly value: ''
  readonly subject: Resource
  readonly predicate: NamedNode
  readonly object: Term
  readonly graph: NamedNode | BlankNode | DefaultGraph
}

export type Resource = NamedNode | BlankNode | Quad
export type Term = Resource | RdfLiteral

/** A triple of the file and where it stands. */
export interface Triple {
  readonly quad: Quad
  /** What `tripleText` gives. */
  readonly text: string
  readonly line?: number
  readonly column?: number
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const xsd = 'http://www.w3.org/2001/XMLSchema#'

/** The term as N-Triples writes it, but for the escapes: equal terms, and only they, give equal text. */
export function termText(term: Term | DefaultGraph): string {
  switch (term.termType) {
    case 'NamedNode':
      return term.text ?? `<${term.value}>`
    case 'BlankNode':
      return term.text ?? `_:${term.value}`
    case 'DefaultGraph':
      return ''
    case 'Quad':
      return `<<( ${tripleText(term)} )>>`
    case 'Literal':
      return `${JSON.stringify(term.value)}${suffix(term)}`
  }
}

function suffix({ language, datatype }: RdfLiteral): string {
  if (language !== '') return `@${language}`
  return datatype.value === `${xsd}string` ? '' : `^^<${datatype.value}>`
}

/** Subject, predicate, object, and the graph where it is a named one. */
export function tripleText({ subject, predicate, object, graph }: Quad): string {
  const triple = `${termText(subject)} ${termText(predicate)} ${termText(object)}`
  return graph.termType === 'DefaultGraph' ? triple : `${triple} ${termText(graph)}`
}

/** An IRI as a term. */
export function namedNode(iri: string): NamedNode {
  return { termType: 'NamedNode', value: iri }
}

/** A literal: plain, with a language, or with a datatype. */
export function literal(text: string, type: { language: string } | string = ''): RdfLiteral {
  const language = typeof type === 'string' ? '' : type.language
  const plain = language === '' ? `${xsd}string` : `${rdf}langString`
  const datatype = typeof type === 'string' && type !== '' ? type : plain
  return { termType: 'Literal', value: text, language, datatype: namedNode(datatype) }
}

/** A triple in the default graph. */
export function quadOf(subject: Resource, predicate: string, object: Term): Quad {
  return {
    termType: 'Quad',
    value: '',
    subject,
    predicate: namedNode(predicate),
    object,
    graph: defaultGraph,
  }
}

export const defaultGraph: DefaultGraph = { termType: 'DefaultGraph', value: '' }

/** A triple and where it stands, where that is known. */
export function tripleAt(quad: Quad, line?: number, column?: number): Triple {
  const text = tripleText(quad)
  return line === undefined || column === undefined ? { quad, text } : { quad, text, line, column }
}
