import type { EntityId, StatementId } from '../../model/ids.ts'
import type { Entity, Knowledge } from '../../model/knowledge.ts'
import { draftFrame, sourceIris } from './draft-frame.ts'
import { draftNaming } from './draft-naming.ts'
import { draftStatement } from './draft-statement.ts'
import type { OwnRecords } from './own-record.ts'
import { entityNode, isIri, mint, recordIri } from './own-names.ts'
import type { Quad, RdfLiteral } from './term.ts'
import { literal, namedNode, quadOf, tripleText } from './term.ts'
import * as rdf from './vocabulary.ts'

/** How to draft the triples, by what reading the draft before has shown. */
export interface Plan {
  /** Whether all entities are named first, or each before its first statement. */
  readonly order: 'entities first' | 'as they occur'
  readonly named: boolean
  /** The entities as their statements alone make them. */
  readonly read: ReadonlyMap<EntityId, Entity>
  readonly records: OwnRecords | undefined
  /** Statements whose plain triple would be taken for something else. */
  readonly disguised: ReadonlySet<StatementId>
  /** Entities whose names would be taken for statements. */
  readonly unnamed: ReadonlySet<EntityId>
}

export interface Draft {
  readonly quads: readonly Quad[]
  /** The statements that a node stands for. */
  readonly reified: ReadonlySet<string>
  readonly replaced: number
}

/** What the parts of a draft share. */
export interface DraftContext {
  readonly knowledge: Knowledge
  readonly plan: Plan
  readonly sources: ReadonlyMap<string, string>
  /** A literal of which every character can be written. */
  readonly text: (text: string, type?: { language: string } | string) => RdfLiteral
  readonly add: (quad: Quad) => void
  /** A new number for a node that the file gives no name. */
  readonly number: () => number
}

/** The triples of `knowledge` under a plan, without any twice. */
export function draftQuads(knowledge: Knowledge, plan: Plan): Draft {
  const quads = new Map<string, Quad>()
  const reified = new Set<string>()
  let replaced = 0
  let numbers = 0
  const context: DraftContext = {
    knowledge,
    plan,
    sources: sourceIris(knowledge),
    text: (text, type) => {
      const lone = text.match(/\p{Surrogate}/gu)?.length ?? 0
      replaced += lone
      return literal(lone === 0 ? text : text.replace(/\p{Surrogate}/gu, '\ufffd'), type)
    },
    add: (quad) => {
      const key = tripleText(quad)
      if (!quads.has(key)) quads.set(key, quad)
    },
    number: () => (numbers += 1),
  }
  draftFrame(context)
  const waiting = new Map(knowledge.entities)
  const describe = (id: EntityId): void => {
    const entity = waiting.get(id)
    if (entity === undefined) return
    waiting.delete(id)
    describeEntity(entity, context)
  }
  const kinds = firstTypes(knowledge)
  const describeEntity = (entity: Entity, { add, text }: DraftContext): void => {
    const node = entityNode(entity.id)
    if (entity.kind !== undefined && kinds.get(entity.id) !== entity.kind) {
      add(quadOf(node, rdf.type, namedNode(mint('kind', entity.kind))))
    }
    if (plan.named && !plan.unnamed.has(entity.id)) draftNaming(entity, context)
    const record = plan.records?.entities.get(entity.id)
    if (record !== undefined) add(quadOf(node, recordIri, text(record)))
  }
  if (plan.order === 'entities first') for (const id of knowledge.entities.keys()) describe(id)
  for (const statement of knowledge.statements.values()) {
    describe(statement.subject)
    if (draftStatement(statement, context)) reified.add(statement.id)
  }
  for (const id of knowledge.entities.keys()) describe(id)
  return { quads: [...quads.values()], reified, replaced }
}

/** The kind of each entity that a statement of its own says. */
function firstTypes({ statements }: Knowledge): ReadonlyMap<EntityId, string> {
  const types = new Map<EntityId, string>()
  for (const { subject, predicate, value } of statements.values()) {
    if (predicate !== rdf.type || value.type !== 'entity' || types.has(subject)) continue
    if (isIri(value.entity)) types.set(subject, value.entity)
  }
  return types
}
