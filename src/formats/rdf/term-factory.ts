import type {
  BlankNode,
  DefaultGraph,
  NamedNode,
  Quad,
  RdfLiteral,
  Resource,
  Term,
} from './term.ts'
import { defaultGraph, literal, termText } from './term.ts'

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
  // Most nodes occur often: each is made once.
  const named = new Map<string, Compared<NamedNode>>()
  const blank = new Map<string, Compared<BlankNode>>()
  return {
    namedNode: (iri) =>
      kept(named, iri, () => ({ termType: 'NamedNode', value: iri, text: `<${iri}>`, equals })),
    blankNode: (given) => {
      const name = given ?? `${prefix}${count++}`
      const text = `_:${name}`
      return kept(blank, name, () => ({ termType: 'BlankNode', value: name, text, equals }))
    },
    literal: (value, type) => ({ ...literalOf(value, type), equals }),
    defaultGraph: () => comparedDefault,
    quad: (subject, predicate, object, graph = defaultGraph) => ({
      termType: 'Quad',
      value: '',
      subject,
      predicate,
      object,
      graph,
      equals,
    }),
  }
}

const comparedDefault: Compared<DefaultGraph> = { ...defaultGraph, equals }

function kept<Node>(nodes: Map<string, Node>, name: string, make: () => Node): Node {
  const known = nodes.get(name)
  if (known !== undefined) return known
  const node = make()
  nodes.set(name, node)
  return node
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

/** Terms are equal by what they are. */
function equals(this: Term | DefaultGraph, other: unknown): boolean {
  if (typeof other !== 'object' || other === null || !('termType' in other)) return false
  return termText(this) === termText(other as Term | DefaultGraph)
}
