import { columnId, entityId, kindId, predicateId, statementId } from '../../model/ids.ts'
import type { EntityId, KindId, PredicateId, StatementId } from '../../model/ids.ts'
import type {
  AttributeValue,
  Column,
  Entity,
  Kind,
  Knowledge,
  Predicate,
  Qualification,
  Statement,
  Value,
} from '../../model/knowledge.ts'
import type { Datatype, Literal } from '../../model/literal.ts'
import type { Annotation, Folded } from './folded.ts'
import { foldAnnotations } from './folded.ts'
import { labelOfNode } from './label-of-node.ts'
import { datatypeOf, writtenDatatype } from './literal-type.ts'
import { idOf, idOfNode, iriOf, isOwnNode, minted, recordIri } from './own-names.ts'
import type { Naming, Namings } from './naming.ts'
import { namingsOf } from './naming.ts'
import type { Quad, RdfLiteral, Resource, Triple } from './term.ts'
import { termText } from './term.ts'
import * as rdf from './vocabulary.ts'

/** The columns that hold what of a triple a statement does not. */
export const rdfColumns = {
  datatype: columnId('rdf:datatype'),
  language: columnId('rdf:language'),
  graph: columnId('rdf:graph'),
  reifier: columnId('rdf:reifier'),
} as const

const columnTitles: Readonly<Record<keyof typeof rdfColumns, string>> = {
  datatype: 'datatype',
  language: 'language',
  graph: 'named graph',
  reifier: 'name of the statement',
}

/** What the triples of a file say. */
export interface Interpreted {
  readonly knowledge: Knowledge
  /** Quoted triples that stay nodes. */
  readonly quoted: readonly Triple[]
  /** Literals whose text is not what their datatype asks for. */
  readonly unfitting: readonly Triple[]
  /** Orrery's own JSON, by entity and by statement. */
  readonly records: {
    readonly entities: ReadonlyMap<EntityId, string>
    readonly statements: ReadonlyMap<StatementId, string>
  }
}

/**
 * Triples as knowledge: every node is an entity, every triple a statement, but for literals that
 * name and describe a node as such, and for annotations, which become references and qualifiers
 * of the statement that they are about. No triple may be there twice.
 */
export function knowledgeOf(
  triples: readonly Triple[],
  name: string,
  languages: readonly string[],
): Interpreted {
  const folded = foldAnnotations(triples)
  const rest = folded.hidden.size === 0 ? triples : triples.filter((one) => !folded.hidden.has(one))
  const namings = namingsOf(rest, languages, folded.annotations)
  return new Interpretation(folded, namings).read(rest, name)
}

const none: readonly never[] = []

/** An entity before all is known of it. */
interface Node {
  readonly term: Resource
  readonly id: EntityId
  kind: KindId | undefined
}

class Interpretation {
  readonly #folded: Folded
  readonly #namings: Namings
  readonly #nodes = new Map<EntityId, Node>()
  readonly #kinds = new Map<KindId, Kind>()
  readonly #predicates = new Map<PredicateId, Predicate>()
  readonly #qualifiers = new Map<PredicateId, Qualification>()
  readonly #statements = new Map<StatementId, Statement>()
  readonly #columns = new Set<keyof typeof rdfColumns>()
  readonly #unfitting: Triple[] = []
  readonly #records = {
    entities: new Map<EntityId, string>(),
    statements: new Map<StatementId, string>(),
  }

  constructor(folded: Folded, namings: Namings) {
    this.#folded = folded
    this.#namings = namings
  }

  read(triples: readonly Triple[], name: string): Interpreted {
    for (const triple of triples) this.#readTriple(triple)
    const columns = (Object.keys(rdfColumns) as (keyof typeof rdfColumns)[])
      .filter((key) => this.#columns.has(key))
      .map((key): Column => {
        const title = columnTitles[key]
        return { id: rdfColumns[key], title, datatype: 'string', dynamic: false }
      })
    return {
      knowledge: {
        dataset: { id: name, title: name, start: [] },
        kinds: this.#kinds,
        predicates: this.#predicates,
        qualifiers: this.#qualifiers,
        sources: new Map([...this.#folded.sources.values()].map((source) => [source.id, source])),
        entities: new Map([...this.#nodes.values()].map((node) => [node.id, this.#entity(node)])),
        statements: this.#statements,
        columns: { entity: [], statement: columns },
      },
      quoted: this.#folded.quoted,
      unfitting: this.#unfitting,
      records: this.#records,
    }
  }

  #readTriple(triple: Triple): void {
    const { subject, predicate, object } = triple.quad
    if (subject.termType === 'NamedNode' && isOwnNode(subject.value)) return
    const node = this.#node(subject)
    if (object.termType === 'Literal') {
      if (predicate.value === recordIri) this.#records.entities.set(node.id, object.value)
      else if (!this.#namings.absorbed.has(triple)) this.#readFact(triple, node)
    } else if (predicate.value === rdf.type && object.termType === 'NamedNode') {
      node.kind ??= this.#kind(object.value)
      if (minted('kind', object.value) === undefined) this.#readRelation(triple, node, object)
    } else {
      this.#readRelation(triple, node, object)
    }
  }

  #node(term: Resource): Node {
    const id = entityId(idOfNode(term))
    const known = this.#nodes.get(id)
    if (known !== undefined) return known
    const node: Node = { term, id, kind: undefined }
    this.#nodes.set(id, node)
    return node
  }

  #naming(term: Resource): Naming {
    return this.#namings.of(termText(term))
  }

  #entity({ term, id, kind }: Node): Entity {
    const naming = this.#naming(term)
    const label = naming.label ?? labelOfNode(term)
    return {
      id,
      ...(label === undefined ? {} : { label }),
      ...(kind === undefined ? {} : { kind }),
      aliases: naming.aliases,
      ...(naming.description === undefined ? {} : { description: naming.description }),
      ...(naming.place === undefined ? {} : { place: naming.place }),
      parents: [],
      spans: [],
      attributes: [],
    }
  }

  #nameOf(iri: string, id: string): string {
    const named = this.#namings.of(`<${iri}>`).label
    return named ?? (id === iri ? (rdf.localName(iri) ?? iri) : id)
  }

  #kind(iri: string): KindId {
    const id = kindId(idOf('kind', iri))
    if (!this.#kinds.has(id)) {
      const label = this.#nameOf(iri, id)
      this.#kinds.set(id, { id, label, plural: label })
    }
    return id
  }

  #readRelation(triple: Triple, node: Node, object: Resource): void {
    const predicate = this.#predicate(triple.quad.predicate.value, undefined)
    const value: Value = { type: 'entity', entity: this.#node(object).id }
    this.#addStatements(triple, node, predicate, value, none)
  }

  #readFact(triple: Triple, node: Node): void {
    const { object, predicate } = triple.quad
    if (object.termType !== 'Literal') return
    const { datatype, fits } = datatypeOf(object.value, object.datatype.value)
    if (!fits) this.#unfitting.push(triple)
    const literal = { text: object.value, datatype }
    const attributes = this.#cellsOf(object, literal)
    const id = this.#predicate(predicate.value, datatype)
    this.#addStatements(triple, node, id, { type: 'literal', literal }, attributes)
  }

  #cellsOf({ language, datatype }: RdfLiteral, literal: Literal): readonly AttributeValue[] {
    if (language !== '') return [this.#cell('language', language)]
    if (datatype.value === writtenDatatype(literal)) return none
    return [this.#cell('datatype', datatype.value)]
  }

  #cell(key: keyof typeof rdfColumns, text: string): AttributeValue {
    this.#columns.add(key)
    return { column: rdfColumns[key], text }
  }

  #addStatements(
    { quad, text }: Triple,
    node: Node,
    predicate: PredicateId,
    value: Value,
    about: readonly AttributeValue[],
  ): void {
    const attributes =
      quad.graph.termType === 'DefaultGraph' ? about : [...about, this.#graph(quad)]
    const plain: Statement = {
      id: statementId(text),
      subject: node.id,
      predicate,
      value,
      direction: 'directed',
      qualifiers: none,
      references: none,
      disputes: none,
      spans: none,
      attributes,
    }
    const annotations = this.#folded.annotations.get(text)
    if (annotations === undefined) this.#statements.set(plain.id, plain)
    else this.#addAnnotated(plain, annotations)
  }

  /** Each of our own annotations makes a statement of its own; those of others belong to one. */
  #addAnnotated(plain: Statement, annotations: readonly Annotation[]): void {
    const ours = annotations.filter(({ reifier }) => ownId(reifier) !== undefined)
    const others = annotations.filter((one) => !ours.includes(one))
    const groups = ours.length === 0 ? [others] : ours.map((one) => [one])
    for (const group of groups) {
      const id = statementId(ownIdIn(group) ?? plain.id)
      this.#readRecord(id, group)
      const qualifiers = group.flatMap((one) => one.qualifiers)
      for (const { predicate, literal } of qualifiers) {
        this.#qualification(predicate, literal.datatype)
      }
      const names = group.flatMap(({ reifier }) => this.#reifierName(reifier))
      this.#statements.set(id, {
        ...plain,
        id,
        qualifiers,
        references: group.flatMap(({ references }) => references),
        attributes: [...plain.attributes, ...names],
      })
    }
  }

  #readRecord(id: StatementId, group: readonly Annotation[]): void {
    const record = group.find((one) => one.record !== undefined)?.record
    if (record !== undefined) this.#records.statements.set(id, record)
  }

  #graph({ graph }: Quad): AttributeValue {
    return this.#cell('graph', graph.termType === 'DefaultGraph' ? '' : idOfNode(graph))
  }

  #reifierName(reifier: Resource): readonly AttributeValue[] {
    if (reifier.termType !== 'NamedNode' || ownId(reifier) !== undefined) return []
    return [this.#cell('reifier', reifier.value)]
  }

  /** A predicate that joins entities anywhere is a relation. */
  #predicate(iri: string, datatype: Datatype | undefined): PredicateId {
    const id = predicateId(idOf('predicate', iri))
    const known = this.#predicates.get(id)
    if (known?.type === 'relation') return id
    if (known !== undefined && known.datatype === datatype) return id
    const label = known?.label ?? this.#nameOf(iri, id)
    const base = { id, label, subjects: [], singleValued: false }
    this.#predicates.set(
      id,
      datatype === undefined
        ? { ...base, type: 'relation', inverse: '', objects: [] }
        : { ...base, type: 'fact', datatype: known === undefined ? datatype : 'string' },
    )
    return id
  }

  #qualification(id: PredicateId, datatype: Datatype): void {
    const known = this.#qualifiers.get(id)
    if (known?.datatype === datatype || known?.datatype === 'string') return
    const label = this.#nameOf(iriOf('qualifier', id), id)
    this.#qualifiers.set(id, { id, label, datatype: known === undefined ? datatype : 'string' })
  }
}

function ownId(reifier: Resource): string | undefined {
  return reifier.termType === 'NamedNode' ? minted('statement', reifier.value) : undefined
}

function ownIdIn(group: readonly Annotation[]): string | undefined {
  return group.map(({ reifier }) => ownId(reifier)).find((id) => id !== undefined)
}
