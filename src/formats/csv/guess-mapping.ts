import { columnsInstead, columnsNamed, endColumns, loneEnd } from './column-names.ts'
import { guessDecimalComma, guessExtraColumns } from './guess-columns.ts'
import { guessHeader } from './guess-header.ts'
import { delimiterName } from './guess-delimiter.ts'
import { guessWithoutHeader } from './guess-without-header.ts'
import { ownMark } from './own-columns.ts'
import { isMatrix, isSymmetric } from './matrix.ts'
import { distinctIn, valuesIn } from './column-values.ts'
import type { Table } from './parsed-table.ts'
import type { RoleGuess, TableMapping } from './table-mapping.ts'

/** Guesses what a table means, from the names of its columns, else from its values. */
export function guessMapping(table: Table): TableMapping {
  if (table.rows[0]?.at(-1) === ownMark) return ownMapping(table)
  const matrix = isMatrix(table)
  const header = matrix
    ? { header: true, why: 'the first row holds the names of nodes' }
    : guessHeader(table)
  const first = header.header ? 1 : 0
  const names = header.header ? (table.rows[0] ?? []) : []
  const comma = guessDecimalComma(table, first)
  const guess = matrix
    ? matrixGuess(table)
    : header.header
      ? namedGuess(table, names)
      : guessWithoutHeader(table)
  const extra = guessExtraColumns(table, first, names, guess, comma.decimalComma)
  return {
    ...guess,
    encoding: table.encoding,
    delimiter: table.delimiter,
    top: table.above.length,
    header: header.header,
    decimalComma: comma.decimalComma,
    columns: { ...guess.columns, ...extra.columns },
    reasons: {
      encoding: `the bytes are ${table.encoding}`,
      delimiter: `a ${delimiterName(table.delimiter)}: ${table.delimiterWhy}`,
      top: topWhy(table.above.length),
      header: header.why,
      decimalComma: comma.why,
      ...guess.reasons,
      ...extra.reasons,
    },
  }
}

function topWhy(top: number): string {
  if (top === 0) return 'nothing stands above it'
  return top === 1 ? 'a title stands above it' : `${top} rows of titles stand above it`
}

const ownRoles: Readonly<Record<'nodes' | 'edges', TableMapping['reasons']>> = {
  nodes: {
    id: 'Id',
    label: 'Label',
    kind: 'kind',
    times: 'times',
    x: 'x',
    y: 'y',
    colour: 'colour',
  },
  edges: {
    source: 'Source',
    target: 'Target',
    direction: 'Type',
    id: 'Id',
    weight: 'Weight',
    predicate: 'predicate',
    times: 'times',
    colour: 'colour',
  },
}

/** What the columns of a table that Orrery wrote mean is known by their names. */
function ownMapping(table: Table): TableMapping {
  const [names = []] = table.rows
  const why = 'Orrery wrote this table'
  const role = names.includes('Source') && names.includes('Target') ? 'edges' : 'nodes'
  const columns = Object.entries(ownRoles[role]).flatMap(([part, name]) => {
    const column = names.indexOf(name)
    return column === -1 ? [] : [[part, column] as const]
  })
  return {
    role,
    encoding: table.encoding,
    delimiter: table.delimiter,
    top: table.above.length,
    header: true,
    // A spreadsheet may have saved it again.
    decimalComma: table.delimiter !== ',' && guessDecimalComma(table, 1).decimalComma,
    columns: Object.fromEntries(columns),
    direction: role === 'edges' ? 'directed' : 'undirected',
    reasons: { role: why, header: why },
  }
}

function matrixGuess(table: Table): RoleGuess {
  const symmetric = isSymmetric(table)
  return {
    role: 'matrix',
    columns: {},
    direction: symmetric ? 'undirected' : 'directed',
    reasons: {
      role: 'the same names stand at its top and on its left, with numbers between them',
      direction: symmetric ? 'the matrix is symmetric' : 'the matrix is not symmetric',
    },
  }
}

function namedGuess(table: Table, names: readonly string[]): RoleGuess {
  const called = (index: number): string =>
    `the column is called "${(names[index] ?? '').slice(0, 60)}"`
  const ends = endColumns(names)
  const [id] = columnsNamed(names, 'id')
  if (ends !== undefined && !(id !== undefined && areTimes(table, [ends.source, ends.target]))) {
    const { source, target, directed } = ends
    return {
      role: 'edges',
      columns: { source, target },
      direction: directed ? 'directed' : 'undirected',
      reasons: {
        role: 'it has columns for both ends of an edge',
        source: called(source),
        target: called(target),
        direction: directed ? 'the names of the two ends have an order' : 'neither end comes first',
      },
    }
  }
  if (id !== undefined) return nodesBy(id, called(id))
  const lone = loneEnd(names)
  if (lone !== undefined) {
    return {
      role: 'edges',
      columns: { [lone.role]: lone.column },
      direction: 'directed',
      reasons: { role: 'it has a column for one end of an edge', [lone.role]: called(lone.column) },
    }
  }
  return guessUnnamed(table, names, called)
}

/** No name says what the table is: two columns that share values are edges, else rows are nodes. */
function guessUnnamed(
  table: Table,
  names: readonly string[],
  called: (index: number) => string,
): RoleGuess {
  const body = { ...table, rows: table.rows.slice(1), lines: table.lines.slice(1) }
  const edges = table.width === 2 ? guessWithoutHeader(body) : undefined
  if (edges?.role === 'edges' && edges.doubt === undefined) return edges
  const unique = (column: number): boolean => {
    const values = valuesIn(table, column, 1)
    return values.length === table.rows.length - 1 && distinctIn(values) === values.length
  }
  const instead = columnsInstead(names).find(unique)
  if (instead !== undefined)
    return nodesBy(instead, `${called(instead)}, and no two rows share a value`)
  const column = names.findIndex((_, index) => unique(index))
  const doubt = 'no column is called like an id or like the two ends of an edge'
  if (edges?.role === 'edges' && column === -1) {
    return { ...edges, doubt: `${doubt}; the two columns are taken for the ends of edges` }
  }
  const even = body.rows.filter((row) => row.length === table.width).length
  if (table.width < 2 || column === -1 || even < 0.9 * body.rows.length) {
    return {
      role: 'nodes',
      columns: {},
      direction: 'undirected',
      reasons: { role: doubt },
      doubt,
    }
  }
  return {
    ...nodesBy(column, 'it is the first column in which no two rows share a value'),
    doubt: `${doubt}; each row is taken for a node, with the first column of distinct values as its id`,
  }
}

function nodesBy(id: number, why: string): RoleGuess {
  return {
    role: 'nodes',
    columns: { id },
    direction: 'undirected',
    reasons: { role: 'it has a column for an id and none for the ends of edges', id: why },
  }
}

/** Columns called "from" and "to" in a table of nodes may be bounds of time. */
function areTimes(table: Table, columns: readonly number[]): boolean {
  return columns.every((column) =>
    valuesIn(table, column, 1).every((value) => /^\d{4}(?:-\d\d){1,2}/.test(value)),
  )
}
