import { entityId, predicateId, statementId } from '../../model/ids.ts'
import type { EntityId, PredicateId, StatementId } from '../../model/ids.ts'
import type { Entity, Predicate, Relation, Statement } from '../../model/knowledge.ts'
import type { Draft } from '../draft.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import { isEmpty } from './is-empty.ts'
import type { RawEdge, RawGraph, RawHead } from './raw-graph.ts'
import type { ColumnTable } from './read-columns.ts'
import { numberIn } from './read-drawing.ts'

type Direction = Statement['direction']

/** What an edge without kind and label says. */
const linkedTo = 'linked to'

// Shared by all edges.
const noQualifiers: Statement['qualifiers'] = []
const noReferences: Statement['references'] = []
const noDisputes: Statement['disputes'] = []

/**
 * The file's edges as statements, and what they say as predicates. An edge whose ends are not
 * both there is skipped; one whose id is taken, or that has none, gets a new id; an unknown type
 * counts as the graph's default. All but the missing id, which is usual, are reported.
 */
export function readEdges(
  raw: RawGraph,
  entities: ReadonlyMap<EntityId, Entity>,
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
    const id = readId(edge, statements, freshId, log)
    const statement = readEdge(edge, id, ends, readDirection(edge, usual, log), columns, log)
    statements.set(id, statement)
    if (!predicates.has(statement.predicate)) {
      predicates.set(statement.predicate, relation(statement.predicate))
    }
  }
  return { statements, predicates }
}

interface Ends {
  readonly subject: EntityId
  readonly object: EntityId
}

function readEdge(
  edge: RawEdge,
  id: StatementId,
  { subject, object }: Ends,
  direction: Direction,
  columns: ColumnTable,
  log: IssueLog,
): Statement {
  const { label, kind, spans, drawing } = edge
  const name = [kind, label].find((text) => text !== undefined && text !== '') ?? linkedTo
  const weight = readWeight(edge)
  for (const { what, text, offset } of edge.unreadable ?? []) {
    log.warnOfMany(
      `values of ${what} cannot be read and are kept as text`,
      offset,
      () => `the ${what} ${quoted(text)} of an edge cannot be read; it is kept as text`,
    )
  }
  const statement: Draft<Statement> = {
    id,
    subject,
    predicate: predicateId(name),
    value: { type: 'entity', entity: object },
    direction,
    qualifiers: noQualifiers,
    references: noReferences,
    disputes: noDisputes,
    spans,
    attributes: columns.cells(edge),
  }
  if (label !== undefined && label !== '' && label !== name) statement.label = label
  if (weight !== undefined) statement.weight = weight
  if (drawing !== undefined && !isEmpty(drawing)) statement.drawing = drawing
  return statement
}

/** The edge's weight; one that cannot be read joins what is unreadable of the edge. */
function readWeight(edge: RawEdge): number | undefined {
  if (edge.weight === undefined) return undefined
  const weight = numberIn(edge.weight)
  if (weight === undefined) {
    const list = (edge.unreadable ??= [])
    list.unshift({ what: 'weight', text: edge.weight, offset: edge.offset })
  }
  return weight
}

/** Ids as the nodes have them, so that equal texts are one object. */
function readEnds(
  edge: RawEdge,
  entities: ReadonlyMap<EntityId, Entity>,
  log: IssueLog,
): Ends | undefined {
  const subject = readEnd(edge, 'source', entities, log)
  if (subject === undefined) return undefined
  const object = readEnd(edge, 'target', entities, log)
  return object === undefined ? undefined : { subject, object }
}

function readEnd(
  edge: RawEdge,
  end: 'source' | 'target',
  entities: ReadonlyMap<EntityId, Entity>,
  log: IssueLog,
): EntityId | undefined {
  const { [end]: text, id, offset } = edge
  if (text === undefined) {
    log.warnOfMany(
      `edges without a ${end} are skipped`,
      offset,
      () => `${named(id)} has no ${end}; it is skipped`,
    )
    return undefined
  }
  const entity = entities.get(entityId(text))
  if (entity === undefined) {
    log.warnOfMany(`edges with a ${end} that is not in the file are skipped`, offset, () => {
      const what = `the ${end} ${quoted(text)} of ${named(id)} is not in the file`
      return `${what}; the edge is skipped`
    })
  }
  return entity?.id
}

function named(id: string | undefined): string {
  return id === undefined ? 'an edge' : `the edge ${quoted(id)}`
}

function readId(
  { id, offset }: RawEdge,
  statements: ReadonlyMap<StatementId, unknown>,
  freshId: () => StatementId,
  log: IssueLog,
): StatementId {
  if (id === undefined) return freshId()
  if (!statements.has(statementId(id))) return statementId(id)
  const fresh = freshId()
  log.warnOfMany('edges with an id that is taken get another one', offset, () => {
    const what = `the edge id ${quoted(id)} is taken already`
    return `${what}; this edge gets the id ${quoted(fresh)}`
  })
  return fresh
}

function freshIds(edges: readonly RawEdge[]): () => StatementId {
  let taken: ReadonlySet<string | undefined> | undefined
  let number = 0
  return () => {
    taken ??= new Set(edges.map(({ id }) => id))
    do number += 1
    while (taken.has(`edge-${number}`))
    return statementId(`edge-${number}`)
  }
}

function defaultDirection(graph: RawHead | undefined, log: IssueLog): Direction {
  // What the specification says of a file that says nothing.
  if (graph?.usualType === undefined) return 'undirected'
  const direction = directionOf(graph.usualType)
  if (direction !== undefined) return direction
  const what = `the default edge type ${quoted(graph.usualType)} is unknown`
  log.warn(graph.offset, `${what}; edges without a type are undirected`)
  return 'undirected'
}

function readDirection({ type, offset }: RawEdge, usual: Direction, log: IssueLog): Direction {
  if (type === undefined) return usual
  const direction = directionOf(type)
  if (direction !== undefined) return direction
  log.warnOfMany(
    `edges of an unknown type count as ${usual}`,
    offset,
    () => `the edge type ${quoted(type)} is unknown; the edge counts as ${usual}`,
  )
  return usual
}

function directionOf(text: string): Direction | undefined {
  return text === 'directed' || text === 'undirected' || text === 'mutual' ? text : undefined
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
