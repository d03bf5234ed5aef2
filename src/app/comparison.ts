import type { ReadonlySignal } from '@preact/signals'
import type { ChangeClass } from '../model/change-class.ts'
import type { ClassCounts, ComparedPart } from '../display/comparison-list.ts'
import type { Bygone } from './bygone.ts'

/**
 * The open graph beside an older version of it. The view says which version that is; what the two
 * differ in follows from both.
 */
export interface Comparison extends Bygone {
  /** What the older version is called. */
  readonly name: string
  readonly entities: ClassCounts
  readonly statements: ClassCounts
  readonly parts: readonly ComparedPart[]
  /** Classes that are not marked. */
  readonly hidden: ReadonlySignal<ReadonlySet<ChangeClass>>
  readonly toggle: (change: ChangeClass) => void
  readonly close: () => void
}
