import { entityId, kindId, predicateId, statementId } from '../../model/ids.ts'
import type { EntityId, KindId, PredicateId, StatementId } from '../../model/ids.ts'
import type { Entity, Kind, Knowledge, Predicate, Statement } from '../../model/knowledge.ts'
import { warnOfLookAlikes } from '../look-alikes.ts'
import { quoted } from '../quoted.ts'
import { aboutDataset } from './about-dataset.ts'
import { JsonColumns } from './json-columns.ts'

import { keptParents } from './kept-parents.ts'
import { shortName } from './short-name.ts'
import type { RawEdge, RawFact, RawGraph, RawNode } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/** What an edge without a name says. */
export const linkedTo = 'linked to'

/**
 * What the records of a file say, as knowledge. Of several nodes with one id the first counts;
 * an edge without both its ends is skipped; one whose id is taken gets another. All are reported.
 */
export function buildKnowledge(raw: RawGraph, file: string, log: IssueLog): Knowledge {
  const nodes = keptNodes(raw.nodes, log)
  const nodeColumns = new JsonColumns(raw.declared?.node ?? [], log)
  const edgeColumns = new JsonColumns(raw.declared?.edge ?? [], log)
  const entities = readEntities(nodes, nodeColumns, log)
  const statements = readStatements(raw, entities, edgeColumns, log)
  warnOfLookAlikes(nodes, ({ offset }) => offset, log)
  return {
    dataset: aboutDataset(raw.about, file, log),
    kinds: kindsOf(entities.values()),
    predicates: predicatesOf(statements.values()),
    qualifiers: new Map(),
    sources: new Map(),
    entities,
    statements,
    columns: { entity: nodeColumns.columns(), statement: edgeColumns.columns() },
  }
}

function keptNodes(raw: readonly RawNode[], log: IssueLog): ReadonlyMap<EntityId, RawNode> {
  const kept = new Map<EntityId, RawNode>()
  for (const node of raw) {
    const id = entityId(node.id)
    if (kept.has(id)) {
      log.warnOfMany(
        'nodes with an id that is taken are skipped',
        node.offset,
        () => `the node ${quoted(id)} is there already; this second one is skipped`,
      )
    } else kept.set(id, node)
  }
  return kept
}

function readEntities(
  nodes: ReadonlyMap<EntityId, RawNode>,
  columns: JsonColumns,
  log: IssueLog,
): ReadonlyMap<EntityId, Entity> {
  const parents = keptParents(nodes, log)
  return new Map(
    [...nodes].map(([id, { label, kind, drawing, fields, offset }]) => [
      id,
      {
        id,
        ...(label === undefined ? {} : { label }),
        ...(kind === undefined ? {} : { kind: kindId(kind) }),
        aliases: [],
        parents: optional(parents.get(id)),
        spans: [],
        attributes: columns.cells(fields, offset),
        ...(drawing === undefined ? {} : { drawing }),
      },
    ]),
  )
}

function optional<Content>(content: Content | undefined): readonly Content[] {
  return content === undefined ? [] : [content]
}

function readStatements(
  raw: RawGraph,
  entities: ReadonlyMap<EntityId, unknown>,
  columns: JsonColumns,
  log: IssueLog,
): ReadonlyMap<StatementId, Statement> {
  const statements = new Map<StatementId, Statement>()
  const freshId = freshIds(raw.edges)
  for (const edge of raw.edges) {
    const ends = readEnds(edge, entities, log)
    if (ends === undefined) continue
    const id = readId(edge, statements, freshId, log)
    const predicate = edge.predicate ?? edge.label ?? ''
    const name = predicate === '' ? linkedTo : predicate
    statements.set(id, {
      id,
      ...ends,
      predicate: predicateId(name),
      direction: edge.direction,
      ...(edge.label === undefined || edge.label === name ? {} : { label: edge.label }),
      ...(edge.weight === undefined ? {} : { weight: edge.weight }),
      ...bare,
      attributes: columns.cells(edge.fields, edge.offset),
      ...(edge.drawing === undefined ? {} : { drawing: edge.drawing }),
    })
  }
  for (const fact of raw.facts ?? []) {
    if (entities.has(entityId(fact.subject))) addFact(fact, freshId(), statements)
  }
  return statements
}

const bare = { qualifiers: [], references: [], disputes: [], spans: [], attributes: [] }

function addFact(fact: RawFact, id: StatementId, statements: Map<StatementId, Statement>): void {
  statements.set(id, {
    id,
    subject: entityId(fact.subject),
    predicate: predicateId(fact.predicate),
    value: { type: 'literal', literal: fact.literal },
    direction: 'directed',
    ...bare,
  })
}

function readEnds(
  edge: RawEdge,
  entities: ReadonlyMap<EntityId, unknown>,
  log: IssueLog,
): Pick<Statement, 'subject' | 'value'> | undefined {
  for (const end of ends) {
    const id = edge[end]
    if (id === undefined) {
      const message = () => `${nameOf(edge)} has no ${end}; this edge is skipped`
      log.warnOfMany('edges without both ends are skipped', edge.offset, message)
      return undefined
    }
    if (!entities.has(entityId(id))) {
      const message = () =>
        `the ${end} ${quoted(id)} of ${nameOf(edge)} is not in the file; the edge is skipped`
      log.warnOfMany('edges whose ends are not in the file are skipped', edge.offset, message)
      return undefined
    }
  }
  const { source = '', target = '' } = edge
  return { subject: entityId(source), value: { type: 'entity', entity: entityId(target) } }
}

const ends = ['source', 'target'] as const

function nameOf({ id }: RawEdge): string {
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
  log.warnOfMany(
    'edges with an id that is taken get another one',
    offset,
    () => `the edge id ${quoted(id)} is taken already; this edge gets the id ${quoted(fresh)}`,
  )
  return fresh
}

function freshIds(edges: readonly RawEdge[]): () => StatementId {
  const taken = new Set(edges.map(({ id }) => id))
  let number = 0
  return () => {
    do number += 1
    while (taken.has(`edge-${number}`))
    return statementId(`edge-${number}`)
  }
}

function kindsOf(entities: Iterable<Entity>): ReadonlyMap<KindId, Kind> {
  const kinds = new Map<KindId, Kind>()
  for (const { kind } of entities) {
    if (kind === undefined || kinds.has(kind)) continue
    kinds.set(kind, { id: kind, label: shortName(kind), plural: shortName(kind) })
  }
  return kinds
}

function predicatesOf(statements: Iterable<Statement>): ReadonlyMap<PredicateId, Predicate> {
  const predicates = new Map<PredicateId, Predicate>()
  for (const { predicate, value } of statements) {
    if (predicates.has(predicate)) continue
    const label = shortName(predicate)
    const base = { id: predicate, label, subjects: [], singleValued: false }
    predicates.set(
      predicate,
      value.type === 'literal'
        ? { ...base, type: 'fact', datatype: value.literal.datatype }
        : {
            ...base,
            type: 'relation',
            inverse: label === linkedTo ? 'linked from' : `${label} (reverse)`,
            objects: [],
          },
    )
  }
  return predicates
}
