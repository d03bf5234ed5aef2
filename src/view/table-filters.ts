import type { TableChoice } from './view.ts'

/** The filters that ask for something: typed blanks do not. */
export function legalFilters(filters: TableChoice['filters']): TableChoice['filters'] {
  const asks = [...filters].filter(([, { by, text }]) => by === 'value' || text.trim() !== '')
  return asks.length === filters.size ? filters : new Map(asks)
}
