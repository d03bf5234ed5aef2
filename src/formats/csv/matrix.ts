import type { Table } from './parsed-table.ts'

/** A matrix with fewer nodes is more likely to be another table. */
const fewest = 2

/**
 * True where the same names stand in the first row and in the first column, and numbers or
 * nothing between them.
 */
export function isMatrix({ rows }: Pick<Table, 'rows'>): boolean {
  const [header = [], ...body] = rows
  const names = header.slice(1)
  if (names.length < fewest || body.length < fewest || body.length > names.length) return false
  const known = new Set(names)
  if (known.size !== names.length || names.some((name) => name.trim() === '')) return false
  const cornered = (header[0] ?? '').trim() === ''
  if (!cornered && body.length !== names.length) return false
  const labels = new Set(body.map((row) => row[0] ?? ''))
  if (labels.size !== body.length || [...labels].some((label) => !known.has(label))) return false
  return body.every((row) => row.length <= header.length && row.slice(1).every(isMeasure))
}

/** True where every cell equals its mirror image. */
export function isSymmetric({ rows }: Table): boolean {
  const columns = new Map((rows[0] ?? []).map((name, index) => [name, index] as const))
  const cells = new Map(rows.slice(1).map((row) => [row[0] ?? '', row] as const))
  const cell = (row: string, column: string): string => {
    const text = cells.get(row)?.[columns.get(column) ?? -1] ?? ''
    return isNothing(text) ? '' : text.trim()
  }
  return [...cells.keys()].every((row) =>
    (rows[0] ?? []).slice(1).every((column) => cell(row, column) === cell(column, row)),
  )
}

/** True where a cell of a matrix says that there is no edge. */
export function isNothing(text: string): boolean {
  return /^\s*(?:[+-]?0+(?:[.,]0+)?)?\s*$/.test(text)
}

function isMeasure(text: string): boolean {
  return text.trim() === '' || /^\s*[+-]?\d*[.,]?\d+(?:[eE][+-]?\d+)?\s*$/.test(text)
}
