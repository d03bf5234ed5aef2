import type { Gist, Knowledge, Statement } from './knowledge.ts'
import { beyondPlain } from './in-columns.ts'

/**
 * The state of a statement: what it rests on. A dispute counts before all else, and that a
 * statement is inferred before the references that it is inferred from.
 */
export type Evidence = 'cited' | 'inferred' | 'disputed' | 'uncited'

/** All states, in legend order. */
export const evidences: readonly Evidence[] = ['cited', 'inferred', 'disputed', 'uncited']

/** What a statement rests on; a dispute, stated or found, says more than references do. */
export function evidenceOf(statement: Gist): Evidence {
  if (statement.disputes.length > 0 || statement.conflicts !== undefined) return 'disputed'
  if (statement.inferred === true) return 'inferred'
  return statement.references.length > 0 ? 'cited' : 'uncited'
}

const ranks: Readonly<Record<Evidence, number>> = { cited: 0, inferred: 1, disputed: 2, uncited: 3 }

/** A number that is the lower the more a statement rests on. */
export function supportRank(statement: Statement): number {
  return ranks[evidenceOf(statement)]
}

const naming = new WeakMap<Knowledge['statements'], boolean>()

/** True where any statement has a reference: only then does it tell something that one has none. */
export function namesSources({ statements }: Knowledge): boolean {
  // Remembered, for it is asked often, and a graph without a reference is looked through to its end.
  const known = naming.get(statements) ?? anyReference(statements)
  naming.set(statements, known)
  return known
}

function anyReference(statements: Knowledge['statements']): boolean {
  for (const { references } of beyondPlain(statements)) if (references.length > 0) return true
  return false
}

/** True where a predicate has one value at a time: only then can two values be in conflict. */
export function hasSingleValues({ predicates }: Knowledge): boolean {
  return [...predicates.values()].some(({ singleValued }) => singleValued)
}
