import { entityId, statementId } from '../../model/ids.ts'
import type { EntityId, PredicateId, StatementId } from '../../model/ids.ts'
import type { Entity, Predicate, Relation, Statement, Value } from '../../model/knowledge.ts'
import { RecordMap } from '../../model/record-map.ts'
import { IdsInUse } from '../ids-in-use.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import type { ColumnTable } from './column-table.ts'
import { linkedTo } from './linked-to.ts'
import type { RawEdge } from './raw-graph.ts'
import { completed } from './raw-records.ts'

/**
 * The file's edges as statements, and what they say as predicates. An edge whose ends are not
 * both there is skipped; one whose id is taken, or that has none, gets a new id. All but the
 * missing id, which is usual, are reported.
 */
export function readEdges(
  raw: readonly RawEdge[],
  entities: ReadonlyMap<EntityId, Entity>,
  columns: ColumnTable,
  log: IssueLog,
): {
  readonly statements: ReadonlyMap<StatementId, Statement>
  readonly predicates: ReadonlyMap<PredicateId, Predicate>
} {
  const statements: Statement[] = []
  const ids = new IdsInUse<StatementId>()
  const predicates = new Map<PredicateId, Predicate>()
  const freshId = freshIds(raw)
  // Ids as the nodes have them, and one value for all edges that lead to a node.
  const ends = new Map<EntityId, End>()
  for (const entity of entities.keys()) ends.set(entity, { type: 'entity', entity })
  for (const edge of raw) {
    const subject = readEnd(edge, 'source', ends, log)
    const object = subject && readEnd(edge, 'target', ends, log)
    if (subject === undefined || object === undefined) continue
    const record = completed(edge, columns)
    record.subject = subject.entity
    record.value = object
    record.id = readId(edge, ids, freshId, log)
    for (const { what, text, offset } of edge.unreadable ?? []) {
      log.warnOfMany(
        `values of ${what} cannot be read and are kept as text`,
        offset,
        () => `the ${what} ${quoted(text)} of an edge cannot be read; it is kept as text`,
      )
    }
    statements.push(record)
    if (!predicates.has(record.predicate)) {
      predicates.set(record.predicate, relation(record.predicate))
    }
  }
  return { statements: new RecordMap(statements), predicates }
}

type End = Extract<Value, { readonly type: 'entity' }>

function readEnd(
  edge: RawEdge,
  which: 'source' | 'target',
  ends: ReadonlyMap<EntityId, End>,
  log: IssueLog,
): End | undefined {
  const { [which]: text, id, offset } = edge
  if (text === undefined) {
    log.warnOfMany(
      `edges without a ${which} are skipped`,
      offset,
      () => `${named(id)} has no ${which}; it is skipped`,
    )
    return undefined
  }
  const end = ends.get(entityId(text))
  if (end === undefined) {
    log.warnOfMany(`edges with a ${which} that is not in the file are skipped`, offset, () => {
      const what = `the ${which} ${quoted(text)} of ${named(id)} is not in the file`
      return `${what}; the edge is skipped`
    })
  }
  return end
}

function named(id: string | undefined): string {
  return id === undefined ? 'an edge' : `the edge ${quoted(id)}`
}

function readId(
  { id, offset }: RawEdge,
  ids: IdsInUse<StatementId>,
  freshId: () => StatementId,
  log: IssueLog,
): StatementId {
  if (id === undefined) return freshId()
  if (!ids.add(statementId(id))) return statementId(id)
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
