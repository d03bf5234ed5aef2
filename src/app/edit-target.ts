import type { ColumnId, EntityId, PredicateId, StatementId } from '../model/ids.ts'

/** What a form in the place of the card is about, and where it begins. */
export type EditTarget =
  | (At & {
      readonly of: 'entity'
      readonly id: EntityId
      /** The attribute that it is opened for. */
      readonly column?: ColumnId
    })
  | { readonly of: 'new-entity' }
  | (At & {
      readonly of: 'statement'
      readonly id: StatementId
      readonly column?: ColumnId
    })
  | (At & {
      readonly of: 'new-statement'
      readonly about: EntityId
      /** What it is to say. */
      readonly predicate?: PredicateId
    })

interface At {
  /** The column of the table that it is opened for, where that shows no attribute. */
  readonly cell?: string
  /** What has the focus again after it. */
  readonly from?: 'table'
}
