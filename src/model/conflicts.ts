import { datingOf } from './dating.ts'
import type { Holding } from './dating.ts'
import type { StatementId } from './ids.ts'
import type { Knowledge, Statement, Value } from './knowledge.ts'
import { isDate, sameLiteral } from './literal.ts'

/** For each statement that is in conflict, those that it is in conflict with; in the data's order. */
export type Conflicts = ReadonlyMap<StatementId, ReadonlySet<StatementId>>

type Known = Pick<Knowledge, 'predicates' | 'qualifiers' | 'statements' | 'columns'>

/**
 * The statements that cannot all hold, found by themselves: two values of a single-valued predicate
 * at the same time, of one subject, alike in all that narrows them but their dates. Statements that
 * say themselves that they dispute each other are not among them, nor figures in different units.
 */
export function conflictsOf(knowledge: Known): Conflicts {
  const conflicts = new Map<StatementId, Set<StatementId>>()
  const add = (id: StatementId, other: StatementId): void => {
    const others = conflicts.get(id)
    if (others === undefined) conflicts.set(id, new Set([other]))
    else others.add(other)
  }
  const { holding } = datingOf(knowledge)
  for (const group of comparable(knowledge)) {
    for (const [one, other] of together(group, holding)) {
      if (!differ(one.value, other.value)) continue
      if (one.disputes.includes(other.id) || other.disputes.includes(one.id)) continue
      add(one.id, other.id)
      add(other.id, one.id)
    }
  }
  if (conflicts.size === 0) return conflicts
  return new Map(
    [...knowledge.statements.keys()].flatMap((id) => {
      const others = conflicts.get(id)
      return others === undefined ? [] : [[id, others] as const]
    }),
  )
}

/** The knowledge with every conflict told at its statements; the very same where there is none. */
export function withConflicts(knowledge: Knowledge): Knowledge {
  const conflicts = conflictsOf(knowledge)
  if (conflicts.size === 0) return knowledge
  const statements = new Map(knowledge.statements)
  for (const [id, others] of conflicts) {
    const statement = statements.get(id)
    if (statement !== undefined) statements.set(id, { ...statement, conflicts: [...others] })
  }
  return { ...knowledge, statements }
}

/** Statements about one matter, of which only one can hold at a time; at least two of each. */
function comparable({ statements, predicates }: Known): readonly (readonly Statement[])[] {
  const single = new Set(
    [...predicates.values()].filter(({ singleValued }) => singleValued).map(({ id }) => id),
  )
  if (single.size === 0) return []
  const groups = new Map<string, Statement[]>()
  for (const statement of statements.values()) {
    // Without a direction it does not tell whose value it is.
    if (!single.has(statement.predicate) || statement.direction !== 'directed') continue
    const matter = matterOf(statement)
    const group = groups.get(matter)
    if (group === undefined) groups.set(matter, [statement])
    else group.push(statement)
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

function matterOf({ subject, predicate, measures, qualifiers }: Statement): string {
  const narrowing = qualifiers
    .filter(({ literal }) => !isDate(literal.datatype))
    .map((qualifier) => JSON.stringify([qualifier.predicate, qualifier.literal.text]))
  return JSON.stringify([subject, predicate, measures ?? '', ...narrowing.toSorted()])
}

/** The pairs that hold at the same time, some of them twice. */
function* together(
  group: readonly Statement[],
  holding: (statement: Statement) => readonly Holding[],
): Iterable<readonly [Statement, Statement]> {
  const times = group
    .flatMap((statement) => holding(statement).map((time) => ({ statement, time })))
    .toSorted((a, b) => (a.time.from < b.time.from ? -1 : Number(a.time.from > b.time.from)))
  for (const [index, { statement, time }] of times.entries()) {
    for (let next = index + 1; next < times.length; next += 1) {
      const other = times[next]
      if (other === undefined || other.time.from > time.to) break
      if (other.statement !== statement && meet(time, other.time))
        yield [statement, other.statement]
    }
  }
}

/**
 * True where both are sure to hold on one day. Something that held on some day of a year meets what
 * held all that year, and what is dated by the very same year.
 */
function meet(a: Holding, b: Holding): boolean {
  if (a.throughout && b.throughout) return a.from <= b.to && b.from <= a.to
  if (a.throughout) return a.from <= b.from && b.to <= a.to
  if (b.throughout) return b.from <= a.from && a.to <= b.to
  return a.from === b.from && a.to === b.to
}

function differ(a: Value, b: Value): boolean {
  if (a.type === 'entity' && b.type === 'entity') return a.entity !== b.entity
  if (a.type === 'entity' || b.type === 'entity') return true
  return a.literal.unit === b.literal.unit && !sameLiteral(a.literal, b.literal)
}
