import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { CompactGraph } from '../graph/compact-graph.ts'
import type { Graph } from '../graph/graph.ts'
import type { Measured } from '../graph/measure.ts'
import type { MetricId } from '../graph/metrics.ts'
import type { EntityId } from '../model/ids.ts'
import type { Column, Knowledge } from '../model/knowledge.ts'
import { amountColour, colourScale } from '../display/node-colour.ts'
import type { ColourOf, ColourScale } from '../display/node-colour.ts'
import { amountScale, degreeScale } from '../display/node-size.ts'
import type { SizeScale } from '../display/node-size.ts'
import { amountColumns, amountFacts } from '../view/amount-choices.ts'
import type { AmountFact } from '../view/amount-choices.ts'
import type { AmountChoice, KindChoice } from '../view/view.ts'
import type { AmountOf } from '../view/visible.ts'
import { startMetrics } from '../workers/metrics.ts'
import type { StartMetrics } from '../workers/metrics.ts'
import type { StructureSummary } from '../workers/metrics-summary.ts'

export type { StructureSummary }
import { amountsOf } from './amounts.ts'
import { compactOf } from './compact.ts'
import { withGroups } from './structure-kinds.ts'

/** What a graph's structure needs to know. */
export interface StructureNeeds {
  readonly knowledge: Knowledge
  readonly graph: Graph
  readonly size: ReadonlySignal<AmountChoice>
  readonly kinds: ReadonlySignal<KindChoice>
  readonly colour: ReadonlySignal<AmountChoice | undefined>
  /** The sizes of the picture as it is, until others are known. */
  readonly sizesBefore?: ((id: EntityId) => number) | undefined
}

/** How far a metric of the whole graph is computed. */
export type Measuring =
  /** The share that is done, from 0 to 1. */
  | { readonly type: 'running'; readonly share: number }
  | { readonly type: 'done'; readonly measured: Measured }
  | { readonly type: 'failed' }

/** Metrics of the whole graph, whatever is hidden, kept once they are computed. */
export interface Structure {
  /** The columns of the file that are numbers. */
  readonly columns: readonly Column[]
  readonly facts: readonly AmountFact[]
  readonly measuring: (metric: MetricId) => Measuring | undefined
  readonly amountOf: ReadonlySignal<AmountOf | undefined>
  /** Undefined where nodes have the size of their degree. */
  readonly sizeOf: ReadonlySignal<((id: EntityId) => number) | undefined>
  /** How large nodes are for which amount; undefined while that is not known. */
  readonly scale: ReadonlySignal<SizeScale | undefined>
  /** How many nodes have no amount to be sized by. */
  readonly sizeless: ReadonlySignal<number>
  /** What the colours tell; undefined where that is the kind, and while it is not known. */
  readonly colours: ReadonlySignal<Colours | undefined>
  readonly grouped: ReadonlySignal<Knowledge | undefined>
  /** Undefined until it is asked for and known; "failed" where no worker could run. */
  readonly summary: ReadonlySignal<StructureSummary | 'failed' | undefined>
  readonly summarise: () => void
  readonly stop: () => void
}

/** How nodes are coloured by an amount. */
export interface Colours {
  readonly amountOf: AmountOf
  /** Undefined where no node has an amount. */
  readonly scale: ColourScale | undefined
  /** How many nodes have no amount. */
  readonly without: number
  readonly colourOf: ColourOf
}

/** Follows the sizes, kinds and colours of the view, and computes what they ask for. */
export function createStructure(
  { knowledge, graph, size, kinds, colour, sizesBefore }: StructureNeeds,
  start: StartMetrics = startMetrics,
): Structure {
  const compact = (): CompactGraph => compactOf(graph)
  const states = signal<ReadonlyMap<MetricId, Measuring>>(new Map())
  const runs = new Map<MetricId, () => void>()
  const set = (metric: MetricId, state: Measuring | undefined): void => {
    const next = new Map(states.peek())
    if (state === undefined) next.delete(metric)
    else next.set(metric, state)
    states.value = next
  }
  const drop = (metric: MetricId): void => {
    runs.get(metric)?.()
    runs.delete(metric)
    set(metric, undefined)
  }
  const begin = (metric: MetricId): void => {
    set(metric, { type: 'running', share: 0 })
    const stop = start(
      { adjacency: compact().adjacency, wanted: metric },
      (report) => {
        if (report.type === 'progress') set(metric, { type: 'running', share: report.share })
        if (report.type !== 'measured') return
        runs.delete(metric)
        set(metric, { type: 'done', measured: report.measured })
      },
      () => {
        runs.delete(metric)
        set(metric, { type: 'failed' })
      },
    )
    if (states.peek().get(metric)?.type === 'running') runs.set(metric, stop)
  }
  const unfollow = effect(() => {
    const wanted = new Set<MetricId>()
    for (const amount of [size.value, colour.value])
      if (amount?.by === 'metric') wanted.add(amount.metric)
    if (kinds.value.from === 'metric') wanted.add(kinds.value.metric)
    untracked(() => {
      for (const metric of runs.keys()) if (!wanted.has(metric)) drop(metric)
      for (const metric of wanted) {
        const state = states.peek().get(metric)
        if (state === undefined || state.type === 'failed') begin(metric)
      }
    })
  })
  const doneOf = (metric: MetricId): Measured | undefined => {
    const state = states.value.get(metric)
    return state?.type === 'done' ? state.measured : undefined
  }
  const columns = amountColumns(knowledge)
  const facts = amountFacts(knowledge)
  // A progress elsewhere must not have it all looked up anew.
  const following = (choice: ReadonlySignal<AmountChoice | undefined>) => {
    const measured = computed(() =>
      choice.value?.by === 'metric' ? doneOf(choice.value.metric) : undefined,
    )
    return computed(() => {
      const { value: measuredNow } = measured
      if (choice.value === undefined) return undefined
      return amountsOf(choice.value, {
        knowledge,
        graph,
        facts,
        compact,
        measuredOf: () => measuredNow,
      })
    })
  }
  const amountOf = following(size)
  const allOf = (of: AmountOf): readonly number[] =>
    graph.nodes.map(of).filter((amount) => amount !== undefined)
  const sized = computed(() => (amountOf.value === undefined ? undefined : allOf(amountOf.value)))
  const scale = computed(() => {
    const { value: amounts } = sized
    if (amounts === undefined) return undefined
    return size.value.by === 'degree' ? degreeScale(amounts) : amountScale(amounts)
  })
  const colourAmountOf = following(colour)
  const measuredKinds = computed(() =>
    kinds.value.from === 'metric' ? doneOf(kinds.value.metric) : undefined,
  )
  // While other sizes are being computed the picture keeps those it has.
  let latest = sizesBefore
  const summary = signal<StructureSummary | 'failed' | undefined>(undefined)
  let stopSummary: (() => void) | undefined
  return {
    columns,
    facts,
    measuring: (metric) => states.value.get(metric),
    amountOf,
    sizeOf: computed(() => {
      const [of, known] = [amountOf.value, scale.value]
      if (size.value.by === 'degree') latest = undefined
      else if (of !== undefined && known !== undefined) latest = (id) => known.radius(of(id))
      return latest
    }),
    scale,
    sizeless: computed(() => graph.nodes.length - (sized.value ?? graph.nodes).length),
    colours: computed(() => {
      const { value: of } = colourAmountOf
      if (of === undefined) return undefined
      const amounts = allOf(of)
      const ramp = colourScale(amounts)
      return {
        amountOf: of,
        scale: ramp,
        without: graph.nodes.length - amounts.length,
        colourOf: (id, scheme) => amountColour(ramp, of(id), scheme),
      }
    }),
    grouped: computed(() => {
      const { value: choice } = kinds
      const { value: measured } = measuredKinds
      if (choice.from !== 'metric' || measured === undefined) return undefined
      return withGroups(knowledge, compact(), choice.metric, measured)
    }),
    summary,
    summarise: () => {
      if (stopSummary !== undefined || typeof summary.peek() === 'object') return
      stopSummary = start(
        { adjacency: compact().adjacency, wanted: 'summary' },
        (report) => {
          if (report.type === 'summary') summary.value = report.summary
        },
        () => {
          stopSummary = undefined
          summary.value = 'failed'
        },
      )
    },
    stop: () => {
      unfollow()
      stopSummary?.()
      for (const metric of runs.keys()) drop(metric)
    },
  }
}
