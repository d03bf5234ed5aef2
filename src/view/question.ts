import type { EntityId, KindId, PredicateId } from '../model/ids.ts'

/** A question as a chain of nodes: "models launched by institutions based in Shanghai". */
export interface Question {
  readonly start: Place
  readonly steps: readonly QuestionStep[]
}

/** Which nodes may stand at one place of a question. */
export type Place =
  | { readonly type: 'any' }
  /** "" for nodes without a kind. */
  | { readonly type: 'kind'; readonly id: KindId }
  | { readonly type: 'node'; readonly id: EntityId }

export interface QuestionStep {
  /** Undefined for any. */
  readonly relation: AskedRelation | undefined
  readonly place: Place
}

export interface AskedRelation {
  readonly predicate: PredicateId
  /** `out`: from the place before as the subject; `in`: as the value; `either`. */
  readonly direction: 'out' | 'in' | 'either'
}

/** A question has at most so many steps. */
export const mostSteps = 8

/** True where both ask the same. */
export function sameQuestion(a: Question | undefined, b: Question | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    samePlace(a.start, b.start) &&
    a.steps.length === b.steps.length &&
    a.steps.every((step, index) => {
      const other = b.steps[index]
      return (
        other !== undefined &&
        step.relation?.predicate === other.relation?.predicate &&
        step.relation?.direction === other.relation?.direction &&
        samePlace(step.place, other.place)
      )
    })
  )
}

/** What a question may name. */
interface Named {
  readonly entities: ReadonlySet<EntityId>
  readonly kinds: ReadonlySet<KindId>
  readonly predicates: ReadonlySet<PredicateId>
}

/** True where one of these is named by the question. */
export function asksAbout({ start, steps }: Question, named: Named): boolean {
  return (
    [start, ...steps.map(({ place }) => place)].some((place) =>
      place.type === 'node'
        ? named.entities.has(place.id)
        : place.type === 'kind' && named.kinds.has(place.id),
    ) ||
    steps.some(({ relation }) => relation !== undefined && named.predicates.has(relation.predicate))
  )
}

function samePlace(a: Place, b: Place): boolean {
  return a.type === 'any' || b.type === 'any'
    ? a.type === b.type
    : a.type === b.type && a.id === b.id
}
