/** Rows of floats, one for each thing that is painted, in the form in which a texture holds them. */
export interface Rows {
  /** `floatsPerRow` for each, and unused ones up to the end of the texture's last line. */
  readonly floats: Float32Array
  /** So many things are painted. */
  readonly count: number
  /**
   * Where only some of the rows are painted: which, in the order of painting, and unused numbers up
   * to the end of the texture's last line.
   */
  readonly chosen?: Uint32Array | undefined
  /** By how much radii are larger than the rows say. */
  readonly grown?: number | undefined
}

/** A row is three texels of four floats. */
export const floatsPerRow = 12
/** So many rows lie side by side: no WebGL 2 may refuse a texture of this width. */
export const rowsPerLine = 512

/** Rows with nothing in them. */
export function emptyRows(count: number): Rows {
  return { floats: new Float32Array(linesOf(count) * rowsPerLine * floatsPerRow), count }
}

/** Room for the choice of so many rows. */
export function emptyChoice(count: number): Uint32Array {
  return new Uint32Array(linesOf(count) * rowsPerLine)
}

/** Where in the floats the row of what is painted in this place begins. */
export function startOfRow({ chosen }: Rows, place: number): number {
  return (chosen === undefined ? place : (chosen[place] ?? 0)) * floatsPerRow
}

/** The lines of a texture that so many rows take. */
export function linesOf(count: number): number {
  return Math.max(1, Math.ceil(count / rowsPerLine))
}

/**
 * The same in rows of their own, which may be written to: a choice has those of others. `radii` are
 * the fields that have grown.
 */
export function ownRows<Form extends Rows>(rows: Form, radii: readonly number[]): Form {
  const { chosen, count, grown = 1 } = rows
  if (chosen === undefined) return rows
  const { floats } = emptyRows(count)
  for (let place = 0; place < count; place += 1) {
    const from = startOfRow(rows, place)
    const at = place * floatsPerRow
    floats.set(rows.floats.subarray(from, from + floatsPerRow), at)
    for (const field of radii) floats[at + field] = (floats[at + field] ?? 0) * grown
  }
  return { ...rows, floats, chosen: undefined, grown: undefined }
}

/** The same after they have been written to: who has sent them on knows them by their floats. */
export function rewritten<Form extends Rows>(rows: Form): Form {
  return { ...rows, floats: new Float32Array(rows.floats.buffer) }
}
