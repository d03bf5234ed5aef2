import type { EntityId, PredicateId } from './ids.ts'
import type { Value } from './knowledge.ts'

/** The id that a statement has unless its writer gives another. */
export function usualId(subject: EntityId, predicate: PredicateId, value: Value): string {
  return value.type === 'entity'
    ? `${subject}.${predicate}.${value.entity}`
    : `${subject}.${predicate}`
}
