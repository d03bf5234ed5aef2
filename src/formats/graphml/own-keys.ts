import { ownColumns } from '../gexf/own-columns.ts'
import type { RawDocument } from './raw-graph.ts'

/**
 * The real column of each key by its name, for nodes and for edges, as a file of ours tells them:
 * other programs give keys new ids, and two columns may have one title.
 */
export interface OwnTitles {
  readonly entity: ReadonlyMap<string, string>
  readonly statement: ReadonlyMap<string, string>
}

/** The JSON that a file of ours has as a value of its graph; undefined in any other file. */
export function ownFrame({ keys, whole }: RawDocument): string | undefined {
  const key = keys.find(({ element }) => element.attributes.get('attr.name') === ownColumns.dataset)
  const id = key?.element.attributes.get('id')
  if (id === undefined) return undefined
  return whole.cells.find((cell) => cell.key === id)?.text
}

/** The names of the columns in `frame`; undefined where it is no JSON of ours. */
export function ownTitles(frame: string | undefined): OwnTitles | undefined {
  if (frame === undefined) return undefined
  try {
    const titles: unknown = field(JSON.parse(frame), 'titles')
    return { entity: pairs(field(titles, 'entity')), statement: pairs(field(titles, 'statement')) }
  } catch {
    return undefined
  }
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return new Map<string, unknown>(Object.entries(value)).get(key)
}

function pairs(list: unknown): ReadonlyMap<string, string> {
  return new Map(
    items(list).flatMap((pair: unknown) => {
      const [title, id] = items(pair)
      return typeof title === 'string' && typeof id === 'string' ? [[title, id] as const] : []
    }),
  )
}

function items(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}
