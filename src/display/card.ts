import { evidenceOf } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { EntityId, KindId, StatementId } from '../model/ids.ts'
import type { Alias, Entity, Knowledge, Statement } from '../model/knowledge.ts'
import { byDegree, degree } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { relationGroups } from '../graph/relations.ts'
import type { RelationGroup } from '../graph/relations.ts'
import { nameOf } from './appearance.ts'
import { numbered } from './citation.ts'
import type { Numbered, NumberedCitation } from './citation.ts'
import { detailTexts, factText } from './literal-text.ts'
import { sentenceOf, sentenceText } from './sentence.ts'
import type { Sentence } from './sentence.ts'
import { spanWords } from './span-words.ts'
import { sourceDetail } from './source-detail.ts'

/** An entity as a card names it. */
export interface EntityLine {
  readonly id: EntityId
  readonly name: string
  readonly kind: KindId | undefined
}

/** What every line of a card says beside its text. */
interface LineBase {
  readonly statement: StatementId
  readonly evidence: Evidence
  /** With when it holds. */
  readonly qualifiers: readonly string[]
  readonly note: string | undefined
  /** Numbers in the card's list of citations. */
  readonly markers: readonly number[]
  readonly disputes: readonly Dispute[]
}

export interface FactLine extends LineBase {
  readonly label: string
  readonly text: string
  readonly measures: string | undefined
}

export interface RelationLine extends LineBase {
  readonly neighbour: EntityLine
}

export interface Dispute {
  readonly text: string
  /** Whose card shows the other side. */
  readonly subject: EntityLine
  /** The other side itself where it is an edge. */
  readonly edge: StatementId | undefined
  readonly note: string | undefined
  readonly citations: readonly string[]
}

export interface NodeCard {
  readonly entity: EntityLine
  readonly kindLabel: string | undefined
  readonly aliases: readonly Alias[]
  /** When it is there, as the file says: "2001–2004". */
  readonly times: readonly string[]
  readonly description: string | undefined
  readonly note: string | undefined
  readonly facts: readonly FactLine[]
  /** Uncited columns that came with the file. */
  readonly attributes: readonly { readonly title: string; readonly text: string }[]
  readonly groups: readonly (Omit<RelationGroup, 'steps'> & {
    readonly lines: readonly RelationLine[]
  })[]
  readonly degree: number
  readonly citations: readonly NumberedCitation[]
}

/** The card of one node: facts, then relations group by group, then the citations. */
export function nodeCard(knowledge: Knowledge, graph: Graph, id: EntityId): NodeCard | undefined {
  const entity = knowledge.entities.get(id)
  if (entity === undefined) return undefined
  const facts = factsOf(knowledge, id)
  const groups = relationGroups(knowledge, graph, id)
  const related = groups.flatMap(({ steps }) => steps.map(({ edge }) => edge.statement))
  const numbers = numbered(knowledge, [...facts, ...related])
  return {
    entity: entityLine(knowledge, id),
    kindLabel: entity.kind === undefined ? undefined : knowledge.kinds.get(entity.kind)?.label,
    aliases: entity.aliases,
    times: spanWords(entity.spans),
    description: entity.description,
    note: entity.note,
    facts: facts.map((statement) => ({
      ...base(knowledge, statement, numbers),
      label: knowledge.predicates.get(statement.predicate)?.label ?? statement.predicate,
      text: factText(statement),
      measures: statement.measures,
    })),
    attributes: attributesOf(knowledge, entity),
    groups: groups.map(({ steps, ...group }) => ({
      ...group,
      lines: steps.map(({ edge, neighbour }) => ({
        ...base(knowledge, edge.statement, numbers),
        neighbour: entityLine(knowledge, neighbour),
      })),
    })),
    degree: degree(graph, id),
    citations: numbers.citations,
  }
}

export interface EdgeCard extends LineBase {
  readonly sentence: Sentence
  readonly source: EntityLine
  readonly target: EntityLine
  readonly predicateDescription: string | undefined
  readonly attributes: NodeCard['attributes']
  readonly citations: readonly NumberedCitation[]
}

/** The card of one edge; undefined where the graph has no such edge. */
export function edgeCard(
  knowledge: Knowledge,
  graph: Graph,
  id: StatementId,
): EdgeCard | undefined {
  const edge = graph.edges.get(id)
  if (edge === undefined) return undefined
  const { statement } = edge
  const numbers = numbered(knowledge, [statement])
  return {
    ...base(knowledge, statement, numbers),
    sentence: sentenceOf(knowledge, statement),
    source: entityLine(knowledge, edge.source),
    target: entityLine(knowledge, edge.target),
    predicateDescription: knowledge.predicates.get(statement.predicate)?.description,
    attributes: attributesOf(knowledge, statement, knowledge.columns.statement),
    citations: numbers.citations,
  }
}

export interface Overview {
  readonly title: string
  readonly description: string | undefined
  readonly version: string | undefined
  readonly licence: string | undefined
  readonly entities: number
  readonly relations: number
  readonly facts: number
  readonly evidence: Readonly<Record<Evidence, number>>
  readonly sources: readonly {
    readonly title: string
    readonly detail: string
    readonly note: string | undefined
    readonly url: string | undefined
    readonly citedParagraphs: number
  }[]
  /** Where to start: chosen by the dataset, else the most connected. */
  readonly start: readonly EntityLine[]
  readonly mostConnected: readonly (EntityLine & { readonly degree: number })[]
  readonly disputed: readonly Dispute[]
}

/** The card of the whole graph, shown while nothing is selected. */
export function overviewOf(knowledge: Knowledge, graph: Graph): Overview {
  const { dataset } = knowledge
  const statements = [...knowledge.statements.values()]
  const evidence = { cited: 0, inferred: 0, disputed: 0, uncited: 0 }
  for (const statement of statements) evidence[evidenceOf(statement)] += 1
  const ranked = byDegree(graph).slice(0, 8)
  return {
    title: dataset.title,
    description: dataset.description,
    version: dataset.version,
    licence: dataset.licence,
    entities: knowledge.entities.size,
    relations: graph.edges.size,
    facts: statements.filter(({ value }) => value.type === 'literal').length,
    evidence,
    sources: sourcesOf(knowledge, statements),
    start: (dataset.start.length > 0 ? dataset.start : ranked.slice(0, 4)).map((id) =>
      entityLine(knowledge, id),
    ),
    mostConnected: ranked.map((id) => ({
      ...entityLine(knowledge, id),
      degree: degree(graph, id),
    })),
    disputed: statements
      .filter(({ disputes }) => disputes.length > 0)
      .map((statement) => disputeOf(knowledge, statement)),
  }
}

/** The statements about an entity whose value is a literal, in the order of the data. */
export function factsOf(knowledge: Knowledge, id: EntityId): readonly Statement[] {
  return [...knowledge.statements.values()].filter(
    ({ subject, value }) => subject === id && value.type === 'literal',
  )
}

function sourcesOf(knowledge: Knowledge, statements: readonly Statement[]): Overview['sources'] {
  return [...knowledge.sources.values()].map((source) => {
    const cited = new Set(
      statements
        .flatMap(({ references }) => references)
        .filter((reference) => reference.source === source.id)
        .map(({ paragraph }) => paragraph),
    )
    return {
      title: source.title,
      detail: sourceDetail(source),
      note: source.note,
      url: source.url,
      citedParagraphs: cited.size,
    }
  })
}

function base(knowledge: Knowledge, statement: Statement, numbers: Numbered): LineBase {
  return {
    statement: statement.id,
    evidence: evidenceOf(statement),
    qualifiers: detailTexts(knowledge, statement),
    note: statement.note,
    markers: numbers.markers(statement),
    disputes: statement.disputes.flatMap((id) => {
      const other = knowledge.statements.get(id)
      return other === undefined ? [] : [disputeOf(knowledge, other)]
    }),
  }
}

function disputeOf(knowledge: Knowledge, statement: Statement): Dispute {
  return {
    text: sentenceText(knowledge, statement),
    subject: entityLine(knowledge, statement.subject),
    edge: statement.value.type === 'entity' ? statement.id : undefined,
    note: statement.note,
    citations: numbered(knowledge, [statement]).citations.map(({ place, locator }) =>
      knowledge.sources.size === 1 ? (locator ?? place) : place,
    ),
  }
}

/** An entity as cards name it. */
export function entityLine(knowledge: Knowledge, id: EntityId): EntityLine {
  const entity = knowledge.entities.get(id)
  return { id, name: entity === undefined ? id : nameOf(entity), kind: entity?.kind }
}

function attributesOf(
  knowledge: Knowledge,
  record: Entity | Statement,
  columns = knowledge.columns.entity,
): NodeCard['attributes'] {
  return record.attributes.map(({ column, text }) => ({
    title: columns.find(({ id }) => id === column)?.title ?? column,
    text,
  }))
}
