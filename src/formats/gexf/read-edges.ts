import { entityId, predicateId, statementId } from '../../model/ids.ts'
import type { EntityId, PredicateId, StatementId } from '../../model/ids.ts'
import type { AttributeValue, Predicate, Relation, Statement } from '../../model/knowledge.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import type { RawGraph, RawRecord } from './raw-graph.ts'
import type { ColumnTable } from './read-columns.ts'
import { numberIn, readEdgeDrawing } from './read-drawing.ts'
import { readSpans } from './read-spans.ts'

type Direction = Statement['direction']

/** What an edge without kind and label says. */
const linkedTo = 'linked to'

/**
 * The file's edges as statements, and what they say as predicates. An edge whose ends are not
 * both there is skipped; one whose id is taken, or that has none, gets a new id; an unknown type
 * counts as the graph's default. All but the missing id, which is usual, are reported.
 */
export function readEdges(
  raw: RawGraph,
  entities: ReadonlyMap<EntityId, unknown>,
  columns: ColumnTable,
  log: IssueLog,
): {
  readonly statements: ReadonlyMap<StatementId, Statement>
  readonly predicates: ReadonlyMap<PredicateId, Predicate>
} {
  const statements = new Map<StatementId, Statement>()
  const predicates = new Map<PredicateId, Predicate>()
  const usual = defaultDirection(raw.graph, log)
  const freshId = freshIds(raw.edges)
  for (const edge of raw.edges) {
    const ends = readEnds(edge, entities, log)
    if (ends === undefined) continue
    const statement: Statement = {
      id: readId(edge, statements, freshId, log),
      ...ends,
      direction: readDirection(edge, usual, log),
      ...readPredicate(edge),
      qualifiers: [],
      references: [],
      disputes: [],
      ...readMeasures(edge, columns, log),
    }
    statements.set(statement.id, statement)
    if (!predicates.has(statement.predicate)) {
      predicates.set(statement.predicate, relation(statement.predicate))
    }
  }
  return { statements, predicates }
}

function readEnds(
  { element }: RawRecord,
  entities: ReadonlyMap<EntityId, unknown>,
  log: IssueLog,
): Pick<Statement, 'subject' | 'value'> | undefined {
  const id = element.attributes.get('id')
  const named = id === undefined ? 'an edge' : `the edge ${quoted(id)}`
  const ends: EntityId[] = []
  for (const end of ['source', 'target']) {
    const text = element.attributes.get(end)
    if (text === undefined) {
      log.warn(element.offset, `${named} has no ${end}; it is skipped`)
      return undefined
    }
    if (!entities.has(entityId(text))) {
      const what = `the ${end} ${quoted(text)} of ${named} is not in the file`
      log.warn(element.offset, `${what}; the edge is skipped`)
      return undefined
    }
    ends.push(entityId(text))
  }
  const [subject, entity] = ends
  if (subject === undefined || entity === undefined) return undefined
  return { subject, value: { type: 'entity', entity } }
}

function readId(
  { element }: RawRecord,
  statements: ReadonlyMap<StatementId, unknown>,
  freshId: () => StatementId,
  log: IssueLog,
): StatementId {
  const id = element.attributes.get('id')
  if (id === undefined) return freshId()
  if (!statements.has(statementId(id))) return statementId(id)
  const fresh = freshId()
  const what = `the edge id ${quoted(id)} is taken already`
  log.warn(element.offset, `${what}; this edge gets the id ${quoted(fresh)}`)
  return fresh
}

function freshIds(edges: readonly RawRecord[]): () => StatementId {
  const taken = new Set(edges.map((edge) => edge.element.attributes.get('id')))
  let number = 0
  return () => {
    do number += 1
    while (taken.has(`edge-${number}`))
    return statementId(`edge-${number}`)
  }
}

function defaultDirection(graph: XmlElement | undefined, log: IssueLog): Direction {
  const text = graph?.attributes.get('defaultedgetype')
  // What the specification says of a file that says nothing.
  if (text === undefined) return 'undirected'
  const direction = directionOf(text)
  if (direction !== undefined) return direction
  log.warn(
    graph?.offset ?? 0,
    `the default edge type ${quoted(text)} is unknown; edges without a type are undirected`,
  )
  return 'undirected'
}

function readDirection({ element }: RawRecord, usual: Direction, log: IssueLog): Direction {
  const text = element.attributes.get('type')
  if (text === undefined) return usual
  const direction = directionOf(text)
  if (direction !== undefined) return direction
  log.warn(element.offset, `the edge type ${quoted(text)} is unknown; the edge counts as ${usual}`)
  return usual
}

function directionOf(text: string): Direction | undefined {
  return text === 'directed' || text === 'undirected' || text === 'mutual' ? text : undefined
}

function readPredicate({ element }: RawRecord): Pick<Statement, 'predicate' | 'label'> {
  const label = element.attributes.get('label') ?? ''
  const kind = element.attributes.get('kind') ?? ''
  const name = [kind, label].find((text) => text !== '') ?? linkedTo
  return {
    predicate: predicateId(name),
    ...(label === '' || label === name ? {} : { label }),
  }
}

function relation(id: PredicateId): Relation {
  return {
    type: 'relation',
    id,
    label: id,
    inverse: id === linkedTo ? 'linked from' : `${id} (reverse)`,
    subjects: [],
    objects: [],
    singleValued: false,
  }
}

function readMeasures(
  edge: RawRecord,
  columns: ColumnTable,
  log: IssueLog,
): Pick<Statement, 'weight' | 'spans' | 'attributes' | 'drawing'> {
  const attributes: AttributeValue[] = columns.cells(edge)
  const unreadable = (element: XmlElement, what: string, text: string): void => {
    log.warn(
      element.offset,
      `the ${what} ${quoted(text)} of an edge cannot be read; it is kept as text`,
    )
    attributes.push(columns.asWritten(what, text))
  }
  const weightText = edge.element.attributes.get('weight')
  const weight = weightText === undefined ? undefined : numberIn(weightText)
  if (weightText !== undefined && weight === undefined) {
    unreadable(edge.element, 'weight', weightText)
  }
  const drawing = readEdgeDrawing(edge.drawing, unreadable)
  return {
    ...(weight === undefined ? {} : { weight }),
    spans: readSpans(
      edge.element.attributes,
      edge.spells.map((spell) => spell.attributes),
    ),
    attributes,
    ...(drawing === undefined ? {} : { drawing }),
  }
}
