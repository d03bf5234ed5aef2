import type { Datatype } from '../model/literal.ts'

/** What values can be, as a form offers it. */
export const datatypeNames: readonly (readonly [Datatype, string])[] = [
  ['string', 'Text'],
  ['integer', 'Whole number'],
  ['decimal', 'Number'],
  ['boolean', 'True or false'],
  ['date', 'Date'],
  ['year', 'Year'],
  ['uri', 'Address'],
]
