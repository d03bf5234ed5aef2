/**
 * Branded ids. An id is the exact string of its file: never trimmed, folded or
 * turned into a number. The creators below are the only casts.
 */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type EntityId = Branded<'EntityId'>
export type StatementId = Branded<'StatementId'>
export type KindId = Branded<'KindId'>
export type PredicateId = Branded<'PredicateId'>
export type SourceId = Branded<'SourceId'>
export type ColumnId = Branded<'ColumnId'>

export const entityId = (text: string): EntityId => text as EntityId
export const statementId = (text: string): StatementId => text as StatementId
export const kindId = (text: string): KindId => text as KindId
export const predicateId = (text: string): PredicateId => text as PredicateId
export const sourceId = (text: string): SourceId => text as SourceId
export const columnId = (text: string): ColumnId => text as ColumnId
