import { coordinateColumns, doubtOf } from '../../model/coordinate-names.ts'
import { fits } from '../../model/literal.ts'
import { hexColour } from '../hex-colour.ts'
import { columnsNamed, wordsOf } from './column-names.ts'
import type { ColumnRole } from './column-names.ts'
import { distinctIn, valuesIn } from './column-values.ts'
import type { RoleGuess, TableMapping } from './table-mapping.ts'
import { hasDecimalComma, numberIn } from './infer-datatype.ts'
import type { Table } from './parsed-table.ts'
import { directionOf } from './read-cells.ts'

type Guessed = Pick<TableMapping, 'columns' | 'reasons'>
type Test = (values: readonly string[], name: string) => boolean

const sampled = 5000
/** More kinds or relations than this make no legend. */
const mostClasses = 50

const edgeRoles: readonly ColumnRole[] = [
  'id',
  'direction',
  'predicate',
  'label',
  'weight',
  'start',
  'end',
  'date',
  'times',
  'colour',
]
const nodeRoles: readonly ColumnRole[] = [
  'label',
  'kind',
  'start',
  'end',
  'times',
  'x',
  'y',
  'colour',
]

/** Whether numbers have a decimal comma, by the column that shows it best. */
export function guessDecimalComma(
  table: Table,
  first: number,
): { readonly decimalComma: boolean; readonly why: string } {
  for (let column = 0; column < Math.min(table.width, 200); column += 1) {
    const values = valuesIn(table, column, first, sampled)
    if (!hasDecimalComma(values)) continue
    const shown = values.find((value) => value.includes(',')) ?? ''
    return { decimalComma: true, why: `column ${column + 1} holds numbers such as "${shown}"` }
  }
  return { decimalComma: false, why: 'no column holds only numbers with a comma' }
}

/** The columns beside ids and ends: by their names, and where their values bear them out. */
export function guessExtraColumns(
  table: Table,
  first: number,
  names: readonly string[],
  guess: RoleGuess,
  decimalComma: boolean,
): Guessed {
  if (names.length === 0 || (guess.role !== 'edges' && guess.role !== 'nodes')) {
    return { columns: {}, reasons: {} }
  }
  const columns: Partial<Record<ColumnRole, number>> = {}
  const reasons: Partial<Record<ColumnRole, string>> = {}
  const used = new Set<number | undefined>(Object.values(guess.columns))
  const take = (role: ColumnRole, column: number, why: string): void => {
    columns[role] = column
    reasons[role] = why
    used.add(column)
  }
  const test = (role: ColumnRole, column: number): boolean => {
    const check = testOf(role, decimalComma)
    return check(valuesIn(table, column, first, sampled), wordsOf(names[column] ?? ''))
  }
  for (const role of guess.role === 'edges' ? edgeRoles : nodeRoles) {
    const column = [...columnsNamed(names, role), ...endingIn(names, role)].find(
      (candidate) => !used.has(candidate) && test(role, candidate),
    )
    if (column !== undefined) take(role, column, `the column is called "${names[column] ?? ''}"`)
  }
  // A position needs both.
  if (columns.x === undefined || columns.y === undefined) {
    for (const axis of ['x', 'y'] as const) {
      delete columns[axis]
      delete reasons[axis]
    }
  }
  if (guess.role === 'nodes')
    for (const [role, column] of coordinatesIn(table, first, names, used, decimalComma))
      take(role, column, `the column is called "${names[column] ?? ''}"`)
  const { label } = columns
  if (guess.role === 'edges' && label !== undefined && columns.predicate === undefined) {
    if (areClasses(valuesIn(table, label, first))) {
      take('predicate', label, `edges have labels, and there are few different ones`)
      delete columns.label
      delete reasons.label
    }
  }
  return { columns, reasons }
}

/** The first pair of columns called latitude and longitude with mostly places of the globe in it. */
function coordinatesIn(
  table: Table,
  first: number,
  names: readonly string[],
  used: ReadonlySet<number | undefined>,
  decimalComma: boolean,
): readonly (readonly ['latitude' | 'longitude', number])[] {
  const numbersIn = (column: number): readonly (number | undefined)[] =>
    table.rows.slice(first, first + sampled).map((row) => numberIn(row[column] ?? '', decimalComma))
  for (const { latitude, longitude } of coordinateColumns(names)) {
    if (used.has(latitude) || used.has(longitude)) continue
    const longitudes = numbersIn(longitude)
    const pairs = numbersIn(latitude).flatMap((north, row) => {
      const east = longitudes[row]
      return north === undefined || east === undefined ? [] : [{ latitude: north, longitude: east }]
    })
    const outside = pairs.filter((pair) => doubtOf(pair) === 'outside').length
    if (pairs.length > 2 * outside)
      return [
        ['latitude', latitude],
        ['longitude', longitude],
      ]
  }
  return []
}

/** "page_name" serves as a label, "page_type" as a kind, where there is one such column. */
function endingIn(names: readonly string[], role: ColumnRole): readonly number[] {
  const ending = role === 'label' ? / name$/ : role === 'kind' ? / type$/ : undefined
  if (ending === undefined) return []
  const found = names.flatMap((name, index) => (ending.test(wordsOf(name)) ? [index] : []))
  return found.length === 1 ? found : []
}

function testOf(role: ColumnRole, decimalComma: boolean): Test {
  const every =
    (test: (value: string) => boolean): Test =>
    (values) =>
      values.length > 0 && values.every(test)
  const isNumber = (value: string): boolean => numberIn(value, decimalComma) !== undefined
  switch (role) {
    case 'direction':
      return (values, name) =>
        values.length > 0 &&
        values.every(
          (value) =>
            directionOf(value) !== undefined &&
            (name.includes('directed') || !/^[01]$/.test(value)),
        )
    case 'kind':
    case 'predicate':
      return areClasses
    case 'weight':
      return (values, name) => /weight|权重|gewicht/.test(name) || every(isNumber)(values, name)
    case 'start':
    case 'end':
    case 'date':
      return every((value) => fits(value, 'date') || isNumber(value))
    case 'x':
    case 'y':
      return every(isNumber)
    case 'colour':
      return every((value) => hexColour(value) !== undefined)
    default:
      return () => true
  }
}

/** True where the values are names of classes: few, and each of several records. */
function areClasses(values: readonly string[]): boolean {
  const distinct = distinctIn(values)
  return (
    distinct > 0 &&
    distinct <= mostClasses &&
    (distinct * 2 <= values.length || values.length <= 10)
  )
}
