import type { EntityId } from '../model/ids.ts'
import type { Entity, Knowledge, Statement } from '../model/knowledge.ts'
import { nameOf } from './appearance.ts'
import { directionWords } from './direction-words.ts'
import { literalText } from './literal-text.ts'
import { sentenceText } from './sentence.ts'
import { spanWords } from './span-words.ts'

/**
 * One field of a record in words. `raw` is its text as the comparison has it, which is given back
 * where there is no better one; undefined where the field says nothing.
 */
export function fieldText(
  knowledge: Knowledge,
  field: string,
  raw: string | undefined,
  record: Entity | Statement | undefined,
): string | undefined {
  if (raw === undefined || record === undefined) return raw
  if (field === 'spans') return spanWords(record.spans).join(', ') || undefined
  const told =
    'subject' in record ? inStatement(knowledge, field, record) : inEntity(knowledge, field, record)
  if (told === undefined) return raw
  return told === '' ? undefined : told
}

function inEntity(knowledge: Knowledge, field: string, entity: Entity): string | undefined {
  switch (field) {
    case 'kind':
      return entity.kind === undefined
        ? ''
        : (knowledge.kinds.get(entity.kind)?.label ?? entity.kind)
    case 'isPlural':
      return entity.isPlural === true ? 'yes' : ''
    case 'aliases':
      return entity.aliases.map(({ text }) => text).join(', ')
    case 'parents':
      return entity.parents.map((id) => named(knowledge, id)).join(', ')
    case 'place':
      return entity.place === undefined
        ? ''
        : `${entity.place.latitude}°, ${entity.place.longitude}°`
    default:
      return undefined
  }
}

function inStatement(
  knowledge: Knowledge,
  field: string,
  statement: Statement,
): string | undefined {
  const { value } = statement
  switch (field) {
    case 'subject':
      return named(knowledge, statement.subject)
    case 'value':
      return value.type === 'entity' ? named(knowledge, value.entity) : literalText(value.literal)
    case 'predicate':
      return knowledge.predicates.get(statement.predicate)?.label ?? statement.predicate
    case 'qualifiers':
      // The word that says how exact it is stands here too: it may be all that differs.
      return statement.qualifiers
        .map(({ predicate, literal }) => {
          const label = knowledge.qualifiers.get(predicate)?.label ?? predicate
          return `${label} ${literalText(literal)}`
        })
        .join(', ')
    case 'direction':
      return directionWords[statement.direction]
    case 'inferred':
      return statement.inferred === true ? 'yes' : ''
    case 'disputes':
      return statement.disputes
        .map((id) => {
          const other = knowledge.statements.get(id)
          return other === undefined ? id : sentenceText(knowledge, other)
        })
        .join('; ')
    default:
      return undefined
  }
}

function named({ entities }: Knowledge, id: EntityId): string {
  const entity = entities.get(id)
  return entity === undefined ? id : nameOf(entity)
}
