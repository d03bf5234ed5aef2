import type { Knowledge, Statement } from './knowledge.ts'

/** The state of a statement: what it rests on. A dispute counts before a reference. */
export type Evidence = 'cited' | 'disputed' | 'uncited'

/** All states, in legend order. */
export const evidences: readonly Evidence[] = ['cited', 'disputed', 'uncited']

/** What a statement rests on; a dispute says more than references do. */
export function evidenceOf(statement: Statement): Evidence {
  if (statement.disputes.length > 0) return 'disputed'
  return statement.references.length > 0 ? 'cited' : 'uncited'
}

/** True where any statement has a reference: only then does it tell something that one has none. */
export function namesSources({ statements }: Knowledge): boolean {
  for (const { references } of statements.values()) if (references.length > 0) return true
  return false
}

/** True where a predicate has one value at a time: only then can two values be in conflict. */
export function hasSingleValues({ predicates }: Knowledge): boolean {
  return [...predicates.values()].some(({ singleValued }) => singleValued)
}
