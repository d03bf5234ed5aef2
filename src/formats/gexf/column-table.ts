import { columnId } from '../../model/ids.ts'
import type { AttributeValue, Column } from '../../model/knowledge.ts'
import { Recent } from '../../model/recent.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import type { XmlTag } from '../xml/xml-tag.ts'
import { canonicalType, columnType, misfit } from './column-type.ts'
import type { ColumnType } from './column-type.ts'
import { readSpan, timeNames } from './read-spans.ts'

/** A column as the file declares it. */
export interface RawColumn {
  readonly offset: number
  readonly dynamic: boolean
  readonly id: string | undefined
  readonly title: string | undefined
  readonly type: string | undefined
  defaultText: string | undefined
  options: string | undefined
}

interface Entry {
  readonly column: Column
  readonly cells: Recent<JudgedCell>
}

interface JudgedCell {
  /** The same one in all records that have an equal one. */
  readonly cell: AttributeValue
  /** Why its text is no value of the column's type, where it is none. */
  readonly why: string | undefined
}

/** A cell whose column had not been declared when it was met. */
interface EarlyCell {
  readonly id: string
  readonly text: string
  readonly offset: number
}

/** The columns of one class, nodes or edges; grows by what records use without declaring it. */
export class ColumnTable {
  readonly #entries = new Map<string, Entry>()
  readonly #asWritten = new Map<string, Column>()
  #early: EarlyCell[] = []
  readonly #log: IssueLog

  constructor(log: IssueLog) {
    this.#log = log
  }

  /** In the order of the file. */
  columns(): readonly Column[] {
    return [...this.#entries.values()].map((entry) => entry.column)
  }

  /** Takes in a declaration. Of several with one id the first counts. */
  declare(raw: RawColumn): void {
    const { offset, id, type: typeName, title, dynamic, defaultText, options } = raw
    if (id === undefined) {
      const message = 'a column without an id; it is skipped'
      this.#log.warnOfMany('columns without an id are skipped', offset, message)
      return
    }
    if (this.#entries.has(id)) {
      this.#log.warnOfMany('columns are declared twice', offset, () => {
        const what = `the column ${quoted(id)} is declared twice`
        return `${what}; the first declaration counts`
      })
      return
    }
    const type = this.#typeOf(raw, id)
    this.#checkDefault(raw, id, type)
    const column: Column = {
      id: columnId(id),
      title: title ?? id,
      datatype: type.datatype,
      ...(typeName === undefined || typeName === canonicalType(type.datatype)
        ? {}
        : { fileType: typeName }),
      dynamic,
      ...(defaultText === undefined ? {} : { defaultText }),
      ...(options === undefined ? {} : { options }),
    }
    this.#entries.set(id, entryOf(column, type))
  }

  /**
   * The cell that an `<attvalue>` is; undefined where it is none. What does not fit stays as text and
   * is reported.
   */
  cell(tag: XmlTag): AttributeValue | undefined {
    const id = tag.get('for') ?? tag.get('id')
    const text = tag.get('value')
    const { offset } = tag
    if (id === undefined || text === undefined) {
      const missing = id === undefined ? 'column (for)' : 'value'
      const message = `an attvalue without a ${missing}; it is skipped`
      this.#log.warnOfMany(`attvalues without a ${missing} are skipped`, offset, message)
      return undefined
    }
    const entry = this.#entries.get(id)
    if (entry === undefined) this.#early.push({ id, text, offset })
    const cell =
      entry === undefined ? { column: columnId(id), text } : this.#checked(text, entry, offset)
    const span = tag.hasAny(timeNames) ? readSpan(tag) : undefined
    return span === undefined ? cell : { ...cell, span }
  }

  /** Judges what came before its column; to be called when all has been declared. */
  finish(): void {
    for (const { id, text, offset } of this.#early) {
      this.#checked(text, this.#entries.get(id) ?? this.#undeclared(id, offset), offset)
    }
    this.#early = []
  }

  /** A cell for something that is no cell in the file, but whose text could not be read. */
  asWritten(what: string, text: string): AttributeValue {
    const known = this.#asWritten.get(what) ?? this.#addAsWritten(what)
    return { column: known.id, text }
  }

  #typeOf({ type: name, offset }: RawColumn, id: string): ColumnType {
    const type = columnType(name ?? 'string')
    if (name === undefined || type === undefined) {
      this.#log.warnOfMany('columns have no known type', offset, () => {
        const what = name === undefined ? 'no type' : `the unknown type ${quoted(name)}`
        return `the column ${quoted(id)} has ${what}; its values are read as text`
      })
    }
    return type ?? { datatype: 'string' }
  }

  #checkDefault({ defaultText, offset }: RawColumn, id: string, type: ColumnType): void {
    const why = defaultText === undefined ? undefined : misfit(defaultText, type)
    if (defaultText === undefined || why === undefined) return
    this.#log.warnOfMany('defaults do not fit their columns and are kept as text', offset, () => {
      const what = `the default ${quoted(defaultText)} of the column ${quoted(id)}`
      return `${what} ${why}; it is kept as text`
    })
  }

  #checked(text: string, { column, cells }: Entry, offset: number): AttributeValue {
    const { cell, why } = cells.of(text)
    if (why === undefined) return cell
    this.#log.warnOfMany('values do not fit their columns and are kept as text', offset, () => {
      const what = `${quoted(text)} in the column ${quoted(column.title)}`
      return `${what} ${why}; it is kept as text`
    })
    return cell
  }

  #undeclared(id: string, offset: number): Entry {
    this.#log.warnOfMany('columns are used but not declared', offset, () => {
      const message = `the column ${quoted(id)} is used but not declared`
      return `${message}; its values are kept as text`
    })
    return this.#add(id, id)
  }

  #addAsWritten(what: string): Column {
    let id = `${what} (as written)`
    while (this.#entries.has(id)) id += "'"
    const { column } = this.#add(id, id)
    this.#asWritten.set(what, column)
    return column
  }

  #add(id: string, title: string): Entry {
    const column: Column = { id: columnId(id), title, datatype: 'string', dynamic: false }
    const entry = entryOf(column, { datatype: 'string' })
    this.#entries.set(id, entry)
    return entry
  }
}

function entryOf(column: Column, type: ColumnType): Entry {
  const { id } = column
  const judged = (text: string): JudgedCell => ({
    cell: { column: id, text },
    why: misfit(text, type),
  })
  return { column, cells: new Recent(judged) }
}
