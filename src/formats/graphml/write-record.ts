import { counted } from '../gexf/pen.ts'
import type { Pen } from '../gexf/pen.ts'
import { xmlAttribute, xmlText, xmlTextElement } from '../xml/xml-text.ts'
import type { Domain } from './native-keys.ts'
import type { KeyColumn } from './write-columns.ts'

/** A key with the id that it has in the file. */
interface WrittenKey<Item> extends KeyColumn<Item> {
  readonly key: string
}

/** The keys of all nodes or of all edges. */
export interface RecordKeys<Item> {
  readonly columns: readonly WrittenKey<Item>[]
  /** What yEd's drawing stands under. */
  readonly drawing: string
  /** What Orrery's own JSON stands under. */
  readonly json: string
}

/** The key as the file declares it. */
export function keyXml<Item>(
  domain: Domain,
  { key, title, type, defaultText }: WrittenKey<Item>,
): string {
  const start = `  <key id="${key}" for="${domain}"${xmlAttribute('attr.name', title)} attr.type="${type}"`
  // NetworkX takes an empty default for the word None.
  if (defaultText === undefined || defaultText === '') return `${start}/>\n`
  return `${start}>${xmlTextElement('default', defaultText)}</key>\n`
}

/** A value under a key; quotes, of which JSON has many, may stand as they are. */
export function dataXml(key: string, text: string): string {
  const xml = xmlTextElement('data', text).replaceAll('&quot;', '"')
  return `<data key="${key}">${xml.slice('<data>'.length)}`
}

/** The cells of the file's columns as they are read back. */
export function writtenCells<Item>(
  item: Item,
  { columns }: RecordKeys<Item>,
): readonly { readonly column: string; readonly text: string }[] {
  return columns.flatMap(({ column, text, file }) => {
    const value = file === true ? text(item) : undefined
    return value === undefined || column === undefined ? [] : [{ column, text: xmlText(value) }]
  })
}

/**
 * A node or an edge with its values. yEd's drawing comes first: NetworkX takes its label and its
 * position for text, and of several values under one name keeps the last.
 */
export function recordXml<Item>(
  start: string,
  item: Item,
  keys: RecordKeys<Item>,
  { drawing, json }: { readonly drawing: string | undefined; readonly json: string | undefined },
  pen: Pen,
): string {
  const inner = [
    ...(drawing === undefined ? [] : [`<data key="${keys.drawing}">${drawing}</data>`]),
    ...keys.columns.flatMap(({ key, text }) => {
      const value = text(item)
      return value === undefined ? [] : [dataXml(key, counted(value, pen))]
    }),
    ...(json === undefined ? [] : [dataXml(keys.json, json)]),
  ]
  if (inner.length === 0) return `    <${start}/>\n`
  const name = start.slice(0, start.indexOf(' '))
  const lines = inner.map((line) => `      ${line}\n`).join('')
  return `    <${start}>\n${lines}    </${name}>\n`
}
