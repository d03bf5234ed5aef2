import type {
  BlankNode,
  DefaultGraph,
  NamedNode,
  Quad,
  RdfLiteral,
  Resource,
  Term,
} from './term.ts'
import { defaultGraph, literal, namedNode, termText } from './term.ts'

type Compared<Content> = Content & { readonly equals: (other: unknown) => boolean }
type LiteralType =
  | string
  | NamedNode
  | { readonly language: string; readonly direction?: string | null | undefined }
  | null
  | undefined

/** Makes terms for the RDF libraries, which ask for it under this interface. */
export interface TermFactory {
  readonly namedNode: (iri: string) => Compared<NamedNode>
  readonly blankNode: (name?: string) => Compared<BlankNode>
  readonly literal: (text: string, type?: LiteralType) => Compared<RdfLiteral>
  readonly defaultGraph: () => Compared<DefaultGraph>
  readonly quad: (
    subject: Resource,
    predicate: NamedNode,
    object: Term,
    graph?: Quad['graph'],
  ) => Compared<Quad>
}

/**
 * A factory of plain terms for the file with this `text`. Blank nodes keep the names that the file
 * gives them; the others are numbered under a prefix that no name in the file begins with, so that
 * the same file always gives the same names.
 */
export function termFactory(text: string): TermFactory {
  let prefix = 'b'
  while (hasNames(text, prefix)) prefix += 'n'
  let count = 0
  return {
    namedNode: (iri) => compared(namedNode(iri)),
    blankNode: (name) => compared({ termType: 'BlankNode', value: name ?? `${prefix}${count++}` }),
    literal: (value, type) => compared(literalOf(value, type)),
    defaultGraph: () => compared(defaultGraph),
    quad: (subject, predicate, object, graph = defaultGraph) =>
      compared({ termType: 'Quad', value: '', subject, predicate, object, graph }),
  }
}

/** `_:b0` in most syntaxes, `rdf:nodeID="b0"` in RDF/XML. */
function hasNames(text: string, prefix: string): boolean {
  return ['_:', '"', "'"].some((before) => text.includes(`${before}${prefix}`))
}

function literalOf(text: string, type: LiteralType): RdfLiteral {
  if (type === undefined || type === null || type === '') return literal(text)
  if (typeof type === 'string') return literal(text, { language: type })
  if ('termType' in type) return literal(text, type.value)
  const { language, direction } = type
  const ending = direction === undefined || direction === null ? '' : `--${direction}`
  return literal(text, { language: `${language}${ending}` })
}

function compared<Content extends Term | DefaultGraph>(term: Content): Compared<Content> {
  return Object.assign(Object.create(comparison) as Comparison, term)
}

interface Comparison {
  readonly equals: (other: unknown) => boolean
}

/** What terms inherit: they are compared by what they are. */
const comparison = {
  equals(this: Term | DefaultGraph, other: unknown): boolean {
    return (
      typeof other === 'object' &&
      other !== null &&
      'termType' in other &&
      termText(this) === termText(other as Term | DefaultGraph)
    )
  },
}
