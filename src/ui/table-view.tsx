import type { JSX } from 'preact'
import { grouped } from '../display/counted.ts'
import { useEffect, useMemo } from 'preact/hooks'
import type { Session } from '../app/session.ts'
import { createTableDesk } from '../app/table-desk.ts'
import type { TableDesk } from '../app/table-desk.ts'
import { Icon } from './icon.tsx'
import { TableGrid } from './table-grid.tsx'
import './table.css'

/** What the picture shows as a table of nodes or of statements, one selection with the picture. */
export function TableView({ session }: { readonly session: Session }): JSX.Element {
  const desk = useMemo(() => createTableDesk(session), [session])
  useEffect(() => desk.dispose, [desk])
  const { table, rows } = desk.shown.value
  const { query } = session.choices.value.table
  return (
    <div class="table-view">
      <TableBar session={session} desk={desk} />
      {table.leftOut > 0 && (
        <p class="muted">
          {table.leftOut} more {table.leftOut === 1 ? 'column is' : 'columns are'} left out: those
          with the fewest values.
        </p>
      )}
      {rows.length === 0 && !desk.busy.value ? (
        <NoRows session={session} words={query.trim() !== ''} seek={desk.seek} />
      ) : (
        <TableGrid session={session} desk={desk} />
      )}
    </div>
  )
}

interface TableProps {
  readonly session: Session
  readonly desk: TableDesk
}

function TableBar({ session, desk }: TableProps): JSX.Element {
  const { of, query } = session.choices.value.table
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
        {query.trim() === '' ? '' : `${grouped(rows.length)} of ${grouped(counts[of])}`}
      </p>
      <button type="button" disabled={rows.length === 0} onClick={desk.saveCsv}>
        <Icon name="save" /> <span>Save as CSV</span>
      </button>
    </div>
  )
}

function NoRows({
  session,
  words,
  seek,
}: {
  readonly session: Session
  readonly words: boolean
  readonly seek: TableDesk['seek']
}): JSX.Element {
  return (
    <p class="empty">
      {words ? 'No row that the picture shows has all these words. ' : 'Every row is hidden. '}
      <button
        type="button"
        class="text-button"
        onClick={({ timeStamp }) =>
          words ? seek('', timeStamp) : session.dispatch({ type: 'show-all' })
        }
      >
        {words ? 'Clear the words' : 'Clear all filters'}
      </button>
    </p>
  )
}
