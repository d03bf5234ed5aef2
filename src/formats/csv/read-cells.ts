import type { Span } from '../../model/knowledge.ts'
import { readSpans } from '../gexf/read-spans.ts'
import type { Direction } from './table-mapping.ts'

const directions: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ['directed', 'directed'],
  ['true', 'directed'],
  ['yes', 'directed'],
  ['1', 'directed'],
  ['undirected', 'undirected'],
  ['false', 'undirected'],
  ['no', 'undirected'],
  ['0', 'undirected'],
  ['mutual', 'mutual'],
])

const longest = 10_000

/** What a cell says of an edge's direction; undefined where it says something else. */
export function directionOf(text: string): Direction | undefined {
  return directions.get(text.trim().toLowerCase())
}

/**
 * The stretches of time in a cell as Gephi writes them: `<[2001, 2002); [2004, 2005]>`, or a list
 * of moments `<[2001, 2002, 2003]>`. Undefined where the cell has another form.
 */
export function spansIn(text: string): readonly Span[] | undefined {
  if (text.length > longest) return undefined
  const inner = /^\s*<?((?:\s*[[(\]][^[\]()<>]*[\])[]\s*;?)+)>?\s*$/.exec(text)?.[1]
  if (inner === undefined) return undefined
  const lists = inner.split(/[\])]\s*;?/).filter((list) => list.trim() !== '')
  const pairs = lists.every((list) => list.split(',').length === 2)
  return readSpans(new Map([[pairs ? 'intervals' : 'timestamps', inner]]), [])
}
