import { evidenceOf } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type {
  Alias,
  AttributeValue,
  Column,
  Knowledge,
  Predicate,
  Statement,
} from '../model/knowledge.ts'
import { beyondPlain } from '../model/in-columns.ts'
import type { Graph } from '../graph/graph.ts'
import { relationGroups } from '../graph/relations.ts'
import type { RelationGroup } from '../graph/relations.ts'
import { directionWords } from './direction-words.ts'
import { disputeOf, entityLine } from './card-lines.ts'
import type { Dispute, EntityLine } from './card-lines.ts'
import { numbered } from './citation.ts'
import type { Numbered, NumberedCitation } from './citation.ts'
import { detailTexts, factText } from './literal-text.ts'
import { sentenceOf } from './sentence.ts'
import type { Sentence } from './sentence.ts'
import { spanWords } from './span-words.ts'

/** What every line of a card says beside its text. */
export interface LineBase {
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
  /** How many statements the groups list: a loop is one, though it counts twice in the degree. */
  readonly relations: number
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
      ...lineBase(knowledge, statement, numbers),
      label: knowledge.predicates.get(statement.predicate)?.label ?? statement.predicate,
      text: factText(statement),
      measures: statement.measures,
    })),
    attributes: attributesOf(entity.attributes, knowledge.columns.entity),
    groups: groups.map(({ steps, ...group }) => ({
      ...group,
      lines: steps.map(({ edge, neighbour }) => ({
        ...lineBase(knowledge, edge.statement, numbers),
        neighbour: entityLine(knowledge, neighbour),
      })),
    })),
    relations: related.length,
    citations: numbers.citations,
  }
}

export interface EdgeCard extends LineBase {
  readonly sentence: Sentence
  readonly source: EntityLine
  readonly target: EntityLine
  /** What the relation is called, and what that means, if the graph says so. */
  readonly predicate: { readonly label: string; readonly description: string } | undefined
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
    ...lineBase(knowledge, statement, numbers),
    sentence: sentenceOf(knowledge, statement),
    source: entityLine(knowledge, edge.source),
    target: entityLine(knowledge, edge.target),
    predicate: described(knowledge.predicates.get(statement.predicate)),
    attributes: statementAttributes(knowledge, statement),
    citations: numbers.citations,
  }
}

function described(predicate: Predicate | undefined): EdgeCard['predicate'] {
  const { label, description } = predicate ?? {}
  return label === undefined || description === undefined ? undefined : { label, description }
}

/** The statements about an entity whose value is a literal, in the order of the data. */
export function factsOf(knowledge: Knowledge, id: EntityId): readonly Statement[] {
  return [...beyondPlain(knowledge.statements)].filter(
    ({ subject, value }) => subject === id && value.type === 'literal',
  )
}

/** What every line of a card says of its statement, with its numbers in the card's list. */
export function lineBase(knowledge: Knowledge, statement: Statement, numbers: Numbered): LineBase {
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

/** The weight of a statement and its uncited columns. */
export function statementAttributes(
  { columns }: Knowledge,
  { weight, direction, attributes }: Statement,
): NodeCard['attributes'] {
  return [
    // The sentence leads from subject to value, as most relations do.
    ...(direction === 'directed' ? [] : [{ title: 'Direction', text: directionWords[direction] }]),
    ...(weight === undefined ? [] : [{ title: 'Weight', text: String(weight) }]),
    ...attributesOf(attributes, columns.statement),
  ]
}

/** The uncited columns of a record. */
function attributesOf(
  attributes: readonly AttributeValue[],
  columns: readonly Column[],
): NodeCard['attributes'] {
  return attributes.map(({ column, text }) => ({
    title: columns.find(({ id }) => id === column)?.title ?? column,
    text,
  }))
}
