import type { AttributeValue, Column, Span } from '../../model/knowledge.ts'
import type { Datatype } from '../../model/literal.ts'
import { breather, type Steps } from '../../model/steps.ts'
import type { LossCount } from '../loss-count.ts'
import { illegalCount, xmlAttribute, xmlText, xmlTextElement } from '../xml/xml-text.ts'
import { canonicalType } from './column-type.ts'
import { ownPrefix } from './own-columns.ts'
import type { TimeFormat } from './write-time.ts'
import { asWritten, canWrite, spanAttributes } from './write-time.ts'
import { ColumnJudge, TypeJudge } from './written-type.ts'

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

/** The lines of `<attvalues>`; none where there is no cell. */
export function cellsXml(...lists: readonly (readonly WrittenCell[])[]): string {
  let lines = ''
  for (const cells of lists) for (const cell of cells) lines += cellXml(cell)
  return lines === '' ? '' : `        <attvalues>\n${lines}        </attvalues>\n`
}

function cellXml({ column, text, span }: WrittenCell): string {
  const time = span === undefined ? '' : spanAttributes(span)
  return `          <attvalue${xmlAttribute('for', column)}${xmlAttribute('value', text)}${time}/>\n`
}

/** The type that every one of `texts` has, for a column of our own making. */
export function typeOfAll(texts: readonly string[], datatype: Datatype): string {
  const judge = new TypeJudge([canonicalType(datatype), 'string'])
  for (const text of texts) judge.add(text)
  return judge.type
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
    const judges = yield* judged(columns, records, time)
    const ids = writtenIds(columns)
    const titles = writtenTitles(columns)
    const pairs = columns.map((column, index): readonly [string, WrittenColumn] => {
      const { id, title, defaultText, options } = column
      const judge = judges.get(id)
      const written = {
        id: ids.get(id) ?? id,
        title: titles[index] ?? title,
        type: judge?.type ?? 'string',
        dynamic: judge?.isDynamic ?? false,
        ...(defaultText === undefined ? {} : { defaultText }),
        ...(options === undefined ? {} : { options }),
      }
      return [id, written]
    })
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
    // As they are: millions of copies, and comparing them with what they were made of, take long.
    if (attributes.every((cell) => this.#isAsWritten(cell))) return attributes
    const cells: WrittenCell[] = []
    for (const { column, text: raw, span } of attributes) {
      const written = this.#byId.get(column)
      if (written === undefined) continue
      const text = xmlText(raw)
      if (text !== raw) losses.add(replaced, illegalCount(raw))
      const shown = span !== undefined && canWrite(span, this.#time) ? span : undefined
      if (span !== undefined && shown === undefined) losses.add(lostTimes)
      const seen = shown === undefined ? undefined : asWritten(shown, this.#time)
      if (seen === undefined || isEmpty(seen)) cells.push({ column: written.id, text })
      else cells.push({ column: written.id, text, span: seen })
    }
    return cells
  }

  #isAsWritten({ column, text, span }: AttributeValue): boolean {
    return span === undefined && this.#byId.get(column)?.id === column && xmlText(text) === text
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

function* judged(
  columns: readonly Column[],
  records: Iterable<{ readonly attributes: readonly AttributeValue[] }>,
  time: TimeFormat,
): Steps<ReadonlyMap<string, ColumnJudge>> {
  const judges = new Map<string, ColumnJudge>()
  for (const column of columns) judges.set(column.id, new ColumnJudge(column, time))
  const pauses = breather()
  for (const { attributes } of records) {
    if (pauses()) yield
    for (const cell of attributes) judges.get(cell.column)?.add(cell)
  }
  return judges
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
