import type { EntityId, StatementId } from '../model/ids.ts'

/** What a form in the place of the card is about. */
export type EditTarget =
  | { readonly of: 'entity'; readonly id: EntityId }
  | { readonly of: 'new-entity' }
  | { readonly of: 'statement'; readonly id: StatementId }
  | { readonly of: 'new-statement'; readonly about: EntityId }
