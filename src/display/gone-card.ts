import type { Draft } from '../model/draft.ts'
import type { RecordName } from '../model/edit.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { nameOf } from './appearance.ts'
import { lineBase, statementAttributes } from './card.ts'
import type { LineBase, NodeCard } from './card.ts'
import { entityLine } from './card-lines.ts'
import type { EntityLine } from './card-lines.ts'
import { numbered } from './citation.ts'
import type { NumberedCitation } from './citation.ts'
import { sentenceOf } from './sentence.ts'
import type { Sentence } from './sentence.ts'

/** What the card of one statement says, a relation or a fact. */
export interface StatementCard extends LineBase {
  readonly sentence: Sentence
  readonly isFact: boolean
  readonly measures: string | undefined
  /** The entities that it is about. */
  readonly ends: readonly EntityLine[]
  readonly attributes: NodeCard['attributes']
  readonly citations: readonly NumberedCitation[]
}

/** The card of any statement; undefined where there is none. */
export function statementCard(knowledge: Knowledge, id: StatementId): StatementCard | undefined {
  const statement = knowledge.statements.get(id)
  if (statement === undefined) return undefined
  const { subject, value } = statement
  const numbers = numbered(knowledge, [statement])
  return {
    ...lineBase(knowledge, statement, numbers),
    sentence: sentenceOf(knowledge, statement),
    isFact: value.type === 'literal',
    measures: statement.measures,
    ends: (value.type === 'entity' ? [subject, value.entity] : [subject]).map((end) =>
      entityLine(knowledge, end),
    ),
    attributes: statementAttributes(knowledge, statement),
    citations: numbers.citations,
  }
}

/** Why a draft lacks a record: a removal, which can be taken back by itself. */
export interface Removal {
  readonly record: RecordName
  /** What was removed, if that is another one, which took this along. */
  readonly name: string | undefined
}

/** The removals in a draft by which a record of the graph that was opened is not there. */
export function removalsOf(
  opened: Knowledge,
  draft: Draft,
  record: Extract<RecordName, { of: 'entity' | 'statement' }>,
): readonly Removal[] {
  const isRemoved = (id: EntityId): boolean => draft.entities.get(id) === 'removed'
  if (record.of === 'entity') return isRemoved(record.id) ? [{ record, name: undefined }] : []
  const own = draft.statements.get(record.id) === 'removed' ? [{ record, name: undefined }] : []
  const statement = opened.statements.get(record.id)
  if (statement === undefined) return own
  const { subject, value } = statement
  const ends = new Set(value.type === 'entity' ? [subject, value.entity] : [subject])
  const along = [...ends].filter(isRemoved).map((id): Removal => {
    const entity = opened.entities.get(id)
    return { record: { of: 'entity', id }, name: entity === undefined ? id : nameOf(entity) }
  })
  return [...own, ...along]
}
