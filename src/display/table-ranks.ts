import type { TableColumn } from './table-column.ts'

/** For every row the place of its value among all different values of the column. */
export interface Ranks {
  readonly ranks: Uint32Array
  /** How many different values there are; the rank of an empty cell. */
  readonly levels: number
}

type Value = number | string

const collator = new Intl.Collator('en', { numeric: true })

/** What is done between two pauses: about a millisecond. */
const portion = 1024

/** A column's order stays the same for as long as the column does. */
const known = new WeakMap<TableColumn, Ranks>()

/**
 * The ranks of a column: numbers and dates as such, before texts, which stand as a person would
 * sort them, and empty cells last. It pauses again and again, for the caller to see to other things.
 */
export function* ranksOf(column: TableColumn, rowCount: number): Generator<void, Ranks> {
  const before = known.get(column)
  if (before !== undefined) return before
  const slots = new Map<Value, number>()
  const slotOf = new Uint32Array(rowCount)
  for (let row = 0; row < rowCount; row += 1) {
    const value = column.amount(row) ?? column.text(row)
    const slot = slots.get(value) ?? slots.size
    slots.set(value, slot)
    slotOf[row] = slot
    if (row % portion === 0) yield
  }
  const numbers: number[] = []
  const texts: string[] = []
  for (const value of slots.keys()) {
    if (typeof value === 'number') numbers.push(value)
    else if (value !== '') texts.push(value)
  }
  numbers.sort((a, b) => a - b)
  const inOrder = [...numbers, ...(yield* sortedTexts(texts))]
  const rankOf = new Uint32Array(slots.size)
  let levels = 0
  for (const [at, value] of inOrder.entries()) {
    const last = inOrder[at - 1]
    if (last !== undefined && !equal(last, value)) levels += 1
    rankOf[slots.get(value) ?? 0] = levels
    if (at % portion === 0) yield
  }
  if (inOrder.length > 0) levels += 1
  const empty = slots.get('')
  if (empty !== undefined) rankOf[empty] = levels
  const result = { ranks: slotOf.map((slot) => rankOf[slot] ?? levels), levels }
  known.set(column, result)
  return result
}

/** Merge sort: a sort of the language's own would not pause. */
function* sortedTexts(texts: readonly string[]): Generator<void, readonly string[]> {
  let runs: (readonly string[])[] = []
  for (let at = 0; at < texts.length; at += portion) {
    runs.push(texts.slice(at, at + portion).toSorted(collator.compare))
    yield
  }
  while (runs.length > 1) {
    const merged: (readonly string[])[] = []
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? []))
    }
    runs = merged
  }
  return runs[0] ?? []
}

function* merge(a: readonly string[], b: readonly string[]): Generator<void, readonly string[]> {
  const merged: string[] = []
  let [inA, inB] = [0, 0]
  for (;;) {
    const [first, second] = [a[inA], b[inB]]
    if (first === undefined && second === undefined) return merged
    const takesFirst =
      second === undefined || (first !== undefined && collator.compare(first, second) <= 0)
    merged.push((takesFirst ? first : second) ?? '')
    if (takesFirst) inA += 1
    else inB += 1
    if (merged.length % portion === 0) yield
  }
}

function equal(a: Value, b: Value): boolean {
  return typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) === 0 : a === b
}
