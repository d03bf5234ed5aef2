import type { EntityId } from '../../model/ids.ts'
import type { Entity, Knowledge } from '../../model/knowledge.ts'
import type { DraftContext, Plan } from './draft-context.ts'
import { draftFrame, sourceIris } from './draft-frame.ts'
import { draftNaming } from './draft-naming.ts'
import { draftStatement } from './draft-statement.ts'
import { entityNode, isIri, mint, recordIri } from './own-names.ts'
import type { Quad } from './term.ts'
import { literal, namedNode, quadOf, tripleText } from './term.ts'
import * as rdf from './vocabulary.ts'

/** The triples that say some knowledge. */
export interface Draft {
  readonly quads: readonly Quad[]
  /** The statements that a node stands for. */
  readonly reified: ReadonlySet<string>
  readonly replaced: number
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
