import type { AttributeValue, Column } from '../../model/knowledge.ts'
import { fits } from '../../model/literal.ts'
import { Recent } from '../../model/recent.ts'
import { canonicalType, columnType, holdsAnyText, misfit } from './column-type.ts'
import type { GexfVersion, TimeFormat } from './write-time.ts'
import { canWrite } from './write-time.ts'

/** Learns from its values under which type a column is written, so that other programs read all. */
export class TypeJudge {
  /** From the best on; each takes all that the one before takes, and the last takes anything. */
  readonly #types: readonly string[]
  #at = -1
  /** Undefined where the type at hand takes anything. */
  #takes: Recent<boolean> | undefined

  constructor(types: readonly string[]) {
    this.#types = types
    this.#next()
  }

  /** Takes in a value. */
  add(text: string): void {
    while (this.#takes?.of(text) === false) this.#next()
  }

  /** The best type under which all values are read that were taken in. */
  get type(): string {
    return this.#types[this.#at] ?? 'string'
  }

  #next(): void {
    this.#at += 1
    const takes = readableAs(this.type)
    this.#takes = takes === undefined ? undefined : new Recent(takes)
  }
}

/** Learns from its cells how a column of a file is written. */
export class ColumnJudge {
  readonly #types: TypeJudge
  readonly #time: TimeFormat
  #isDynamic: boolean

  /** A judge of a column that may have a default. */
  constructor(column: Column, time: TimeFormat) {
    this.#types = new TypeJudge(typesOf(column, time.version))
    this.#time = time
    this.#isDynamic = column.dynamic
    if (column.defaultText !== undefined) this.#types.add(column.defaultText)
  }

  add({ text, span }: AttributeValue): void {
    this.#types.add(text)
    // NetworkX reads no open bound in a dynamic column whose times are numbers.
    if (this.#isDynamic && this.#time.version !== '1.3' && this.#time.name === 'double')
      this.#isDynamic = span !== undefined && canWrite(span, this.#time)
  }

  get type(): string {
    return this.#types.type
  }

  /** True where the column keeps its intervals. */
  get isDynamic(): boolean {
    return this.#isDynamic
  }
}

const oldTypes = 'integer long double float boolean liststring string anyURI'
const newTypes =
  'bigdecimal biginteger byte char short listboolean listinteger listlong listfloat listdouble ' +
  'listbyte listshort listbigdecimal listbiginteger listchar'

/** The types of the two versions by their small letters; what has another is written as text. */
const legal: Readonly<Record<GexfVersion, ReadonlyMap<string, string>>> = {
  '1.3': bySmallLetters(`${oldTypes} ${newTypes}`),
  '1.2draft': bySmallLetters(oldTypes),
}
const aliases = new Map([
  ['int', 'integer'],
  ['listint', 'listinteger'],
  ['bool', 'boolean'],
  ['listbool', 'listboolean'],
  ['character', 'char'],
  ['listcharacter', 'listchar'],
  ['uri', 'anyuri'],
  ['decimal', 'bigdecimal'],
])

function bySmallLetters(types: string): ReadonlyMap<string, string> {
  return new Map(types.split(' ').map((type) => [type.toLowerCase(), type]))
}

/** The types that a column may have in a file, from its own on. */
function typesOf(column: Column, version: GexfVersion): readonly string[] {
  const name = (column.fileType ?? canonicalType(column.datatype)).toLowerCase()
  const type = legal[version].get(aliases.get(name) ?? name)
  if (type === undefined)
    return [version === '1.2draft' && name.startsWith('list') ? 'liststring' : 'string']
  return type === 'integer' ? ['integer', 'long', 'string'] : [type, 'string']
}

/**
 * What says of a text whether other programs read it under `type` without a complaint; undefined
 * where they read any.
 */
function readableAs(type: string): ((text: string) => boolean) | undefined {
  const known = columnType(type)
  if (known === undefined) return () => false
  if (holdsAnyText(known)) return undefined
  if (type === 'boolean') return (text) => /^(?:true|false|0|1)$/.test(text)
  if (type === 'anyURI') return (text) => fits(text, 'uri')
  const ranged = type === 'integer' ? { ...known, bits: 32 } : known
  return (text) => misfit(text, ranged) === undefined
}
