/** Places of a honeycomb, as round as can be. */
export interface HexDisc {
  /** Around 0, 0. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** Two places each that are next to each other. */
  readonly pairs: readonly (readonly [number, number])[]
}

/** The sine of 60°: how much nearer to each other than its places the rows of a honeycomb are. */
const rowHeight = 0.8660254037844386
/** Row and column of half of the neighbours of a place: right, upper left, upper right. */
const neighbours = [
  [0, 2],
  [1, -1],
  [1, 1],
] as const

/** So many places, the innermost first, none nearer to another than `step`. */
export function hexDisc(count: number, step: number): HexDisc {
  const reach = Math.ceil(Math.sqrt(count)) + 1
  const found: { readonly row: number; readonly column: number; readonly square: number }[] = []
  for (let row = -reach; row <= reach; row += 1)
    // Columns are half a place wide, and every other one is free in each row.
    for (let column = -2 * reach + Math.abs(row % 2); column <= 2 * reach; column += 2)
      found.push({ row, column, square: column * column + 3 * row * row })
  found.sort((a, b) => a.square - b.square || b.row - a.row || a.column - b.column)
  const places = found.slice(0, count)
  const index = new Map(places.map(({ row, column }, at) => [`${row} ${column}`, at]))
  const [column, row] = [mean(places.map((at) => at.column)), mean(places.map((at) => at.row))]
  return {
    x: Float64Array.from(places, (place) => ((place.column - column) / 2) * step),
    y: Float64Array.from(places, (place) => (place.row - row) * rowHeight * step),
    pairs: places.flatMap((place, at) =>
      neighbours.flatMap(([up, right]): (readonly [number, number])[] => {
        const other = index.get(`${place.row + up} ${place.column + right}`)
        return other === undefined ? [] : [[at, other]]
      }),
    ),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
