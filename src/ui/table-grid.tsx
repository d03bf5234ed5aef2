import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import { nodeLook } from '../app/node-look.ts'
import type { Session } from '../app/session.ts'
import type { TableDesk } from '../app/table-desk.ts'
import type { Table } from '../display/table.ts'
import type { TableColumn } from '../display/table-column.ts'
import { sameSelection } from '../view/same-view.ts'
import { KindMark } from './kind-mark.tsx'
import { TableHead } from './table-head.tsx'
import { headHeight, reveal, rowHeight, useReveal } from './table-sight.ts'

interface GridProps {
  readonly session: Session
  readonly desk: TableDesk
  /** Opens the form for the row, or for what the column shows of it. */
  readonly edit: (row: number, column: TableColumn | undefined) => void
}

/** No column is wide enough for more letters than these. */
const mostInCell = 200
const mostInTitle = 1000
/** Rows are drawn in blocks of so many, so that scrolling a little draws nothing. */
const block = 8

/**
 * The grid: of all rows only those in sight are in the page. For the keyboard it is one stop; the
 * arrows move along the rows and their cells, Enter selects, F2 edits, as does a double click.
 */
export function TableGrid({ session, desk, edit }: GridProps): JSX.Element {
  const scroller = useRef<HTMLDivElement>(null)
  const { table, rows } = desk.shown.value
  const { first, room } = useWindow(scroller)
  const active = useSignal<number | undefined>(undefined)
  /** The place of a column; undefined while the row as a whole is active. */
  const cell = useSignal<number | undefined>(undefined)
  const selection = session.selection.value
  useReveal({ shown: desk.shown.value, selection }, scroller)
  const isSelected = (row: number): boolean =>
    selection.type !== 'nothing' && sameSelection(table.selection(row), selection)
  const from = Math.max(0, first - block)
  const to = Math.min(rows.length, first + room + 2 * block)
  const activeRow = active.value ?? rows.find(isSelected) ?? rows[0]
  const drawn = rows.subarray(from, to)
  const width = table.columns.reduce((sum, column) => sum + inCh(column), 0)
  return (
    <div class={rows.length === 0 ? 'table-scroll is-empty' : 'table-scroll'} ref={scroller}>
      <table
        role="grid"
        tabIndex={0}
        style={{ width: `${width}ch` }}
        aria-label={table.of === 'nodes' ? 'Nodes' : 'Statements'}
        aria-rowcount={rows.length + 1}
        aria-busy={desk.busy.value}
        aria-activedescendant={
          activeRow !== undefined && drawn.includes(activeRow)
            ? cell.value === undefined
              ? rowId(activeRow)
              : cellId(activeRow, cell.value)
            : undefined
        }
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget) return
          if (isSideways(event) && activeRow !== undefined) {
            event.preventDefault()
            active.value = activeRow
            cell.value = cellAfterKey(event.key, cell.value, table.columns.length)
            revealColumn(scroller.current, cell.value ?? 0)
          }
          const row = rowAfterKey(event, rows, activeRow, room)
          if (row === undefined) return
          event.preventDefault()
          active.value = row
          reveal(scroller.current, rows.indexOf(row))
          if (event.key === 'Enter' || event.key === ' ') desk.choose(row)
          if (event.key === 'F2') edit(row, table.columns[cell.value ?? -1])
        }}
      >
        <colgroup>
          {table.columns.map((column, index) => (
            <col
              key={column.id}
              style={{ width: index === 0 ? `min(${inCh(column)}ch, 42vw)` : `${inCh(column)}ch` }}
            />
          ))}
        </colgroup>
        <TableHead session={session} desk={desk} table={table} />
        <tbody>
          <Gap rows={from} />
          {Array.from(drawn, (row, index) => (
            <TableRow
              key={row}
              session={session}
              table={table}
              row={row}
              position={from + index}
              selected={isSelected(row)}
              active={row === activeRow}
              cell={row === activeRow ? cell.value : undefined}
              choose={() => {
                active.value = row
                desk.choose(row)
              }}
              edit={(column) => edit(row, column)}
            />
          ))}
          <Gap rows={rows.length - to} />
        </tbody>
      </table>
    </div>
  )
}

/** A letter is narrower than a figure, on the whole; the rest is room at both sides. */
function inCh({ width }: TableColumn): number {
  return Math.ceil(width * 0.9) + 3
}

function rowId(row: number): string {
  return `table-row-${row}`
}

function cellId(row: number, place: number): string {
  return `table-cell-${row}-${place}`
}

function isSideways({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && (key === 'ArrowRight' || key === 'ArrowLeft')
}

/** Left of the first cell is the row as a whole. */
function cellAfterKey(key: string, cell: number | undefined, count: number): number | undefined {
  if (key === 'ArrowRight') return Math.min(count - 1, cell === undefined ? 0 : cell + 1)
  return cell === undefined || cell === 0 ? undefined : cell - 1
}

/** Scrolls no further than it takes to have the column in sight, beside the first one. */
function revealColumn(element: HTMLElement | null, place: number): void {
  const heads = element?.querySelectorAll<HTMLElement>('thead th') ?? []
  const [first, head] = [heads[0], heads[place]]
  if (element === null || first === undefined || head === undefined || place === 0) return
  const least = head.offsetLeft + head.offsetWidth - element.clientWidth
  const most = head.offsetLeft - first.offsetWidth
  element.scrollLeft = Math.min(most, Math.max(least, element.scrollLeft))
}

/** The first row in sight, by blocks, and how many rows there is room for. */
function useWindow(scroller: { readonly current: HTMLDivElement | null }): {
  readonly first: number
  readonly room: number
} {
  const first = useSignal(0)
  const room = useSignal(Math.ceil(innerHeight / rowHeight))
  // Before anything scrolls: a table that opens at what is selected does so at once.
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const life = new AbortController()
    const follow = (): void => {
      first.value = Math.floor(element.scrollTop / rowHeight / block) * block
    }
    element.addEventListener('scroll', follow, { signal: life.signal, passive: true })
    const observer = new ResizeObserver(() => {
      room.value = Math.max(1, Math.floor((element.clientHeight - headHeight(element)) / rowHeight))
    })
    observer.observe(element)
    return () => {
      life.abort()
      observer.disconnect()
    }
  }, [])
  return { first: first.value, room: room.value }
}

/** Where a key leads from the row that is active; undefined for keys that lead nowhere. */
function rowAfterKey(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  rows: Uint32Array,
  active: number | undefined,
  room: number,
): number | undefined {
  if (ctrlKey || metaKey || altKey || active === undefined) return undefined
  const at = Math.max(0, rows.indexOf(active))
  const last = rows.length - 1
  const page = Math.max(1, room - 1)
  const places: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(last, at + 1),
    ArrowUp: Math.max(0, at - 1),
    PageDown: Math.min(last, at + page),
    PageUp: Math.max(0, at - page),
    Home: 0,
    End: last,
    Enter: at,
    ' ': at,
    F2: at,
  }
  return Object.hasOwn(places, key) ? rows[places[key] ?? 0] : undefined
}

/** The room of rows that are not in the page. */
function Gap({ rows }: { readonly rows: number }): JSX.Element | null {
  if (rows <= 0) return null
  return <tr class="gap" aria-hidden="true" style={{ height: `${rows * rowHeight}px` }} />
}

interface RowProps {
  readonly session: Session
  readonly table: Table
  readonly row: number
  readonly position: number
  readonly selected: boolean
  readonly active: boolean
  /** The place of the cell that is active. */
  readonly cell: number | undefined
  readonly choose: () => void
  readonly edit: (column: TableColumn | undefined) => void
}

function TableRow(props: RowProps): JSX.Element {
  const { session, table, row, position, selected, active, cell, choose, edit } = props
  return (
    <tr
      id={rowId(row)}
      {...recordData(table.record(row))}
      class={active ? 'is-active' : ''}
      aria-rowindex={position + 2}
      aria-selected={selected}
      onClick={choose}
    >
      {table.columns.map((column, place) => (
        <Cell
          key={column.id}
          {...{ session, column, row, place }}
          active={place === cell}
          edit={() => edit(column)}
        />
      ))}
    </tr>
  )
}

/** Which menu is the row's. */
function recordData(record: ReturnType<Table['record']>): Readonly<Record<string, string>> {
  return record === undefined
    ? {}
    : { [record.of === 'entity' ? 'data-node' : 'data-statement']: record.id }
}

function Cell({
  session,
  column,
  row,
  place,
  active,
  edit,
}: {
  readonly session: Session
  readonly column: TableColumn
  readonly row: number
  readonly place: number
  readonly active: boolean
  readonly edit: () => void
}): JSX.Element {
  const text = column.text(row)
  const entity = column.entity(row)
  const disputed = column.id === 'evidence' && text === 'disputed'
  return (
    <td
      id={cellId(row, place)}
      class={[
        ...(column.figures ? ['is-figures'] : disputed ? ['is-disputed'] : []),
        ...(active ? ['is-active-cell'] : []),
      ].join(' ')}
      onDblClick={edit}
      {...(text.length > column.width / 2 ? { title: text.slice(0, mostInTitle) } : {})}
    >
      {entity !== undefined && session.knowledge.kinds.size > 0 && (
        <KindMark look={nodeLook(session, entity)} />
      )}
      {text.slice(0, mostInCell)}
    </td>
  )
}
