import type { ColumnId, EntityId, StatementId } from '../model/ids.ts'

/**
 * What a form in the place of the card is about; `column` is the attribute that it is opened for,
 * `from` what has the focus again after it.
 */
export type EditTarget =
  | {
      readonly of: 'entity'
      readonly id: EntityId
      readonly column?: ColumnId
      readonly from?: 'table'
    }
  | { readonly of: 'new-entity' }
  | {
      readonly of: 'statement'
      readonly id: StatementId
      readonly column?: ColumnId
      readonly from?: 'table'
    }
  | { readonly of: 'new-statement'; readonly about: EntityId }
