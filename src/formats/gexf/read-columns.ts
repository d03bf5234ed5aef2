import { columnId } from '../../model/ids.ts'
import type { AttributeValue, Column } from '../../model/knowledge.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import { canonicalType, columnType, misfit } from './column-type.ts'
import type { ColumnType } from './column-type.ts'
import type { RawColumn, RawRecord } from './raw-graph.ts'
import { readSpan } from './read-spans.ts'

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
  cells(record: RawRecord): AttributeValue[] {
    return record.cells.flatMap((element) => {
      const id = element.attributes.get('for') ?? element.attributes.get('id')
      const text = element.attributes.get('value')
      if (id === undefined || text === undefined) {
        const missing = id === undefined ? 'column (for)' : 'value'
        this.#log.warn(element.offset, `an attvalue without a ${missing}; it is skipped`)
        return []
      }
      const { column, type } = this.#entries.get(id) ?? this.#undeclared(id, element.offset)
      const why = misfit(text, type)
      if (why !== undefined) {
        const what = `${quoted(text)} in the column ${quoted(column.title)}`
        this.#log.warn(element.offset, `${what} ${why}; it is kept as text`)
      }
      const span = readSpan(element.attributes)
      return [{ column: column.id, text, ...(span === undefined ? {} : { span }) }]
    })
  }

  /** A cell for something that is no cell in the file, but whose text could not be read. */
  asWritten(what: string, text: string): AttributeValue {
    const known = this.#asWritten.get(what) ?? this.#addAsWritten(what)
    return { column: known.id, text }
  }

  #declare({ element, dynamic, defaultText, options }: RawColumn): void {
    const id = element.attributes.get('id')
    const { offset } = element
    if (id === undefined) {
      this.#log.warn(offset, 'a column without an id; it is skipped')
      return
    }
    if (this.#entries.has(id)) {
      const what = `the column ${quoted(id)} is declared twice`
      this.#log.warn(offset, `${what}; the first declaration counts`)
      return
    }
    const typeName = element.attributes.get('type')
    const type = columnType(typeName ?? 'string')
    if (typeName === undefined || type === undefined) {
      const what = typeName === undefined ? 'no type' : `the unknown type ${quoted(typeName)}`
      this.#log.warn(offset, `the column ${quoted(id)} has ${what}; its values are read as text`)
    }
    const known = type ?? { datatype: 'string' }
    const why = defaultText === undefined ? undefined : misfit(defaultText, known)
    if (defaultText !== undefined && why !== undefined) {
      const what = `the default ${quoted(defaultText)} of the column ${quoted(id)}`
      this.#log.warn(offset, `${what} ${why}; it is kept as text`)
    }
    const column: Column = {
      id: columnId(id),
      title: element.attributes.get('title') ?? id,
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

  #undeclared(id: string, offset: number): Entry {
    const message = `the column ${quoted(id)} is used but not declared`
    this.#log.warn(offset, `${message}; its values are kept as text`)
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
  for (const { element, class: name } of raw) {
    if (name === 'node' || name === 'edge') continue
    const what = name === undefined ? 'no class' : `the class ${quoted(name)}`
    log.warn(element.offset, `a column of ${what}, neither node nor edge; it is skipped`)
  }
  const ofClass = (name: string): ColumnTable =>
    new ColumnTable(
      raw.filter((column) => column.class === name),
      log,
    )
  return { entity: ofClass('node'), statement: ofClass('edge') }
}
