import type { JSX } from 'preact'
import { grouped } from '../display/counted.ts'
import { useEffect, useMemo } from 'preact/hooks'
import { targetOfCell } from '../app/cell-target.ts'
import type { Desk } from '../app/desk.ts'
import type { Session } from '../app/session.ts'
import { createTableDesk } from '../app/table-desk.ts'
import type { TableDesk } from '../app/table-desk.ts'
import type { TableColumn } from '../display/table-column.ts'
import { Icon } from './icon.tsx'
import { TableDivider } from './table-divider.tsx'
import { TableGrid } from './table-grid.tsx'
import './table.css'

/** What the picture shows as a table of nodes or of statements, one selection with the picture. */
export function TableView({
  desk: { session, hasRoomBeside, shownAs, editing },
}: {
  readonly desk: Desk
}): JSX.Element {
  const desk = useMemo(() => createTableDesk(session), [session])
  const edit = (row: number, column: TableColumn | undefined): void => {
    desk.choose(row)
    const record = desk.shown.peek().table.record(row)
    editing.value = record && targetOfCell(session, record, column)
  }
  useEffect(() => desk.dispose, [desk])
  const { table, rows } = desk.shown.value
  const { query, filters } = session.choices.value.table
  return (
    <div class="table-view">
      {shownAs.value === 'beside' && <TableDivider />}
      <TableBar session={session} desk={desk} hasRoomBeside={hasRoomBeside.value} />
      {table.leftOut > 0 && (
        <p class="muted">
          {table.leftOut} more {table.leftOut === 1 ? 'column is' : 'columns are'} left out: those
          with the fewest values.
        </p>
      )}
      <TableGrid session={session} desk={desk} edit={edit} />
      {rows.length === 0 && !desk.busy.value && (
        <NoRows
          session={session}
          desk={desk}
          words={query.trim() !== ''}
          filtered={filters.size > 0}
        />
      )}
    </div>
  )
}

interface TableProps {
  readonly session: Session
  readonly desk: TableDesk
}

function TableBar({
  session,
  desk,
  hasRoomBeside,
}: TableProps & { readonly hasRoomBeside: boolean }): JSX.Element {
  const { of, query, filters } = session.choices.value.table
  const { nodes, edges, facts } = session.visible.value
  const counts = { nodes: nodes.size, statements: edges.size + facts.size }
  const { rows } = desk.shown.value
  return (
    <div class="table-bar">
      <div class="table-of" role="group" aria-label="Table of">
        {(['nodes', 'statements'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={of === each}
            onClick={() => desk.showTableOf(each)}
          >
            {each === 'nodes' ? 'Nodes' : 'Statements'}{' '}
            <span class="count">{grouped(counts[each])}</span>
          </button>
        ))}
      </div>
      <input
        type="search"
        class="field table-query"
        aria-label="Only rows with these words"
        placeholder="Only rows with…"
        value={query}
        onInput={({ currentTarget, timeStamp }) => desk.seek(currentTarget.value, timeStamp)}
      />
      <p class="table-found muted" role="status">
        {query.trim() === '' && filters.size === 0
          ? ''
          : `${grouped(rows.length)} of ${grouped(counts[of])}`}
      </p>
      <Filtering desk={desk} count={filters.size} />
      {hasRoomBeside && <Beside session={session} />}
      <button
        type="button"
        class="table-save"
        aria-label="Save as CSV"
        title="Save as CSV"
        disabled={rows.length === 0}
        onClick={desk.saveCsv}
      >
        <Icon name="save" />
      </button>
    </div>
  )
}

/** The table below the picture, or alone. */
function Beside({ session }: { readonly session: Session }): JSX.Element {
  const isBeside = session.choices.value.mode === 'beside'
  return (
    <button
      type="button"
      class="table-beside"
      aria-label="Beside the picture"
      title="Beside the picture"
      aria-pressed={isBeside}
      onClick={() => session.dispatch({ type: 'mode', mode: isBeside ? 'table' : 'beside' })}
    >
      <Icon name="beside" />
    </button>
  )
}

/** Opens the fields of the columns, and clears what is asked there. */
function Filtering({
  desk,
  count,
}: {
  readonly desk: TableDesk
  readonly count: number
}): JSX.Element {
  const { filtersOpen } = desk
  return (
    <div class="table-filtering">
      <button
        type="button"
        aria-label="Filter columns"
        title="Filter columns"
        aria-expanded={filtersOpen.value}
        onClick={() => {
          filtersOpen.value = !filtersOpen.value
        }}
      >
        <Icon name="filter" />
      </button>
      {count > 0 && (
        <button
          type="button"
          class="text-button"
          onClick={({ currentTarget }) => {
            desk.clearFilters()
            // This button goes, and the focus with it.
            currentTarget.parentElement?.querySelector('button')?.focus()
          }}
        >
          {count === 1 ? 'Clear the filter' : `Clear ${count} filters`}
        </button>
      )}
    </div>
  )
}

function NoRows({
  session,
  desk,
  words,
  filtered,
}: TableProps & { readonly words: boolean; readonly filtered: boolean }): JSX.Element {
  const { entities, statements } = session.knowledge
  const { of } = session.choices.value.table
  if ((of === 'nodes' ? entities : statements).size === 0) {
    return <p class="empty">This graph has no {of}.</p>
  }
  const asked = [...(words ? ['words'] : []), ...(filtered ? ['filters'] : [])].join(' and ')
  return (
    <p class="empty">
      {asked === ''
        ? 'Every row is hidden. '
        : filtered
          ? 'No row that the picture shows is as asked. '
          : 'No row that the picture shows has all these words. '}
      <button
        type="button"
        class="text-button"
        onClick={() => {
          if (asked === '') session.dispatch({ type: 'show-all' })
          else desk.clear()
          // This button goes, and the focus with it.
          document.querySelector<HTMLElement>('.table-scroll table')?.focus()
        }}
      >
        {asked === '' ? 'Clear all filters' : `Clear the ${asked}`}
      </button>
    </p>
  )
}
