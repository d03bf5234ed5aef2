import { columnId } from '../../model/ids.ts'
import type { AttributeValue, Column } from '../../model/knowledge.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import { canonicalType, columnType, misfit } from './column-type.ts'
import type { ColumnType } from './column-type.ts'
import type { RawCell, RawColumn, RawRecord } from './raw-graph.ts'

const noAttributes: readonly AttributeValue[] = []

interface Entry {
  readonly column: Column
  readonly type: ColumnType
}

/** The columns of one class, nodes or edges; grows by what records use without declaring it. */
export class ColumnTable {
  readonly #entries = new Map<string, Entry>()
  readonly #asWritten = new Map<string, Column>()
  readonly #log: IssueLog

  constructor(raw: readonly RawColumn[], log: IssueLog) {
    this.#log = log
    for (const column of raw) this.#declare(column)
  }

  /** In the order of the file. */
  columns(): readonly Column[] {
    return [...this.#entries.values()].map((entry) => entry.column)
  }

  /** A record's cells. What does not fit its column stays as text and is reported. */
  cells({ cells, unreadable }: RawRecord): readonly AttributeValue[] {
    if (cells === undefined && unreadable === undefined) return noAttributes
    const attributes: AttributeValue[] = []
    for (const cell of cells ?? []) this.#addCell(cell, attributes)
    for (const { what, text } of unreadable ?? []) attributes.push(this.asWritten(what, text))
    return attributes
  }

  #addCell(cell: RawCell, attributes: AttributeValue[]): void {
    const { column: id, text, span, offset } = cell
    if (id === undefined || text === undefined) {
      const missing = id === undefined ? 'column (for)' : 'value'
      const message = `an attvalue without a ${missing}; it is skipped`
      this.#log.warnOfMany(`attvalues without a ${missing} are skipped`, offset, () => message)
      return
    }
    const { column, type } = this.#entries.get(id) ?? this.#undeclared(id, offset)
    const why = misfit(text, type)
    if (why !== undefined) {
      this.#log.warnOfMany('values do not fit their columns and are kept as text', offset, () => {
        const what = `${quoted(text)} in the column ${quoted(column.title)}`
        return `${what} ${why}; it is kept as text`
      })
    }
    attributes.push(
      span === undefined ? { column: column.id, text } : { column: column.id, text, span },
    )
  }

  /** A cell for something that is no cell in the file, but whose text could not be read. */
  asWritten(what: string, text: string): AttributeValue {
    const known = this.#asWritten.get(what) ?? this.#addAsWritten(what)
    return { column: known.id, text }
  }

  #declare(raw: RawColumn): void {
    const { offset, id, type: typeName, title, dynamic, defaultText, options } = raw
    if (id === undefined) {
      const message = 'a column without an id; it is skipped'
      this.#log.warnOfMany('columns without an id are skipped', offset, () => message)
      return
    }
    if (this.#entries.has(id)) {
      this.#log.warnOfMany('columns are declared twice', offset, () => {
        const what = `the column ${quoted(id)} is declared twice`
        return `${what}; the first declaration counts`
      })
      return
    }
    const type = columnType(typeName ?? 'string')
    if (typeName === undefined || type === undefined) {
      this.#log.warnOfMany('columns have no known type', offset, () => {
        const what = typeName === undefined ? 'no type' : `the unknown type ${quoted(typeName)}`
        return `the column ${quoted(id)} has ${what}; its values are read as text`
      })
    }
    const known = type ?? { datatype: 'string' }
    this.#checkDefault(raw, id, known)
    const column: Column = {
      id: columnId(id),
      title: title ?? id,
      datatype: known.datatype,
      ...(typeName === undefined || typeName === canonicalType(known.datatype)
        ? {}
        : { fileType: typeName }),
      dynamic,
      ...(defaultText === undefined ? {} : { defaultText }),
      ...(options === undefined ? {} : { options }),
    }
    this.#entries.set(id, { column, type: known })
  }

  #checkDefault({ defaultText, offset }: RawColumn, id: string, type: ColumnType): void {
    const why = defaultText === undefined ? undefined : misfit(defaultText, type)
    if (defaultText === undefined || why === undefined) return
    this.#log.warnOfMany('defaults do not fit their columns and are kept as text', offset, () => {
      const what = `the default ${quoted(defaultText)} of the column ${quoted(id)}`
      return `${what} ${why}; it is kept as text`
    })
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
    const entry: Entry = { column, type: { datatype: 'string' } }
    this.#entries.set(id, entry)
    return entry
  }
}

/** The columns of the file by what they describe; those of no known class are reported. */
export function readColumns(
  raw: readonly RawColumn[],
  log: IssueLog,
): { readonly entity: ColumnTable; readonly statement: ColumnTable } {
  for (const { offset, class: name } of raw) {
    if (name === 'node' || name === 'edge') continue
    const what = name === undefined ? 'no class' : `the class ${quoted(name)}`
    const message = `a column of ${what}, neither node nor edge; it is skipped`
    log.warnOfMany('columns of another class are skipped', offset, () => message)
  }
  const ofClass = (name: string): ColumnTable =>
    new ColumnTable(
      raw.filter((column) => column.class === name),
      log,
    )
  return { entity: ofClass('node'), statement: ofClass('edge') }
}
