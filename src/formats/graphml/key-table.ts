import { columnId } from '../../model/ids.ts'
import type { ColumnId } from '../../model/ids.ts'
import type { AttributeValue, Column } from '../../model/knowledge.ts'
import { misfit } from '../gexf/column-type.ts'
import { quoted } from '../quoted.ts'
import type { IssueLog } from '../issue-log.ts'
import { isLabel, nativeKeys } from './native-keys.ts'
import type { Domain, Native } from './native-keys.ts'
import type { Markup, RawCell, RawRecord } from './raw-graph.ts'
import { textKey } from './read-keys.ts'
import type { Key } from './read-keys.ts'

/** A text of the file, and where it stands. */
export interface Found {
  readonly text: string
  readonly offset: number
}

/** What a record says under its keys. */
export interface RecordCells {
  readonly natives: ReadonlyMap<Native, Found>
  readonly markup: readonly Markup[]
  readonly attributes: AttributeValue[]
}

// What GraphML itself puts on its elements.
const known: ReadonlySet<string> = new Set(
  'id source target directed sourceport targetport port edgedefault'.split(' '),
)

/**
 * The keys of one domain; grows by what records use without declaring it. `titles` tells the real
 * column of each key by its name, in a file of ours: there, no other name stands for a column.
 */
export class KeyTable {
  readonly #domain: Domain
  readonly #keys: Map<string, Key>
  readonly #elsewhere: ReadonlyMap<string, Key>
  readonly #natives: Map<string, Native>
  readonly #columns = new Map<string, Column>()
  /** In small letters. */
  readonly #names = new Map<ColumnId, string>()
  readonly #asWritten = new Map<string, ColumnId>()
  readonly #titles: ReadonlyMap<string, string> | undefined
  readonly #taken: Set<string>
  readonly #log: IssueLog

  constructor(
    domain: Domain,
    keys: readonly Key[],
    titles: ReadonlyMap<string, string> | undefined,
    log: IssueLog,
  ) {
    this.#domain = domain
    this.#titles = titles
    this.#taken = new Set(titles?.values())
    this.#log = log
    const targets = ['all', domain, ...(domain === 'graph' ? ['graphml'] : [])]
    const own = keys.filter(({ target }) => targets.includes(target))
    this.#keys = new Map(own.map((key) => [key.id, key]))
    this.#elsewhere = new Map(keys.map((key) => [key.id, key]))
    const plain = own.filter(({ drawing }) => !drawing)
    this.#natives = new Map(
      nativeKeys(
        domain,
        plain.filter(({ title }) => titles?.has(title) !== true),
      ),
    )
    for (const key of plain) if (!this.#natives.has(key.id)) this.#addColumn(key)
  }

  /** In the order of the file. */
  columns(): readonly Column[] {
    return [...this.#columns.values()]
  }

  /** The text of the first cell whose column has that name, which is in small letters. */
  textUnder(name: string, attributes: readonly AttributeValue[]): string | undefined {
    return attributes.find(({ column }) => this.#names.get(column) === name)?.text
  }

  /** What a record says. What does not fit its key stays as text and is reported. */
  read(record: RawRecord): RecordCells {
    const natives = new Map<Native, Found>()
    const markup: Markup[] = []
    const attributes: AttributeValue[] = []
    const seen = new Set<string>()
    const keep = (key: Key, text: string, offset: number): void => {
      const native = this.#natives.get(key.id)
      if (native === undefined) attributes.push(this.#cell(key, text, offset))
      else natives.set(native, { text, offset })
    }
    for (const cell of record.cells) {
      const key = this.#keyOf(cell)
      if (key === undefined) continue
      if (cell.markup !== undefined) markup.push(...cell.markup)
      if (this.#isMarkup(key, cell)) continue
      if (seen.has(key.id)) this.#warnOfSecond(key, cell)
      seen.add(key.id)
      keep(key, cell.text, cell.offset)
    }
    const { offset } = record.element
    for (const [name, text] of this.#domain === 'graph' ? [] : strangeAttributes(record)) {
      const key = this.#keys.get(name) ?? this.#undeclared(name, offset)
      if (!seen.has(key.id)) keep(key, text, offset)
    }
    for (const [id, native] of this.#natives) {
      const text = this.#keys.get(id)?.defaultText
      if (text !== undefined && !natives.has(native)) natives.set(native, { text, offset })
    }
    return { natives, markup, attributes }
  }

  /** A cell for something that is no cell in the file, but whose text could not be read. */
  asWritten(what: string, text: string): AttributeValue {
    const title = `${what} (as written)`
    const column = this.#asWritten.get(what) ?? this.#addColumn(textKey(title, title, this.#domain))
    this.#asWritten.set(what, column)
    return { column, text }
  }

  #keyOf({ key: id, offset }: RawCell): Key | undefined {
    if (id !== undefined) return this.#keys.get(id) ?? this.#undeclared(id, offset)
    this.#log.warnOfMany(
      'values without a key are skipped',
      offset,
      () => 'a <data> without a key; it is skipped',
    )
    return undefined
  }

  #undeclared(id: string, offset: number): Key {
    const other = this.#elsewhere.get(id)
    const what =
      other === undefined
        ? `the key ${quoted(id)} is used but not declared`
        : `the key ${quoted(id)} is declared for ${quoted(other.target)}, not for "${this.#domain}"`
    this.#log.warnOfMany(
      'keys are used but not declared',
      offset,
      () => `${what}; its values are kept as text`,
    )
    const key = textKey(id, other?.title ?? id, this.#domain)
    this.#keys.set(id, key)
    const labelled = this.#titles !== undefined || [...this.#natives.values()].includes('label')
    if (isLabel(this.#domain, key.title) && !labelled) this.#natives.set(id, 'label')
    else this.#addColumn(key)
    return key
  }

  /** True where the cell holds elements, and no text of its own. */
  #isMarkup(key: Key, { markup, text, offset }: RawCell): boolean {
    if (key.drawing) return true
    if (markup === undefined) return false
    if (markup.length === 0) {
      this.#log.warnOfMany('values hold XML, which is not read', offset, () => {
        const what = `the value under the key ${quoted(key.title)} holds XML, which is not read`
        return `${what}; its text is kept`
      })
    }
    return text.trim() === ''
  }

  #warnOfSecond({ title }: Key, { text, offset }: RawCell): void {
    this.#log.warnOfMany('values are second ones under their key', offset, () => {
      const what = `a second value ${quoted(text)} under the key ${quoted(title)}`
      return `${what}; the last one counts`
    })
  }

  #cell(key: Key, text: string, offset: number): AttributeValue {
    const column = this.#columns.get(key.id)
    if (column === undefined) throw new Error(`a key without a column: ${key.id}`)
    // XML Schema has white space around anything but text without a meaning.
    const value = key.type.datatype === 'string' ? text : text.trim()
    const why = misfit(value, key.type)
    if (why === undefined) return { column: column.id, text: value }
    this.#log.warnOfMany('values that do not fit are kept as text', offset, () => {
      const what = `${quoted(text)} under the key ${quoted(key.title)}`
      return `${what} ${why}; it is kept as text`
    })
    return { column: column.id, text }
  }

  #addColumn({ id, title, type, fileType, defaultText }: Key): ColumnId {
    const column: Column = {
      id: columnId(this.#columnId(id, title)),
      title,
      datatype: type.datatype,
      ...(fileType === undefined ? {} : { fileType }),
      dynamic: false,
      ...(defaultText === undefined ? {} : { defaultText }),
    }
    // What is kept as written has no key of the file, and must not take the place of one.
    const place = this.#keys.has(id) && !this.#columns.has(id) ? id : `\0${id}`
    this.#columns.set(place, column)
    this.#names.set(column.id, title.toLowerCase())
    return column.id
  }

  #columnId(id: string, title: string): string {
    const real = this.#titles?.get(title)
    if (real !== undefined && !this.#names.has(columnId(real))) return real
    let free = id
    while (this.#taken.has(free)) free += "'"
    this.#taken.add(free)
    return free
  }
}

/** Attributes that some programs put on nodes and edges in place of keys. */
function strangeAttributes({ element }: RawRecord): readonly (readonly [string, string])[] {
  if (element.attributes.size <= 1) return []
  return [...element.attributes].filter(
    ([name]) => !known.has(name) && !/^xmlns$|:|^parse\.|^yfiles\./.test(name),
  )
}
