import type { AttributeValue, Column } from '../../model/knowledge.ts'
import type { FileColumns } from '../gexf/write-columns.ts'
import { separator, spanText } from '../readable.ts'
import { xmlText } from '../xml/xml-text.ts'

/** What a file says of each item under one key. */
export interface KeyColumn<Item> {
  readonly title: string
  readonly type: GraphmlType
  /** The column that the key stands for; undefined where its name says what it is. */
  readonly column: string | undefined
  readonly text: (item: Item) => string | undefined
  /** True for the columns that came with a file. */
  readonly file?: true
  readonly defaultText?: string | undefined
}

export type GraphmlType = 'string' | 'boolean' | 'int' | 'long' | 'float' | 'double'

const types = new Map<string, GraphmlType>([
  ['boolean', 'boolean'],
  ['byte', 'int'],
  ['short', 'int'],
  ['integer', 'int'],
  ['long', 'long'],
  ['float', 'float'],
  ['double', 'double'],
])

/** The type that GraphML has for one of GEXF. */
export function graphmlType(gexf: string): GraphmlType {
  return types.get(gexf) ?? 'string'
}

// The parameters of NetworkX's own function that takes a node's values.
const reserved: readonly string[] = ['self', 'node_for_adding']

/**
 * All columns of one domain with names that differ, because other programs tell them apart by
 * those: first what the names stand for by themselves, then the file's columns, then ours.
 */
export function withFreeTitles<Item>(
  natives: readonly KeyColumn<Item>[],
  file: readonly KeyColumn<Item>[],
  own: readonly KeyColumn<Item>[],
): readonly KeyColumn<Item>[] {
  const taken = new Set(reserved)
  const free = (column: KeyColumn<Item>, next: (title: string, number: number) => string) => {
    let title = xmlText(column.title)
    for (let number = 2; taken.has(title); number += 1) title = next(column.title, number)
    taken.add(title)
    return { ...column, title }
  }
  return [
    ...natives.map((column) => free(column, (title, number) => `${title} (${number})`)),
    ...file.map((column) => free(column, (title, number) => `${xmlText(title)} (${number})`)),
    ...own.map((column) =>
      free(column, (title, number) => `${xmlText(title)}${' (Orrery)'.repeat(number - 1)}`),
    ),
  ]
}

interface WithAttributes {
  readonly attributes: readonly AttributeValue[]
}

/** The columns that came with a file: one text per item, however many cells it has. */
export function fileColumns<Item extends WithAttributes>(
  columns: readonly Column[],
  { written }: FileColumns,
  items: readonly Item[],
): readonly KeyColumn<Item>[] {
  const single = singleValued(items)
  return columns.flatMap((column, index): readonly KeyColumn<Item>[] => {
    const names = written[index]
    if (names === undefined) return []
    return [
      {
        title: names.title,
        type: single(column) ? graphmlType(names.type) : 'string',
        column: names.id,
        text: ({ attributes }) => cellsText(attributes.filter((cell) => cell.column === column.id)),
        file: true,
        defaultText: column.defaultText,
      },
    ]
  })
}

/** True for the columns of which no item has two values, or one for a time. */
function singleValued(items: readonly WithAttributes[]): (column: Column) => boolean {
  const several = new Set<string>()
  for (const { attributes } of items) {
    const seen = new Set<string>()
    for (const { column, span } of attributes) {
      if (span !== undefined || seen.has(column)) several.add(column)
      seen.add(column)
    }
  }
  return ({ id }) => !several.has(id)
}

function cellsText(cells: readonly AttributeValue[]): string | undefined {
  if (cells.length === 0) return undefined
  return cells
    .map(({ text, span }) => (span === undefined ? text : `${text} (${spanText(span)})`))
    .join(separator)
}

/** `text()` where there is something to say. */
export function textOrNone(count: number, text: () => string): string | undefined {
  return count === 0 ? undefined : text()
}
