import { columnId, entityId, predicateId } from '../model/ids.ts'
import type { ColumnId } from '../model/ids.ts'
import { dayOfIso, isoDay } from '../model/iso-day.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { groupMetrics, sizeMetrics } from './measured.ts'
import { legalFilters } from './table-filters.ts'
import { decode, encode } from './url-text.ts'
import type {
  ColumnFilter,
  KindChoice,
  LayoutChoice,
  Range,
  AmountChoice,
  TableChoice,
  TimeChoice,
  TimeDoubt,
} from './view.ts'

const orders = ['none', 'up', 'down'] as const

/**
 * `statements:down:evidence:words:value;kind;Model`: of what, which order by which column, the words
 * sought, and what is asked of single columns, with commas between.
 */
export function encodeTable({ of, sort, query, filters }: TableChoice): string {
  const order = sort === undefined ? 'none' : sort.descending ? 'down' : 'up'
  const parts = [of, order, encode(sort?.column ?? ''), encode(query)]
  if (filters.size > 0) {
    parts.push(
      [...filters]
        .map(([column, { by, text }]) => [by, encode(column), encode(text)].join(';'))
        .join(),
    )
  }
  return parts.join(':')
}

/** The table of a link's part, or undefined where it is none. */
export function tableIn(value: string): TableChoice | undefined {
  const [of, orderText, columnText = '', queryText = '', filterText, ...rest] = value.split(':')
  const order = orders.find((each) => each === orderText)
  const [column, query] = [decode(columnText), decode(queryText)]
  if (rest.length > 0 || (of !== 'nodes' && of !== 'statements')) return undefined
  if (order === undefined || column === undefined || query === undefined) return undefined
  const filters = filterText === undefined ? new Map() : filtersIn(filterText)
  if (filters === undefined) return undefined
  return {
    of,
    sort: order === 'none' ? undefined : { column, descending: order === 'down' },
    query,
    filters,
  }
}

function filtersIn(value: string): TableChoice['filters'] | undefined {
  const filters = new Map<string, ColumnFilter>()
  for (const part of value.split(',')) {
    const [by, columnText, filterText, ...rest] = part.split(';')
    const [column, text] = [decode(columnText ?? ''), decode(filterText ?? '')]
    if (rest.length > 0 || (by !== 'typed' && by !== 'value')) return undefined
    if (column === undefined || text === undefined || filters.has(column)) return undefined
    filters.set(column, { by, text })
  }
  return legalFilters(filters) === filters ? filters : undefined
}

/** `nothing`, `metric:community` or `column:…`; undefined as the graph was opened. */
export function encodeKinds(kinds: KindChoice): string | undefined {
  if (kinds.from === 'opening') return undefined
  if (kinds.from === 'metric') return `metric:${kinds.metric}`
  return kinds.from === 'nothing' ? 'nothing' : `column:${encode(kinds.column)}`
}

/** Where a link's part takes the kinds from; undefined where this graph has nothing of the kind. */
export function kindsIn(value: string, knowledge: Knowledge): KindChoice | undefined {
  if (value === 'nothing') return { from: 'nothing' }
  const metric = groupMetrics.find((id) => value === `metric:${id}`)
  if (metric !== undefined) return { from: 'metric', metric }
  const column = columnIn(value, knowledge)
  return column === undefined ? undefined : { from: 'column', column }
}

/** `kind`, `radial:…` or `hierarchy:…:turned`; undefined as the graph was opened. */
export function encodeLayout(layout: LayoutChoice): string | undefined {
  switch (layout.by) {
    case 'force':
      return undefined
    case 'kind':
      return 'kind'
    case 'radial':
      return `radial:${encode(layout.centre)}`
    case 'hierarchy':
      return `hierarchy:${encode(layout.predicate)}${layout.turned ? ':turned' : ''}`
  }
}

/** The layout of a link's part; undefined where it is about something that is not in this graph. */
export function layoutIn(value: string, knowledge: Knowledge): LayoutChoice | undefined {
  if (value === 'kind') return { by: 'kind' }
  const [by, idText = '', turned, ...rest] = value.split(':')
  const id = decode(idText)
  if (id === undefined || rest.length > 0) return undefined
  if (by === 'radial' && turned === undefined && knowledge.entities.has(entityId(id)))
    return { by, centre: entityId(id) }
  const predicate = knowledge.predicates.get(predicateId(id))
  if (by !== 'hierarchy' || predicate?.type !== 'relation') return undefined
  if (turned !== undefined && turned !== 'turned') return undefined
  return { by, predicate: predicate.id, turned: turned === 'turned' }
}

/** `degree`, `metric:page-rank`, `column:…` or `fact:…`. */
export function encodeAmount(amount: AmountChoice): string {
  switch (amount.by) {
    case 'degree':
      return 'degree'
    case 'metric':
      return `metric:${amount.metric}`
    case 'column':
      return `column:${encode(amount.column)}`
    case 'fact':
      return `fact:${encode(amount.predicate)}`
  }
}

/** What a link's part is by; undefined where this graph has nothing of the kind. */
export function amountOfPart(value: string, knowledge: Knowledge): AmountChoice | undefined {
  if (value === 'degree') return { by: 'degree' }
  const metric = sizeMetrics.find((id) => value === `metric:${id}`)
  if (metric !== undefined) return { by: 'metric', metric }
  const column = columnIn(value, knowledge)
  if (column !== undefined) return { by: 'column', column }
  const id = value.startsWith('fact:') ? decode(value.slice('fact:'.length)) : undefined
  const predicate = id === undefined ? undefined : knowledge.predicates.get(predicateId(id))
  return predicate?.type === 'fact' ? { by: 'fact', predicate: predicate.id } : undefined
}

/** `0.5:12`: from the least amount to the greatest, every digit of them. */
export function encodeRange({ min, max }: Range): string {
  return `${min}:${max}`
}

/** The range of a link's part, or undefined where it is none. */
export function rangeIn(value: string): Range | undefined {
  const [min, max, ...rest] = value.split(':').map(amountIn)
  if (rest.length > 0 || min === undefined || max === undefined || min > max) return undefined
  return { min, max }
}

/** `2017-01-01:2024-12-31:undated`: the first day, the last one, what is hidden beside. */
export function encodeTime({ from, to, hides }: TimeChoice): string {
  const days = `${isoDay(from)}:${isoDay(to)}`
  return hides.size === 0 ? days : `${days}:${[...hides].join()}`
}

/** The time of a link's part, or undefined where it is none. */
export function timeIn(value: string): TimeChoice | undefined {
  const [fromText = '', toText = '', hidesText, ...rest] = value.split(':')
  const [from, to] = [dayOfIso(fromText), dayOfIso(toText)]
  const hides = hidesText?.split(',') ?? []
  if (rest.length > 0 || from === undefined || to === undefined || from > to) return undefined
  return hides.every(isDoubt) ? { from, to, hides: new Set(hides) } : undefined
}

function isDoubt(text: string): text is TimeDoubt {
  return text === 'possible' || text === 'undated'
}

function amountIn(text: string): number | undefined {
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/.test(text)) return undefined
  const amount = Number(text) + 0
  return Number.isFinite(amount) ? amount : undefined
}

function columnIn(value: string, { columns }: Knowledge): ColumnId | undefined {
  const id = value.startsWith('column:') ? decode(value.slice('column:'.length)) : undefined
  return columns.entity.find((each) => id !== undefined && each.id === columnId(id))?.id
}
