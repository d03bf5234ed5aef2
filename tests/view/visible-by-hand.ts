import type { EntityId, StatementId } from '../../src/model/ids.ts'
import { kindId } from '../../src/model/ids.ts'
import type { Statement } from '../../src/model/knowledge.ts'
import type { View } from '../../src/view/view.ts'
import type { Evidenced } from '../any-evidenced.ts'

/** A graph, what a reader makes of it, and the amounts that a range is about. */
export interface Read extends Evidenced {
  readonly amountOf: (id: EntityId) => number | undefined
}

/** What is visible. */
interface Seen {
  readonly nodes: ReadonlySet<EntityId>
  readonly edges: ReadonlySet<StatementId>
  readonly facts: ReadonlySet<StatementId>
}

/** The visible set straight from its definition: one question for each thing, no cleverness. */
export function visibleByHand(
  { knowledge: { entities, statements }, evidence, dates, amountOf }: Read,
  view: Pick<View, 'hidden' | 'focus' | 'only'>,
): Seen {
  const { hidden, focus, only } = view
  const { time, range } = hidden
  const all = [...statements.values()]
  const ends = ({ subject, value }: Statement): readonly EntityId[] =>
    value.type === 'entity' ? [subject, value.entity] : []
  /** The days that a reader reads there; a thing without any is undated. */
  const passesTime = (id: StatementId | EntityId): boolean => {
    const date = dates.get(id)
    if (time === undefined) return true
    if (date === undefined) return !time.hides.has('undated')
    const within = time.from <= date.from && date.to <= time.to
    const apart = date.to < time.from || time.to < date.from
    return within || (!apart && !time.hides.has('possible'))
  }
  /** Nothing is said of it that could have a date, so that it is dated or undated by itself. */
  const isAlone = (id: EntityId): boolean =>
    !all.some((each) => each.subject === id || ends(each).includes(id))
  const isChosen = (id: EntityId): boolean => {
    const entity = entities.get(id)
    if (id === focus?.centre) return true
    if (entity === undefined || hidden.kinds.has(entity.kind ?? kindId(''))) return false
    if (only !== undefined && !only.has(id)) return false
    if ((dates.has(id) || isAlone(id)) && !passesTime(id)) return false
    const amount = amountOf(id)
    if (range === undefined) return true
    return amount !== undefined && range.min <= amount && amount <= range.max
  }
  const hidesEvidence = ({ id }: Statement): boolean => {
    const of = evidence.get(id)
    return of === undefined || hidden.evidence.has(of)
  }
  const passes = (statement: Statement): boolean =>
    ends(statement).length === 2 &&
    ends(statement).every(isChosen) &&
    !hidden.predicates.has(statement.predicate) &&
    !hidesEvidence(statement) &&
    passesTime(statement.id)
  const passing = all.filter(passes)
  const within = (id: EntityId, steps: number): boolean => {
    if (id === focus?.centre) return true
    if (steps === 0) return false
    return passing.some(
      (statement) =>
        ends(statement).includes(id) &&
        ends(statement).some((end) => end !== id && within(end, steps - 1)),
    )
  }
  const isCandidate = (id: EntityId): boolean =>
    focus === undefined ? isChosen(id) : within(id, focus.steps)
  const edges = passing.filter((each) => ends(each).every(isCandidate))
  const facts = all.filter(
    (each) => each.value.type === 'literal' && !hidesEvidence(each) && passesTime(each.id),
  )
  const stays = (id: EntityId): boolean => {
    if (!isCandidate(id)) return false
    if (id === focus?.centre || edges.some((each) => ends(each).includes(id))) return true
    // Hidden predicates take away who had a line between what is shown otherwise, and has none.
    const hadEdges = all.some((each) => ends(each).includes(id) && ends(each).every(isChosen))
    if (hidden.predicates.size > 0 && hadEdges) return false
    if (facts.some(({ subject }) => subject === id)) return true
    const hadFacts = all.some(({ subject, value }) => subject === id && value.type === 'literal')
    // Dates of its own keep a node, and so does that nothing is said of it, not even a date.
    const dated = time === undefined || dates.has(id) || isAlone(id)
    return (hidden.evidence.size === 0 || (!hadEdges && !hadFacts)) && dated
  }
  return {
    nodes: new Set([...entities.keys()].filter(stays)),
    edges: new Set(edges.map(({ id }) => id)),
    facts: new Set(facts.filter(({ subject }) => stays(subject)).map(({ id }) => id)),
  }
}
