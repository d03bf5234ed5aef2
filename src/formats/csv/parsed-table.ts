/** A file cut into rows and cells, before anyone says what they mean. */
export interface Table {
  readonly name: string
  readonly encoding: string
  readonly delimiter: string
  /** How the delimiter is known, as half a sentence. */
  readonly delimiterWhy: string
  /** What stands above the header: titles and the like, which are no part of the table. */
  readonly above: readonly TableRow[]
  /** The header too, where there is one; without comments and blank lines. */
  readonly rows: readonly (readonly string[])[]
  /** The line of the file in which each row begins. */
  readonly lines: readonly number[]
  /** The number of cells that most rows have. */
  readonly width: number
}

/** A row of a file, and the line in which it begins. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}
