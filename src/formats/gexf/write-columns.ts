import { breather, type Steps } from '../../model/steps.ts'
import type { AttributeValue, Column, Span } from '../../model/knowledge.ts'
import type { Datatype } from '../../model/literal.ts'
import { fits } from '../../model/literal.ts'
import { Recent } from '../../model/recent.ts'
import type { LossCount } from '../loss-count.ts'
import { illegalCount, xmlAttribute, xmlText, xmlTextElement } from '../xml/xml-text.ts'
import { canonicalType, columnType, misfit } from './column-type.ts'
import { ownPrefix } from './own-columns.ts'
import type { GexfVersion, TimeFormat } from './write-time.ts'
import { asWritten, canWrite, spanAttributes } from './write-time.ts'

/** A column as the file declares it. */
export interface WrittenColumn {
  readonly id: string
  readonly title: string
  readonly type: string
  readonly dynamic: boolean
  readonly defaultText?: string
  readonly options?: string
}

export interface WrittenCell {
  readonly column: string
  readonly text: string
  readonly span?: Span
}

/** `<attributes>` blocks for one class, static before dynamic; nothing where there is no column. */
export function columnsXml(name: 'node' | 'edge', columns: readonly WrittenColumn[]): string {
  return [false, true]
    .map((dynamic) => {
      const block = columns.filter((column) => column.dynamic === dynamic)
      if (block.length === 0) return ''
      const mode = dynamic ? 'dynamic' : 'static'
      const lines = block.map((column) => `      ${columnXml(column)}\n`).join('')
      return `    <attributes class="${name}" mode="${mode}">\n${lines}    </attributes>\n`
    })
    .join('')
}

/** `<attvalue>` elements, one a line of its own. */
export function cellsXml(cells: readonly WrittenCell[]): readonly string[] {
  return cells.map(({ column, text, span }) => {
    const time = span === undefined ? '' : spanAttributes(span)
    return `<attvalue${xmlAttribute('for', column)}${xmlAttribute('value', text)}${time}/>`
  })
}

/** The type that every one of `texts` has, for a column of our own making. */
export function typeOfAll(texts: readonly string[], datatype: Datatype): string {
  const type = canonicalType(datatype)
  return allReadableAs(texts, type) ? type : 'string'
}

/** The columns that came with a file, and how their cells are written. */
export class FileColumns {
  readonly written: readonly WrittenColumn[]
  /** Pairs of written and real ids, where they differ. */
  readonly renamed: readonly (readonly [string, string])[]
  readonly #byId: ReadonlyMap<string, WrittenColumn>
  readonly #time: TimeFormat

  /** The columns with the types that all cells of the records have, in steps. */
  static *of(
    columns: readonly Column[],
    records: Iterable<{ readonly attributes: readonly AttributeValue[] }>,
    time: TimeFormat,
    losses: LossCount,
  ): Steps<FileColumns> {
    const cells = yield* cellsByColumn(records)
    const ids = writtenIds(columns)
    const titles = writtenTitles(columns)
    const pairs: (readonly [string, WrittenColumn])[] = []
    for (const [index, column] of columns.entries()) {
      yield
      const title = titles[index] ?? column.title
      const written = writtenColumn(column, ids, title, cells.get(column.id) ?? [], time)
      pairs.push([column.id, written])
    }
    for (const { title, defaultText = '', options = '' } of columns) {
      losses.add(replaced, illegalCount(title + defaultText + options))
    }
    return new FileColumns(pairs, time)
  }

  /** Columns as they are written, by their real ids. */
  private constructor(pairs: readonly (readonly [string, WrittenColumn])[], time: TimeFormat) {
    this.#time = time
    this.#byId = new Map(pairs)
    this.written = pairs.map(([, column]) => column)
    this.renamed = pairs.flatMap(([real, { id }]) => (id === real ? [] : [[id, real] as const]))
  }

  /** The cells of one record, in its own order; a span that cannot be written is left out. */
  cells(attributes: readonly AttributeValue[], losses: LossCount): readonly WrittenCell[] {
    const cells: WrittenCell[] = []
    for (const cell of attributes) {
      const { column, text: raw, span } = cell
      const written = this.#byId.get(column)
      if (written === undefined) continue
      const text = xmlText(raw)
      if (text === raw && written.id === column && span === undefined) {
        // As it is: millions of copies, and comparing them with what they were made of, take long.
        cells.push(cell)
        continue
      }
      if (text !== raw) losses.add(replaced, illegalCount(raw))
      const shown = span !== undefined && canWrite(span, this.#time) ? span : undefined
      if (span !== undefined && shown === undefined) losses.add(lostTimes)
      const seen = shown === undefined ? undefined : asWritten(shown, this.#time)
      if (seen === undefined || isEmpty(seen)) cells.push({ column: written.id, text })
      else cells.push({ column: written.id, text, span: seen })
    }
    return cells
  }
}

export const replaced = 'characters that XML cannot hold, written as U+FFFD'
export const lostTimes = 'times that GEXF cannot write, kept only in our own columns'

function isEmpty(span: Span): boolean {
  return span.start === undefined && span.end === undefined
}

function columnXml({ id, title, type, defaultText, options }: WrittenColumn): string {
  const start = `<attribute${xmlAttribute('id', id)}${xmlAttribute('title', title)}${xmlAttribute('type', type)}`
  const inner = [
    ...(defaultText === undefined ? [] : [xmlTextElement('default', defaultText)]),
    ...(options === undefined ? [] : [xmlTextElement('options', options)]),
  ]
  return inner.length === 0 ? `${start}/>` : `${start}>${inner.join('')}</attribute>`
}

function* cellsByColumn(
  records: Iterable<{ readonly attributes: readonly AttributeValue[] }>,
): Steps<ReadonlyMap<string, readonly AttributeValue[]>> {
  const cells = new Map<string, AttributeValue[]>()
  const pauses = breather()
  for (const { attributes } of records) {
    if (pauses()) yield
    for (const cell of attributes) {
      const list = cells.get(cell.column)
      if (list === undefined) cells.set(cell.column, [cell])
      else list.push(cell)
    }
  }
  return cells
}

/** Ids that XML can hold, that differ, and that no column of our own has. */
function writtenIds(columns: readonly Column[]): ReadonlyMap<string, string> {
  const fine = (id: string): boolean => illegalCount(id) === 0 && !id.startsWith(ownPrefix)
  const taken = new Set(columns.map(({ id }): string => id))
  const ids = new Map<string, string>()
  let number = 0
  for (const { id } of columns) {
    let written: string = id
    while (!fine(written) || (written !== id && taken.has(written))) {
      number += 1
      written = `column-${number}`
    }
    ids.set(id, written)
  }
  return ids
}

/** Titles that differ, because other programs tell columns apart by them. */
function writtenTitles(columns: readonly Column[]): readonly string[] {
  const taken = new Set<string>()
  return columns.map(({ title }) => {
    const plain = xmlText(title.startsWith(ownPrefix) ? `(${title})` : title)
    let free = plain
    for (let number = 2; taken.has(free); number += 1) free = `${plain} (${number})`
    taken.add(free)
    return free
  })
}

function writtenColumn(
  column: Column,
  ids: ReadonlyMap<string, string>,
  title: string,
  cells: readonly AttributeValue[],
  time: TimeFormat,
): WrittenColumn {
  const { id, dynamic, defaultText, options } = column
  const texts = cells.map(({ text }) => text)
  if (defaultText !== undefined) texts.push(defaultText)
  return {
    id: ids.get(id) ?? id,
    title,
    type: writtenType(column, texts, time.version),
    dynamic: dynamic && canBeDynamic(cells, time),
    ...(defaultText === undefined ? {} : { defaultText }),
    ...(options === undefined ? {} : { options }),
  }
}

/** NetworkX reads no open bound in a dynamic column whose times are numbers. */
function canBeDynamic(cells: readonly AttributeValue[], time: TimeFormat): boolean {
  if (time.version === '1.3' || time.name !== 'double') return true
  return cells.every(({ span }) => span !== undefined && canWrite(span, time))
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

function writtenType(column: Column, texts: readonly string[], version: GexfVersion): string {
  const name = (column.fileType ?? canonicalType(column.datatype)).toLowerCase()
  const type = legal[version].get(aliases.get(name) ?? name)
  if (type === undefined)
    return version === '1.2draft' && name.startsWith('list') ? 'liststring' : 'string'
  if (allReadableAs(texts, type)) return type
  return type === 'integer' && allReadableAs(texts, 'long') ? 'long' : 'string'
}

function allReadableAs(texts: readonly string[], type: string): boolean {
  const judged = new Recent((text) => readableAs(text, type))
  return texts.every((text) => judged.of(text))
}

/** True where other programs read `text` under `type` without a complaint. */
function readableAs(text: string, type: string): boolean {
  const known = columnType(type)
  if (known === undefined) return false
  if (type === 'boolean') return /^(?:true|false|0|1)$/.test(text)
  if (type === 'anyURI') return fits(text, 'uri')
  return misfit(text, type === 'integer' ? { ...known, bits: 32 } : known) === undefined
}
