import type { EntityId } from './ids.ts'
import type { Entity, Knowledge, LaidOut, Statement } from './knowledge.ts'

/** Some entities of knowledge with all statements that are about them alone. */
export function knowledgePart(knowledge: Knowledge, holds: (id: EntityId) => boolean): Knowledge {
  const { dataset } = knowledge
  const entities = new Map<EntityId, Entity>()
  for (const [id, entity] of knowledge.entities) {
    if (!holds(id)) continue
    const parents = entity.parents.filter((parent) => holds(parent))
    entities.set(id, parents.length < entity.parents.length ? { ...entity, parents } : entity)
  }
  const inPart = ({ subject, value }: Statement): boolean =>
    entities.has(subject) && (value.type === 'literal' || entities.has(value.entity))
  const statements = new Map<Statement['id'], Statement>()
  for (const [id, statement] of knowledge.statements) {
    if (!inPart(statement)) continue
    const disputes = statement.disputes.filter((other) => {
      const disputed = knowledge.statements.get(other)
      return disputed !== undefined && inPart(disputed)
    })
    const whole = disputes.length === statement.disputes.length
    statements.set(id, whole ? statement : { ...statement, disputes })
  }
  const start = dataset.start.filter((id) => holds(id))
  return { ...knowledge, dataset: { ...dataset, start }, entities, statements }
}

/** The same of what has places. */
export function laidOutPart(
  { layout, knowledge, ...rest }: LaidOut,
  holds: (id: EntityId) => boolean,
): LaidOut {
  return {
    ...rest,
    knowledge: knowledgePart(knowledge, holds),
    layout: new Map([...layout].filter(([id]) => holds(id))),
  }
}
