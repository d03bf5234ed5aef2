import { decode, encode } from './url-text.ts'
import type { TableChoice } from './view.ts'

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
