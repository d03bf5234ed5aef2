import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Knowledge } from '../model/knowledge.ts'
import type { ColourOf } from '../display/node-colour.ts'
import { degree } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import type { AmountOf } from '../view/visible.ts'
import type { Structure, StructureNeeds } from './structure.ts'

/** What sizes and groups the view asks for; all but the degree is loaded when first wanted. */
export interface LateStructure {
  /** What the sizes tell of each node; undefined while it is not known. */
  readonly amountOf: ReadonlySignal<AmountOf | undefined>
  /** Radius by node; undefined where it follows the degree. */
  readonly sizeOf: ReadonlySignal<Structure['sizeOf']['value']>
  /** Colour by node; undefined where it tells the kind. */
  readonly colourOf: ReadonlySignal<ColourOf | undefined>
  /** The knowledge with groups as its kinds; undefined while they are not known or not asked for. */
  readonly grouped: ReadonlySignal<Knowledge | undefined>
  /** Undefined until it is loaded. */
  readonly loaded: ReadonlySignal<Structure | undefined>
  readonly load: () => void
  /** Ends what is being computed. */
  readonly stop: () => void
}

/** Loads what computes the structure of a graph. */
export type LoadStructure = (needs: StructureNeeds) => Promise<Structure>

/** As `StructureNeeds`, of a graph that may be edited. */
export interface LateStructureNeeds extends Pick<StructureNeeds, 'size' | 'kinds' | 'colour'> {
  readonly knowledge: ReadonlySignal<Knowledge>
  readonly graph: ReadonlySignal<Graph>
}

/** The structure of a graph, as far as the view asks for it; computed anew when the graph is edited. */
export function lateStructure(
  { knowledge, graph, size, kinds, colour }: LateStructureNeeds,
  loadStructure: LoadStructure = async (needs) => {
    const [{ createStructure }] = await Promise.all([
      import('./structure.ts'),
      import('./compact.ts').then(({ readyCompact }) => readyCompact(needs.graph)),
    ])
    return createStructure(needs)
  },
): LateStructure {
  const loaded = signal<Structure | undefined>(undefined)
  let asked: Graph | undefined
  const load = (): void => {
    const wanted = graph.peek()
    if (asked === wanted) return
    asked = wanted
    const sizesBefore = loaded.peek()?.sizeOf.peek()
    const choices = { size, kinds, colour }
    const needs = { knowledge: knowledge.peek(), graph: wanted, ...choices, sizesBefore }
    loadStructure(needs).then(
      (structure) => {
        if (asked !== wanted) return structure.stop()
        loaded.peek()?.stop()
        loaded.value = structure
      },
      () => {
        // Offline, say: the next wish tries again.
        asked = undefined
      },
    )
  }
  effect(() => {
    // Before there is any, nothing here asks for the graph, which may be long in the making.
    if (loaded.value !== undefined && graph.value !== asked) load()
  })
  effect(() => {
    const { value: amount } = colour
    if (size.value.by !== 'degree' || kinds.value.from === 'metric' || amount !== undefined) load()
  })
  const degreeOf = computed((): AmountOf => (id) => degree(graph.value, id))
  return {
    amountOf: computed(() =>
      size.value.by === 'degree' ? degreeOf.value : loaded.value?.amountOf.value,
    ),
    sizeOf: computed(() => loaded.value?.sizeOf.value),
    colourOf: computed(() => loaded.value?.colours.value?.colourOf),
    grouped: computed(() => loaded.value?.grouped.value),
    loaded,
    load,
    stop: () => loaded.peek()?.stop(),
  }
}
