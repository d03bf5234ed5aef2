/** What a literal's text is meant to be. The text itself is kept as written: 2^63 keeps its digits. */
export type Datatype = 'string' | 'integer' | 'decimal' | 'boolean' | 'date' | 'year' | 'uri'

export const datatypes: readonly Datatype[] = [
  'string',
  'integer',
  'decimal',
  'boolean',
  'date',
  'year',
  'uri',
]

/** A value that is not an entity: its exact text, its datatype, and a unit such as "billion USD". */
export interface Literal {
  readonly text: string
  readonly datatype: Datatype
  readonly unit?: string
}

const patterns: Readonly<Record<Datatype, RegExp>> = {
  string: /^/,
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$|^[+-]?INF(?:INITY)?$|^NaN$/i,
  boolean: /^(?:true|false|1|0)$/i,
  date: /^[+-]?\d{4,}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/,
  year: /^[+-]?\d{4,}$/,
  uri: /^\S+$/,
}

/** True where `text` is written as `datatype` asks. Anything is a string. */
export function fits(text: string, datatype: Datatype): boolean {
  return patterns[datatype].test(text)
}

/** True where a text of this datatype is a date. */
export function isDate(datatype: Datatype): boolean {
  return datatype === 'date' || datatype === 'year'
}

/** The literal's number, or undefined where it is not a finite number. */
export function numberOf(literal: Literal): number | undefined {
  const { datatype, text } = literal
  if (datatype !== 'integer' && datatype !== 'decimal' && datatype !== 'year') return undefined
  if (!fits(text, datatype)) return undefined
  const number = Number(text)
  return Number.isFinite(number) ? number : undefined
}

/** True where two literals say the same: the same number, however it is written, or the same text. */
export function sameLiteral(a: Literal, b: Literal): boolean {
  if (a.unit !== b.unit) return false
  const [first, second] = [numberOf(a), numberOf(b)]
  if (first === undefined || second === undefined) return a.text === b.text
  // Beyond what a number can hold the digits decide.
  return first === second && (Math.abs(first) <= Number.MAX_SAFE_INTEGER || a.text === b.text)
}
