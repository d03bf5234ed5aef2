import type { Entity } from '../model/knowledge.ts'

/** A column of the table: what it shows of a row, and what it is sorted by. */
export interface TableColumn {
  readonly id: string
  readonly title: string
  /** In characters, as far as a look at some rows can tell. */
  readonly width: number
  /** True where what stands in it are figures, which stand at the end of their cells. */
  readonly figures: boolean
  readonly holds: Holds
  readonly text: (row: number) => string
  /** What a number or a date is sorted by; undefined where its text is. */
  readonly amount: (row: number) => number | undefined
  /** The entity that the cell names. */
  readonly entity: (row: number) => Entity | undefined
}

/** What the cells of a column are, and so what can be asked of them. */
export type Holds = 'texts' | 'numbers' | 'dates'

/** What a column shows of one record. */
export interface ColumnDraft<Thing> {
  readonly id: string
  readonly title: string
  readonly figures?: boolean
  /** Where it is left out, figures are numbers and all else texts. */
  readonly holds?: Holds
  readonly text: (thing: Thing) => string
  readonly amount?: (thing: Thing) => number | undefined
  readonly entity?: (thing: Thing) => Entity | undefined
}

const narrowest = 6
const widest = 34
const mostSampled = 200

/** The column over a list of records: row `n` is the nth of them. */
export function columnOver<Thing>(
  draft: ColumnDraft<Thing>,
  things: readonly Thing[],
): TableColumn {
  const { id, title, figures = false, text, amount, entity } = draft
  const { holds = figures ? 'numbers' : 'texts' } = draft
  const of =
    <Result>(read: ((thing: Thing) => Result) | undefined) =>
    (row: number): Result | undefined => {
      const thing = things[row]
      return thing === undefined || read === undefined ? undefined : read(thing)
    }
  const textOf = of(text)
  // The mark of an entity takes the room of three characters, the button to sort that of two.
  const mark = entity === undefined ? 0 : 3
  let width = Math.max(narrowest, letters(title) + 2)
  const step = Math.max(1, Math.floor(things.length / mostSampled))
  for (let row = 0; row < things.length && width < widest; row += step) {
    width = Math.max(width, letters(textOf(row) ?? '') + mark)
  }
  return {
    id,
    title,
    width: Math.min(widest, width),
    figures,
    holds,
    text: (row) => textOf(row) ?? '',
    amount: of(amount),
    entity: of(entity),
  }
}

/** The column for how many of something a record has. */
export function countColumn<Thing>(
  id: string,
  title: string,
  count: (thing: Thing) => number,
): ColumnDraft<Thing> {
  return { id, title, figures: true, text: (thing) => String(count(thing)), amount: count }
}

/** About how many letters wide a text is; Chinese letters count twice. */
function letters(text: string): number {
  let count = 0
  for (const letter of text.slice(0, widest)) count += letter > '\u10ff' ? 2 : 1
  return count
}
