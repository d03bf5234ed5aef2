import { columnsNamed, endColumns, loneEnd } from './column-names.ts'
import type { ColumnRole } from './column-names.ts'
import { valuesIn } from './column-values.ts'
import type { Table } from './parsed-table.ts'

const number = /^\s*[+-]?\d*[.,]?\d+(?:[eE][+-]?\d+)?\s*$/
const named: readonly ColumnRole[] = ['label', 'kind', 'predicate', 'weight', 'x', 'y', 'times']
const sampled = 2000
/** In so many rows, a node of the first would occur again. */
const many = 20
/** In fewer rows, nothing can be told from what occurs again. */
const few = 4

/** Whether the first row holds names of columns, and how that is known. */
export function guessHeader(table: Pick<Table, 'rows'>): {
  readonly header: boolean
  readonly why: string
} {
  const [first = []] = table.rows
  const yes = (why: string) => ({ header: true, why })
  const no = (why: string) => ({ header: false, why })
  const known = columnsNamed(first, 'id').length > 0 || endColumns(first) !== undefined
  if (known || loneEnd(first) !== undefined) return yes('the first row has names that are known')
  const roles = named.filter((role) => columnsNamed(first, role).length > 0)
  if (roles.length > 1) return yes('the first row has names that are known')
  if (table.rows.length < 2) return no('there is only one row')
  if (first.some((cell) => number.test(cell))) return no('there are numbers in the first row')
  const numeric = first.findIndex((_, column) => {
    const values = valuesIn(table, column, 1, sampled)
    return values.length > 0 && values.every((value) => number.test(value))
  })
  if (numeric !== -1) return yes('only the first row has no number in a column of numbers')
  const [again] = repeatedIn(table)
  if (again !== undefined) return no(`"${again.slice(0, 60)}" of the first row occurs again below`)
  if (table.rows.length > many || restRepeats(table))
    return yes('nothing of the first row occurs again below')
  const alike = first.every((cell, column) => {
    const shapes = valuesIn(table, column, 1, sampled).map(shapeOf)
    return 2 * shapes.filter((shape) => shape === shapeOf(cell)).length >= shapes.length
  })
  return alike ? no('the first row looks like the others') : yes('the first row looks different')
}

function repeatedIn({ rows: [first = [], ...others] }: Pick<Table, 'rows'>): readonly string[] {
  const below = new Set(others.slice(0, sampled).flat())
  return first.filter((cell) => cell.trim() !== '' && below.has(cell))
}

/** True where nearly everything but the first row occurs several times. */
function restRepeats({ rows }: Pick<Table, 'rows'>): boolean {
  if (rows.length <= few) return false
  const counts = new Map<string, number>()
  const cells = rows.slice(1, sampled).flatMap((row) => row.slice(0, 2))
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return cells.filter((cell) => counts.get(cell) !== 1).length > 0.8 * cells.length
}

/** "Qwen-72b" looks like "Aa-0a". */
function shapeOf(text: string): string {
  return text
    .slice(0, 200)
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/[\p{L}\p{M}]+/gu, (letters) =>
      /^A+$/.test(letters) ? 'A' : letters.startsWith('A') ? 'Aa' : 'a',
    )
    .replace(/\d+/g, '0')
}
