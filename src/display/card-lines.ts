import type { EntityId, KindId, StatementId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import { nameOf } from './appearance.ts'
import { numbered } from './citation.ts'
import { sentenceText } from './sentence.ts'

/** An entity as a card names it. */
export interface EntityLine {
  readonly id: EntityId
  readonly name: string
  readonly kind: KindId | undefined
}

/** A statement against another one. */
export interface Dispute {
  readonly text: string
  /** Whose card shows the other side. */
  readonly subject: EntityLine
  /** The other side itself where it is an edge. */
  readonly edge: StatementId | undefined
  readonly note: string | undefined
  readonly citations: readonly string[]
}

/** An entity as cards name it. */
export function entityLine(knowledge: Knowledge, id: EntityId): EntityLine {
  const entity = knowledge.entities.get(id)
  return { id, name: entity === undefined ? id : nameOf(entity), kind: entity?.kind }
}

/** A statement as the cards of those that it disputes tell it. */
export function disputeOf(knowledge: Knowledge, statement: Statement): Dispute {
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
