import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import type { TableDesk } from '../app/table-desk.ts'
import type { Table } from '../display/table.ts'
import type { Holds, TableColumn } from '../display/table-column.ts'

interface HeadProps {
  readonly session: Session
  readonly desk: TableDesk
  readonly table: Table
}

/** The names of the columns, to sort by, and below them what is asked of each. */
export function TableHead({ session, desk, table }: HeadProps): JSX.Element {
  const { sort, filters } = session.choices.value.table
  return (
    <thead>
      <tr aria-rowindex={1}>
        {table.columns.map((column) => {
          const { id, title, figures } = column
          const order =
            sort?.column !== id ? undefined : sort.descending ? 'descending' : 'ascending'
          const classes = [figures ? 'is-figures' : '', filters.has(id) ? 'is-filtered' : '']
          return (
            <th
              key={id}
              scope="col"
              // What is typed into its field is not the name of the column.
              aria-label={title}
              class={classes.join(' ')}
              {...(order === undefined ? {} : { 'aria-sort': order })}
            >
              <button type="button" title={title} onClick={() => desk.sortBy(id)}>
                <span>{title}</span>
                <span class="sort-mark" aria-hidden="true">
                  {order === undefined ? '' : order === 'ascending' ? '▲' : '▼'}
                </span>
              </button>
              {desk.filtersOpen.value && (
                <div class="column-filter">
                  <FilterField session={session} desk={desk} column={column} />
                </div>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

interface FieldProps {
  readonly session: Session
  readonly desk: TableDesk
  readonly column: TableColumn
}

/** A list where a column has few values, else a field to type into. */
function FilterField({ session, desk, column }: FieldProps): JSX.Element | null {
  const { id, title, holds } = column
  const filter = session.choices.value.table.filters.get(id)
  const known = desk.values.value
  const values = known?.get(id)
  if (filter?.by === 'value' || (filter === undefined && values !== undefined)) {
    return <ValueChoice {...{ desk, column, values: values ?? [], chosen: filter?.text }} />
  }
  // Not a field that turns into a list under the reader's hands.
  if (filter === undefined && known === undefined) return null
  const { placeholder, hint } = typedHints[holds]
  return (
    <input
      type="search"
      class="field"
      aria-label={`Filter ${title}`}
      title={hint}
      placeholder={placeholder}
      value={filter?.text ?? ''}
      onInput={({ currentTarget: { value }, timeStamp }) =>
        desk.filterBy(id, value === '' ? undefined : { by: 'typed', text: value }, timeStamp)
      }
    />
  )
}

const typedHints: Readonly<Record<Holds, { readonly placeholder: string; readonly hint: string }>> =
  {
    texts: { placeholder: 'has…', hint: 'Words that the cell has' },
    numbers: { placeholder: '≥ 3', hint: 'Such as >= 3, < 10 or 2 to 8; or words' },
    dates: { placeholder: '≥ 2020', hint: 'Such as >= 2020, < 2024-07 or 2001 to 2004; or words' },
  }

function ValueChoice(props: {
  readonly desk: TableDesk
  readonly column: TableColumn
  readonly values: readonly string[]
  readonly chosen: string | undefined
}): JSX.Element {
  const { desk, column, values, chosen } = props
  // A link may have chosen what no cell says any more.
  const offered = chosen === undefined || values.includes(chosen) ? values : [chosen, ...values]
  return (
    <select
      class="field"
      aria-label={`Filter ${column.title}`}
      value={chosen === undefined ? all : String(offered.indexOf(chosen))}
      onChange={({ currentTarget: { value }, timeStamp }) => {
        const text = value === all ? undefined : offered[Number(value)]
        desk.filterBy(column.id, text === undefined ? text : { by: 'value', text }, timeStamp)
      }}
    >
      <option value={all}>all</option>
      {offered.map((text, index) => (
        <option key={text} value={String(index)}>
          {text === '' ? '(empty)' : text}
        </option>
      ))}
    </select>
  )
}

const all = 'all'
