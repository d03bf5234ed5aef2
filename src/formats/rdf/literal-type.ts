import type { Datatype, Literal } from '../../model/literal.ts'
import { fits } from '../../model/literal.ts'
import { prefixes } from './vocabulary.ts'
import { xsd } from './term.ts'

const integers = (
  'integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger ' +
  'negativeInteger unsignedInt unsignedLong unsignedShort unsignedByte'
).split(' ')

const datatypes: ReadonlyMap<string, Datatype> = new Map<string, Datatype>([
  ...integers.map((name) => [`${xsd}${name}`, 'integer'] as const),
  ...['decimal', 'double', 'float'].map((name) => [`${xsd}${name}`, 'decimal'] as const),
  ...['date', 'dateTime', 'dateTimeStamp', 'gYearMonth'].map(
    (name) => [`${xsd}${name}`, 'date'] as const,
  ),
  [`${xsd}boolean`, 'boolean'],
  [`${xsd}gYear`, 'year'],
  [`${xsd}anyURI`, 'uri'],
])

/** What a literal's datatype is with us, and whether its text is written as that asks. */
export function datatypeOf(
  text: string,
  iri: string,
): { readonly datatype: Datatype; readonly fits: boolean } {
  const datatype = datatypes.get(iri) ?? 'string'
  const fitting = fits(text, datatype)
  return { datatype: fitting ? datatype : 'string', fits: fitting }
}

const written: readonly (readonly [Datatype, string, RegExp])[] = [
  ['integer', 'integer', /^[+-]?\d+$/],
  ['decimal', 'decimal', /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/],
  ['decimal', 'double', /^[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+$|^[+-]?INF$|^NaN$/],
  ['boolean', 'boolean', /^(?:true|false|1|0)$/],
  ['date', 'date', /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/],
  ['date', 'dateTime', /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/],
  ['date', 'gYearMonth', /^-?\d{4,}-\d\d$/],
  ['year', 'gYear', /^-?\d{4,}$/],
  ['uri', 'anyURI', /^\S+$/],
]

/** The datatype to write a literal with: that of a string where its text fits no other. */
export function writtenDatatype({ text, datatype }: Literal): string {
  const fitting = written.find(([ours, , pattern]) => ours === datatype && pattern.test(text))
  return `${xsd}${fitting?.[1] ?? 'string'}`
}

/** A datatype by its short name, for messages and cards. */
export function shortIri(iri: string): string {
  const known = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace))
  return known === undefined ? `<${iri}>` : `${known[0]}:${iri.slice(known[1].length)}`
}
