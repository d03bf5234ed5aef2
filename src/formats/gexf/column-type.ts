import { inCalendar } from '../../model/calendar-date.ts'
import { type Datatype, fits } from '../../model/literal.ts'

/** What a column's type in a GEXF file means to us. */
export interface ColumnType {
  readonly datatype: Datatype
  /** What the items of a list are; undefined where the type is no list. */
  readonly items?: Datatype
  /** Bits of a whole number that has a range. */
  readonly bits?: number
}

const types: ReadonlyMap<string, ColumnType> = new Map<string, ColumnType>([
  ['string', { datatype: 'string' }],
  ['char', { datatype: 'string' }],
  ['character', { datatype: 'string' }],
  ['integer', { datatype: 'integer' }],
  ['int', { datatype: 'integer' }],
  ['long', { datatype: 'integer', bits: 64 }],
  ['short', { datatype: 'integer', bits: 16 }],
  ['byte', { datatype: 'integer', bits: 8 }],
  ['biginteger', { datatype: 'integer' }],
  ['double', { datatype: 'decimal' }],
  ['float', { datatype: 'decimal' }],
  ['bigdecimal', { datatype: 'decimal' }],
  ['decimal', { datatype: 'decimal' }],
  ['boolean', { datatype: 'boolean' }],
  ['bool', { datatype: 'boolean' }],
  ['anyuri', { datatype: 'uri' }],
  ['uri', { datatype: 'uri' }],
  ['date', { datatype: 'date' }],
  ['datetime', { datatype: 'date' }],
])

/** The meaning of a type's name, lists and common aliases included; undefined where unknown. */
export function columnType(name: string): ColumnType | undefined {
  const lower = name.toLowerCase()
  const type = types.get(lower)
  if (type !== undefined || !lower.startsWith('list')) return type
  const item = types.get(lower.slice('list'.length))
  return item === undefined ? undefined : { ...item, datatype: 'string', items: item.datatype }
}

/** The name that our writer gives to a datatype: what need not be kept as the file's own type. */
export function canonicalType(datatype: Datatype): string {
  switch (datatype) {
    case 'integer':
    case 'year':
      return 'integer'
    case 'decimal':
      return 'double'
    case 'boolean':
      return 'boolean'
    case 'uri':
      return 'anyURI'
    case 'string':
    case 'date':
      return 'string'
  }
}

/** True where any text is a value of the type. */
export function holdsAnyText({ datatype, items }: ColumnType): boolean {
  return datatype === 'string' && (items ?? 'string') === 'string'
}

/** Why `text` is no value of the type, or undefined where it is one. */
export function misfit(text: string, type: ColumnType): string | undefined {
  if (holdsAnyText(type)) return undefined
  if (type.items === undefined) return itemMisfit(text, type.datatype, type.bits)
  for (const item of listItems(text)) {
    const why = itemMisfit(item, type.items, type.bits)
    if (why !== undefined) return why
  }
  return undefined
}

/** The items of a list as GEXF files write them: `[a, b]`, `a|b`, `a;b`, items quoted or not. */
export function listItems(text: string): readonly string[] {
  const inner = text.trim().replace(/^\[([\s\S]*)\]$/, '$1')
  if (inner.trim() === '') return []
  const items = inner.matchAll(/(?:^|[,|;])\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^,|;]*)/g)
  return [...items].map(([, item = '']) => item.trim().replace(/^(["'])([\s\S]*)\1$/, '$2'))
}

function itemMisfit(
  text: string,
  datatype: Datatype,
  bits: number | undefined,
): string | undefined {
  if (!fits(text, datatype)) return `is no ${datatype}`
  if (datatype === 'decimal' && isBeyondDouble(text)) return 'is beyond what a double holds'
  if (datatype === 'integer' && bits !== undefined) {
    const number = BigInt(text.replace(/^\+/, ''))
    if (BigInt.asIntN(bits, number) !== number) return `is out of range for ${bits} bits`
  }
  return datatype === 'date' && !inCalendar(text) ? 'is no date of the calendar' : undefined
}

/** True where a decimal is no infinity by its word, but has to be read as one. */
function isBeyondDouble(text: string): boolean {
  // To read a number takes longer than all else, and nothing short without an exponent is so large.
  if (text.length < 300 && !/e/i.test(text)) return false
  return /\d/.test(text) && !Number.isFinite(Number(text))
}
