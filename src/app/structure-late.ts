import { computed, effect } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Knowledge } from '../model/knowledge.ts'
import { degree } from '../graph/graph.ts'
import type { AmountOf } from '../view/visible.ts'
import { late } from './late.ts'
import type { Structure, StructureNeeds } from './structure.ts'

/** What sizes and groups the view asks for; all but the degree is loaded when first wanted. */
export interface LateStructure {
  /** What the sizes tell of each node; undefined while it is not known. */
  readonly amountOf: ReadonlySignal<AmountOf | undefined>
  /** Radius by node; undefined where it follows the degree. */
  readonly sizeOf: ReadonlySignal<Structure['sizeOf']['value']>
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

/** The structure of a graph, as far as the view asks for it. */
export function lateStructure(
  needs: StructureNeeds,
  loadStructure: LoadStructure = async () =>
    (await import('./structure.ts')).createStructure(needs),
): LateStructure {
  const { graph, size, kinds } = needs
  const { loaded, load } = late(() => loadStructure(needs))
  effect(() => {
    if (size.value.by !== 'degree' || kinds.value.from === 'metric') load()
  })
  const degreeOf: AmountOf = (id) => degree(graph, id)
  return {
    amountOf: computed(() =>
      size.value.by === 'degree' ? degreeOf : loaded.value?.amountOf.value,
    ),
    sizeOf: computed(() => loaded.value?.sizeOf.value),
    grouped: computed(() => loaded.value?.grouped.value),
    loaded,
    load,
    stop: () => loaded.peek()?.stop(),
  }
}
