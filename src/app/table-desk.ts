import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { tableOf } from '../display/table.ts'
import type { Table } from '../display/table.ts'
import { listedRows } from '../display/table-order.ts'
import { fewValues } from '../display/table-values.ts'
import { fileName } from '../save/file-name.ts'
import { saveFile } from '../save/file.ts'
import type { ColumnFilter, TableChoice } from '../view/view.ts'
import { nextTask } from './next-task.ts'
import type { Session } from './session.ts'
import { tableCsv } from './table-csv.ts'

/** The table of an open graph: what it shows, and what the reader does with it. */
export interface TableDesk {
  /** The last table and list of rows that were ready. */
  readonly shown: ReadonlySignal<ShownTable>
  /** True while rows are being looked for. */
  readonly busy: ReadonlySignal<boolean>
  readonly showTableOf: (of: TableChoice['of']) => void
  /** By this column, then the other way round, then as the data has them. */
  readonly sortBy: (column: string) => void
  /** What was typed, and when: in milliseconds since whenever. */
  readonly seek: (query: string, at: number) => void
  /** True while every column has a field for what is asked of it. */
  readonly filtersOpen: Signal<boolean>
  /** The columns that have few values, with these; undefined while they are not known. */
  readonly values: ReadonlySignal<ReadonlyMap<string, readonly string[]> | undefined>
  /** Asks something of a column, or nothing any more; `at` as when seeking. */
  readonly filterBy: (column: string, filter: ColumnFilter | undefined, at: number) => void
  readonly clearFilters: () => void
  /** Clears words and filters. */
  readonly clear: () => void
  readonly choose: (row: number) => void
  readonly saveCsv: () => void
  /** Ends the following of the view. */
  readonly dispose: () => void
}

export interface ShownTable {
  readonly table: Table
  /** Which rows, and in which order. */
  readonly rows: Uint32Array
  /** What the reader asked of it. */
  readonly choice: TableChoice
}

const noFilters: TableChoice['filters'] = new Map()

/** For so long the page may stand still. */
const longestTask = 12
/** A pause of this length while typing begins another step for undo. */
const typingPause = 1000

/** A table that follows the view of the session until it is disposed of. */
export function createTableDesk(session: Session): TableDesk {
  const choice = computed(() => session.view.value.table)
  const of = computed(() => choice.value.of)
  const table = computed(() => tableOf(session.knowledge, session.graph, of.value))
  const shown = signal<ShownTable>({
    table: table.peek(),
    rows: new Uint32Array(),
    choice: choice.peek(),
  })
  const busy = signal(false)
  const filtersOpen = signal(choice.peek().filters.size > 0)
  const values = signal<ReadonlyMap<string, readonly string[]> | undefined>(undefined)
  const endValues = effect(() => {
    if (!filtersOpen.value) return undefined
    const wanted = new AbortController()
    values.value = undefined
    void inPortions(fewValues(table.value), wanted.signal, (found) => {
      values.value = found
    })
    return () => wanted.abort()
  })
  const endRows = effect(() => {
    const wanted = new AbortController()
    const [now, asked] = [table.value, choice.value]
    const steps = listedRows(now, session.visible.value, asked)
    busy.value = true
    void inPortions(steps, wanted.signal, (rows) => {
      shown.value = { table: now, rows, choice: asked }
      busy.value = false
    })
    return () => wanted.abort()
  })
  const change = (part: Partial<TableChoice>, attached = false): void =>
    session.dispatch({ type: 'table', table: { ...choice.peek(), ...part } }, attached)
  let typed: { readonly into: string | undefined; readonly at: number } | undefined
  /** What is typed into one field without a long pause is one step of undo. */
  const type = (into: string | undefined, at: number, part: Partial<TableChoice>): void => {
    const goesOn = typed !== undefined && typed.into === into && at - typed.at < typingPause
    typed = { into, at }
    change(part, goesOn && session.history.peek().last === 'table')
  }
  const changeElse = (part: Partial<TableChoice>): void => {
    typed = undefined
    change(part)
  }
  return {
    shown,
    busy,
    showTableOf: (wanted) => {
      if (wanted !== of.peek()) changeElse({ of: wanted, sort: undefined, filters: noFilters })
    },
    sortBy: (column) =>
      changeElse({ sort: nextSort(shown.peek().table, choice.peek().sort, column) }),
    seek: (query, at) => type(undefined, at, { query }),
    filtersOpen,
    values,
    filterBy: (column, filter, at) => {
      const filters = new Map(choice.peek().filters)
      if (filter === undefined) filters.delete(column)
      else filters.set(column, filter)
      if (filter?.by === 'value') changeElse({ filters })
      else type(column, at, { filters })
    },
    clearFilters: () => changeElse({ filters: noFilters }),
    clear: () => changeElse({ query: '', filters: noFilters }),
    choose: (row) =>
      session.dispatch({ type: 'select', selection: shown.peek().table.selection(row) }),
    saveCsv: () => {
      const { table: saved, rows } = shown.peek()
      const { text, losses } = tableCsv(saved, rows)
      saveFile(
        fileName(session.knowledge.dataset.title, saved.of, 'csv'),
        text,
        'text/csv;charset=utf-8',
      )
      session.notices.value = losses.map(({ what, count }) => `In the file: ${count} ${what}.`)
    },
    dispose: () => {
      endValues()
      endRows()
    },
  }
}

/** Figures are most often wanted from the greatest down. */
function nextSort(
  { columns }: Table,
  present: TableChoice['sort'],
  column: string,
): TableChoice['sort'] {
  const first = columns.find(({ id }) => id === column)?.figures ?? false
  if (present?.column !== column) return { column, descending: first }
  return present.descending === first ? { column, descending: !first } : undefined
}

/** At once where there is little to do; otherwise the page may breathe in between. */
async function inPortions<Result>(
  steps: Generator<void, Result>,
  wanted: AbortSignal,
  take: (result: Result) => void,
): Promise<void> {
  let pause = performance.now() + longestTask
  for (;;) {
    const step = steps.next()
    if (step.done === true) return take(step.value)
    if (performance.now() < pause) continue
    await nextTask()
    if (wanted.aborted) return
    pause = performance.now() + longestTask
  }
}
