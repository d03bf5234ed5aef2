import { predicateId, sourceId } from '../../model/ids.ts'
import type { Qualifier, Reference, Source } from '../../model/knowledge.ts'
import { datatypeOf } from './literal-type.ts'
import { idOf, minted, paragraphIri, recordIri } from './own-names.ts'
import type { Quad, Resource, Term, Triple } from './term.ts'
import { quadOf, termText, tripleText } from './term.ts'
import * as rdf from './vocabulary.ts'

/** What a file says about one of its triples, by way of a node that stands for it. */
export interface Annotation {
  readonly reifier: Resource
  readonly qualifiers: readonly Qualifier[]
  readonly references: readonly Reference[]
  /** JSON of ours. */
  readonly record: string | undefined
}

export interface Folded {
  /** By the text of the triple. */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>
  readonly sources: ReadonlyMap<string, Source>
  /** The triples that are annotations and sources, and nothing else. */
  readonly hidden: ReadonlySet<Triple>
  /** Quoted triples that stay nodes. */
  readonly quoted: readonly Triple[]
}

type BySubject = ReadonlyMap<string, readonly Triple[]>

const reification: ReadonlySet<string> = new Set([
  rdf.reifiedSubject,
  rdf.reifiedPredicate,
  rdf.reifiedObject,
])

/**
 * Finds the nodes that stand for triples of the file (`rdf:Statement`, RDF 1.2 reifiers) and say
 * no more of them than literals and where they come from. Everything else stays as it is.
 */
export function foldAnnotations(triples: readonly Triple[]): Folded {
  const candidates = new Set<string>()
  for (const { quad } of triples) {
    const { value } = quad.predicate
    if (value === rdf.reifies || reification.has(value)) candidates.add(termText(quad.subject))
  }
  if (candidates.size === 0) return unfolded
  return new Folding(triples).fold(candidates)
}

const unfolded: Folded = {
  annotations: new Map(),
  sources: new Map(),
  hidden: new Set(),
  quoted: [],
}

class Folding {
  readonly #bySubject: BySubject
  /** How often each node is the value of a triple. */
  readonly #uses = new Map<string, number>()
  readonly #stated: ReadonlySet<string>
  readonly #annotations = new Map<string, Annotation[]>()
  readonly #sources = new Map<string, Source>()
  readonly #hidden = new Set<Triple>()

  constructor(triples: readonly Triple[]) {
    const bySubject = new Map<string, Triple[]>()
    for (const triple of triples) {
      const key = termText(triple.quad.subject)
      const own = bySubject.get(key)
      if (own === undefined) bySubject.set(key, [triple])
      else own.push(triple)
      if (triple.quad.object.termType !== 'Literal') {
        const value = termText(triple.quad.object)
        this.#uses.set(value, (this.#uses.get(value) ?? 0) + 1)
      }
    }
    this.#bySubject = bySubject
    this.#stated = new Set(triples.map(({ text }) => text))
  }

  fold(candidates: ReadonlySet<string>): Folded {
    for (const key of candidates) this.#foldNode(this.#about(key))
    const quoted = [...candidates].flatMap((key) =>
      this.#about(key).filter(
        (triple) => triple.quad.object.termType === 'Quad' && !this.#hidden.has(triple),
      ),
    )
    return {
      annotations: this.#annotations,
      sources: this.#sources,
      hidden: this.#hidden,
      quoted,
    }
  }

  #about(key: string): readonly Triple[] {
    return this.#bySubject.get(key) ?? []
  }

  #foldNode(about: readonly Triple[]): void {
    const [first] = about
    if (first === undefined) return
    const reifier = first.quad.subject
    const stated = reifiedBy(about)
    if (stated === undefined || !this.#stated.has(stated)) return
    const rest = about.filter(({ quad }) => !isScaffold(quad))
    const ours = isOurs(reifier)
    if (!ours && (rest.length === 0 || this.#uses.has(termText(reifier)))) return
    if (!rest.every(({ quad }) => isAnnotation(quad))) return
    const annotation: Annotation = {
      reifier,
      qualifiers: rest.flatMap(({ quad }) => qualifierOf(quad)),
      references: rest.flatMap(({ quad }) =>
        isProvenance(quad) ? [this.#referenceTo(quad.object)] : [],
      ),
      record: recordOf(rest),
    }
    for (const triple of about) this.#hidden.add(triple)
    const known = this.#annotations.get(stated)
    if (known === undefined) this.#annotations.set(stated, [annotation])
    else known.push(annotation)
  }

  #referenceTo(object: Term): Reference {
    if (object.termType === 'Literal') return { source: this.#literalSource(object.value) }
    const about = this.#about(termText(object))
    const whole = about.find(({ quad }) => quad.predicate.value === rdf.partOf)
    const places = about.filter(({ quad }) => quad.predicate.value === paragraphIri)
    const glosses = about.filter(({ quad }) => rdf.comment === quad.predicate.value)
    const [place, gloss] = [places[0]?.quad.object, glosses[0]?.quad.object]
    const known = [whole, places[0], glosses[0]].filter((triple) => triple !== undefined)
    const paragraph = Number(place?.value)
    const isPlace =
      whole !== undefined &&
      whole.quad.object.termType !== 'Literal' &&
      known.length === about.length &&
      (place === undefined || (place.termType === 'Literal' && Number.isSafeInteger(paragraph))) &&
      (gloss === undefined || gloss.termType === 'Literal')
    if (!isPlace) return { source: this.#source(object) }
    if (this.#isOnlyUse(object)) for (const triple of about) this.#hidden.add(triple)
    const { source } = this.#referenceTo(whole.quad.object)
    return {
      source,
      ...(place === undefined ? {} : { paragraph }),
      ...(gloss === undefined ? {} : { gloss: gloss.value }),
    }
  }

  #isOnlyUse(node: Resource): boolean {
    return (this.#uses.get(termText(node)) ?? 0) <= 1
  }

  #literalSource(text: string): Source['id'] {
    const id = sourceId(text)
    if (!this.#sources.has(id)) this.#sources.set(id, { id, title: text, paragraphs: new Map() })
    return id
  }

  /** The source that a node stands for; the node is no entity where it says nothing but that. */
  #source(node: Resource): Source['id'] {
    const iri = node.termType === 'NamedNode' ? node.value : termText(node)
    const id = sourceId(node.termType === 'NamedNode' ? idOf('source', iri) : iri)
    if (this.#sources.has(id)) return id
    const about = this.#about(termText(node))
    const fields = Object.entries(rdf.sourceFields).flatMap(([name, predicates]) => {
      const found = about.find(
        ({ quad }) =>
          predicates.includes(quad.predicate.value) && quad.object.termType === 'Literal',
      )
      return found === undefined ? [] : [{ name, found }]
    })
    const texts = Object.fromEntries(
      fields.map(({ name, found }) => [name, found.quad.object.value]),
    )
    const shown = node.termType === 'NamedNode' ? (rdf.localName(iri) ?? iri) : iri
    const url = /^https?:/.test(iri) ? { url: iri } : {}
    this.#sources.set(id, { id, title: shown, ...url, ...texts, paragraphs: new Map() })
    if (fields.length === about.length) for (const { found } of fields) this.#hidden.add(found)
    return id
  }
}

/** The text of the one triple that the node stands for. */
function reifiedBy(about: readonly Triple[]): string | undefined {
  const values = (predicate: string): readonly Term[] =>
    about.flatMap(({ quad }) => (quad.predicate.value === predicate ? [quad.object] : []))
  const [quoted, ...more] = values(rdf.reifies)
  if (quoted !== undefined) {
    return more.length === 0 && quoted.termType === 'Quad' ? tripleText(quoted) : undefined
  }
  const parts = [rdf.reifiedSubject, rdf.reifiedPredicate, rdf.reifiedObject].map(values)
  if (parts.some(({ length }) => length !== 1)) return undefined
  const [subject, predicate, object] = parts.map(([term]) => term)
  if (subject === undefined || subject.termType === 'Literal' || object === undefined) {
    return undefined
  }
  if (predicate?.termType !== 'NamedNode') return undefined
  return tripleText(quadOf(subject, predicate.value, object))
}

/** What says that a node stands for a triple, and for which. */
function isScaffold({ predicate, object }: Quad): boolean {
  return (
    predicate.value === rdf.reifies ||
    reification.has(predicate.value) ||
    (predicate.value === rdf.type && object.value === rdf.statementClass)
  )
}

function isAnnotation(quad: Quad): boolean {
  return isProvenance(quad) || quad.object.termType === 'Literal'
}

function isProvenance({ predicate }: Quad): boolean {
  return rdf.provenancePredicates.has(predicate.value)
}

function isOurs(node: Resource): boolean {
  return node.termType === 'NamedNode' && minted('statement', node.value) !== undefined
}

function qualifierOf({ predicate, object }: Quad): readonly Qualifier[] {
  if (object.termType !== 'Literal' || rdf.provenancePredicates.has(predicate.value)) return []
  if (predicate.value === recordIri) return []
  const { datatype } = datatypeOf(object.value, object.datatype.value)
  const id = predicateId(idOf('qualifier', predicate.value))
  return [{ predicate: id, literal: { text: object.value, datatype } }]
}

function recordOf(rest: readonly Triple[]): string | undefined {
  return rest.find(({ quad }) => quad.predicate.value === recordIri)?.quad.object.value
}
