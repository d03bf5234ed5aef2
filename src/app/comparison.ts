import type { ReadonlySignal } from '@preact/signals'
import type { ChangeClass } from '../model/change-class.ts'
import type { ClassCounts, ComparedPart, ComparedRecord } from '../display/comparison-list.ts'
import type { Picture } from '../display/picture.ts'
import type { EntityId, StatementId } from '../model/ids.ts'

/**
 * The open graph beside an older version of it. The view says which version that is; what the two
 * differ in follows from both.
 */
export interface Comparison {
  /** What the older version is called. */
  readonly name: string
  readonly entities: ClassCounts
  readonly statements: ClassCounts
  readonly references: Pick<ClassCounts, 'added' | 'removed'>
  readonly parts: readonly ComparedPart[]
  /** Classes that are not marked. */
  readonly hidden: ReadonlySignal<ReadonlySet<ChangeClass>>
  readonly toggle: (change: ChangeClass) => void
  /** The session's picture with marks and ghosts. */
  readonly picture: ReadonlySignal<Picture>
  /** What differs in the record that a card is about, or in the facts that stand on it. */
  readonly recordsAbout: (id: EntityId | StatementId) => readonly ComparedRecord[]
  /** What was pointed at in the picture and has no card: the list shows it. */
  readonly pointedAt: ReadonlySignal<string | undefined>
  readonly pointAt: (id: EntityId | StatementId) => void
  readonly close: () => void
}
