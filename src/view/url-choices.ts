import { amountMetrics } from '../graph/metrics.ts'
import { columnId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { decode, encode } from './url-text.ts'
import type { SizeChoice, TableChoice } from './view.ts'

const orders = ['none', 'up', 'down'] as const

/** `statements:down:evidence:words`: of what, which order by which column, the words sought. */
export function encodeTable({ of, sort, query }: TableChoice): string {
  const order = sort === undefined ? 'none' : sort.descending ? 'down' : 'up'
  return [of, order, encode(sort?.column ?? ''), encode(query)].join(':')
}

/** The table of a link's part, or undefined where it is none. */
export function tableIn(value: string): TableChoice | undefined {
  const [of, orderText, columnText = '', queryText = '', ...rest] = value.split(':')
  const order = orders.find((each) => each === orderText)
  const [column, query] = [decode(columnText), decode(queryText)]
  if (rest.length > 0 || (of !== 'nodes' && of !== 'statements')) return undefined
  if (order === undefined || column === undefined || query === undefined) return undefined
  return {
    of,
    sort: order === 'none' ? undefined : { column, descending: order === 'down' },
    query,
  }
}

/** `metric:page-rank` or `column:…`. */
export function encodeSize(size: Exclude<SizeChoice, { readonly by: 'degree' }>): string {
  return size.by === 'metric' ? `metric:${size.metric}` : `column:${encode(size.column)}`
}

/** The size of a link's part, or undefined where this graph has nothing of the kind. */
export function sizeIn(value: string, { columns }: Knowledge): SizeChoice | undefined {
  const split = value.indexOf(':')
  const [by, name] = [value.slice(0, split), value.slice(split + 1)]
  if (by === 'metric') {
    const metric = amountMetrics.find((id) => id === name)
    return metric === undefined ? undefined : { by, metric }
  }
  const id = decode(name)
  const column = columns.entity.find((each) => id !== undefined && each.id === columnId(id))
  return by === 'column' && column !== undefined ? { by, column: column.id } : undefined
}
