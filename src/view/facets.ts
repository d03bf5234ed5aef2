import { evidenceOf, evidences } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { allAtOnce, breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import type { FacetChoice } from './update.ts'
import type { Graph } from '../graph/graph.ts'
import { filterColumns } from './filter-columns.ts'
import type { Coded } from './filter-columns.ts'
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
  graph: Graph,
  { hidden }: Pick<View, 'hidden'>,
  visible: Visible,
): Steps<Facets> {
  const columns = yield* filterColumns(knowledge, graph)
  const kinds = tally(columns.kinds, visible.nodes.mask)
  const predicates = tally(columns.predicates, visible.edges.mask)
  const evidence = tally(columns.evidence, visible.edges.mask)
  yield
  const pauses = breather()
  for (const statement of columns.facts) {
    if (pauses()) yield
    count(evidence, evidenceOf(statement), visible.facts.has(statement.id))
  }
  const kindOrder = [...knowledge.kinds.keys()]
  return {
    kinds: inOrder(kinds, kindOrder).map(([value, count]) => ({
      choice: { facet: 'kinds', value },
      label: knowledge.kinds.get(value)?.plural ?? 'Without a kind',
      ...count,
      hidden: hidden.kinds.has(value),
    })),
    predicates: [...predicates]
      .toSorted(([, a], [, b]) => b.total - a.total)
      .map(([value, count]) => ({
        choice: { facet: 'predicates', value },
        label: knowledge.predicates.get(value)?.label ?? value,
        ...count,
        hidden: hidden.predicates.has(value),
      })),
    evidence: inOrder(evidence, evidences).map(([value, count]) => ({
      choice: { facet: 'evidence', value },
      label: evidenceLabels[value],
      ...count,
      hidden: hidden.evidence.has(value),
    })),
  }
}

interface Count {
  readonly shown: number
  readonly total: number
}

/** How many have each value, and how many of these are shown; values that nothing has are left out. */
function tally<Value>({ values, codes }: Coded<Value>, shown: Uint8Array): Map<Value, Count> {
  const [all, seen] = [new Uint32Array(values.length), new Uint32Array(values.length)]
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place] ?? 0
    all[code] = (all[code] ?? 0) + 1
    seen[code] = (seen[code] ?? 0) + (shown[place] ?? 0)
  }
  const counts = new Map<Value, Count>()
  values.forEach((value, code) => {
    const total = all[code] ?? 0
    if (total > 0) counts.set(value, { shown: seen[code] ?? 0, total })
  })
  return counts
}

function count<Value>(counts: Map<Value, Count>, value: Value, isShown: boolean): void {
  const { shown, total } = counts.get(value) ?? { shown: 0, total: 0 }
  counts.set(value, { shown: shown + (isShown ? 1 : 0), total: total + 1 })
}

/** The values that occur, those in `order` first. */
function inOrder<Value>(
  counts: ReadonlyMap<Value, Count>,
  order: readonly Value[],
): readonly (readonly [Value, Count])[] {
  const rank = new Map(order.map((value, index) => [value, index]))
  return [...counts].toSorted(
    ([a], [b]) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length),
  )
}
