import { tableEncodings } from '../formats/csv/decode-table.ts'
import type { ColumnRole } from '../formats/csv/column-names.ts'
import type { TableMapping } from '../formats/csv/table-mapping.ts'

export type { ColumnRole, TableMapping }
export type { TableChoice } from '../formats/csv/parse-tables.ts'
export type { TableSketch } from '../workers/sketch-tables.ts'

type Named<Value extends string> = readonly (readonly [Value, string])[]

export const roleChoices: Named<TableMapping['role']> = [
  ['edges', 'a list of edges'],
  ['nodes', 'a table of nodes'],
  ['matrix', 'an adjacency matrix'],
  ['adjacency-list', 'an adjacency list'],
]

export const delimiterChoices: Named<string> = [
  [',', 'Comma'],
  [';', 'Semicolon'],
  ['\t', 'Tab'],
  ['|', 'Vertical bar'],
  [' ', 'Space'],
]

export const encodingChoices: readonly string[] = tableEncodings

export const directionChoices: Named<TableMapping['direction']> = [
  ['directed', 'from the first to the second'],
  ['undirected', 'without direction'],
  ['mutual', 'both ways'],
]

const shared: Named<ColumnRole> = [
  ['start', 'Start date'],
  ['end', 'End date'],
  ['date', 'Date'],
  ['colour', 'Colour'],
]

/** What a column of such a table can be for. */
export function columnChoices(role: TableMapping['role']): Named<ColumnRole> {
  switch (role) {
    case 'edges':
      return [
        ['source', 'Source'],
        ['target', 'Target'],
        ['predicate', 'Predicate'],
        ['label', 'Label'],
        ['weight', 'Weight'],
        ['direction', 'Direction'],
        ['id', 'Id'],
        ...shared,
      ]
    case 'nodes':
      return [
        ['id', 'Id'],
        ['label', 'Label'],
        ['kind', 'Kind'],
        ['latitude', 'Latitude'],
        ['longitude', 'Longitude'],
        ['x', 'x'],
        ['y', 'y'],
        ...shared,
      ]
    case 'matrix':
    case 'adjacency-list':
      return []
  }
}

/** What the column is for; undefined where it is an attribute. */
export function roleOf({ columns }: TableMapping, column: number): ColumnRole | undefined {
  return (Object.keys(columns) as ColumnRole[]).find((role) => columns[role] === column)
}

/** The mapping with the column in this role, or in none; another column loses the role. */
export function withRole(
  mapping: TableMapping,
  column: number,
  role: ColumnRole | undefined,
): TableMapping {
  const others = Object.entries(mapping.columns).filter(
    ([name, place]) => place !== column && name !== role,
  )
  const columns = Object.fromEntries(role === undefined ? others : [...others, [role, column]])
  const { doubt: _doubt, ...rest } = mapping
  return { ...rest, columns }
}

/** The mapping for a table of another role; columns keep what both kinds of table know. */
export function withTableRole(mapping: TableMapping, role: TableMapping['role']): TableMapping {
  const known = new Set(columnChoices(role).map(([name]) => name as string))
  const columns = Object.fromEntries(
    Object.entries(mapping.columns).filter(([name]) => known.has(name)),
  )
  const { doubt: _doubt, ...rest } = mapping
  return { ...rest, role, columns, reasons: {} }
}

/** What must be chosen before the table can be read, as words; empty where nothing is missing. */
export function missingRoles({ role, columns }: TableMapping): readonly string[] {
  const needed: Named<ColumnRole> =
    role === 'edges'
      ? [
          ['source', 'the source'],
          ['target', 'the target'],
        ]
      : role === 'nodes'
        ? [
            ['id', 'the id'],
            // Neither means anything alone.
            ...((columns.latitude ?? columns.longitude) === undefined
              ? []
              : ([
                  ['latitude', 'the latitude'],
                  ['longitude', 'the longitude'],
                ] as const)),
          ]
        : []
  return needed.filter(([name]) => columns[name] === undefined).map(([, words]) => words)
}
