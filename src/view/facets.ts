import { evidenceOf, evidences } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { KindId, PredicateId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { allAtOnce, breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import type { FacetChoice } from './update.ts'
import { kindOf } from './visible.ts'
import type { Visible } from './visible.ts'
import type { View } from './view.ts'

/** One line of the legend: how many of all such things the picture shows now. */
export interface FacetValue {
  readonly choice: FacetChoice
  readonly label: string
  readonly shown: number
  readonly total: number
  readonly hidden: boolean
}

export interface Facets {
  /** Counts entities. */
  readonly kinds: readonly FacetValue[]
  /** Counts edges, by falling total. */
  readonly predicates: readonly FacetValue[]
  /** Counts statements: edges and facts. */
  readonly evidence: readonly FacetValue[]
}

const evidenceLabels: Readonly<Record<Evidence, string>> = {
  cited: 'Cited',
  inferred: 'Inferred',
  disputed: 'Disputed',
  uncited: 'Uncited',
}

/** The facets with counts that are true to `visible`. Values that never occur are left out. */
export function facetsOf(...given: Parameters<typeof facetSteps>): Facets {
  return allAtOnce(facetSteps(...given))
}

/** `facetsOf` in steps. */
export function* facetSteps(
  knowledge: Knowledge,
  { hidden }: Pick<View, 'hidden'>,
  visible: Visible,
): Steps<Facets> {
  const pauses = breather()
  const kinds = new Tally<KindId>()
  for (const entity of knowledge.entities.values()) {
    if (pauses()) yield
    kinds.add(kindOf(entity), visible.nodes.has(entity.id))
  }
  const predicates = new Tally<PredicateId>()
  const evidence = new Tally<Evidence>()
  for (const statement of knowledge.statements.values()) {
    if (pauses()) yield
    const isEdge = statement.value.type === 'entity'
    const shown = isEdge ? visible.edges.has(statement.id) : visible.facts.has(statement.id)
    evidence.add(evidenceOf(statement), shown)
    if (isEdge) predicates.add(statement.predicate, shown)
  }
  const kindOrder = [...knowledge.kinds.keys()]
  return {
    kinds: kinds.values(kindOrder).map(([value, count]) => ({
      choice: { facet: 'kinds', value },
      label: knowledge.kinds.get(value)?.plural ?? 'Without a kind',
      ...count,
      hidden: hidden.kinds.has(value),
    })),
    predicates: predicates
      .values([])
      .toSorted(([, a], [, b]) => b.total - a.total)
      .map(([value, count]) => ({
        choice: { facet: 'predicates', value },
        label: knowledge.predicates.get(value)?.label ?? value,
        ...count,
        hidden: hidden.predicates.has(value),
      })),
    evidence: evidence.values(evidences).map(([value, count]) => ({
      choice: { facet: 'evidence', value },
      label: evidenceLabels[value],
      ...count,
      hidden: hidden.evidence.has(value),
    })),
  }
}

class Tally<Value extends string> {
  private readonly counts = new Map<Value, { shown: number; total: number }>()

  add(value: Value, shown: boolean): void {
    let count = this.counts.get(value)
    if (count === undefined) this.counts.set(value, (count = { shown: 0, total: 0 }))
    count.total += 1
    if (shown) count.shown += 1
  }

  /** The values that occur, those in `order` first. */
  values(order: readonly Value[]): [Value, { shown: number; total: number }][] {
    const rank = new Map(order.map((value, index) => [value, index]))
    return [...this.counts].toSorted(
      ([a], [b]) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length),
    )
  }
}
