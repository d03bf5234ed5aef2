/** The least and the greatest amount. */
export interface Extent {
  readonly min: number
  readonly max: number
  /** True where all amounts are whole numbers. */
  readonly whole: boolean
}

/** About that amount with few digits, where such a one lies between the two. */
export function readable(
  amount: number,
  min: number,
  max: number,
  whole: boolean,
): number | undefined {
  for (const digits of [1, 2, 3, 4]) {
    const short = Number(amount.toPrecision(digits))
    const rounded = whole ? Math.round(short) : short
    const near = Math.abs(rounded - amount) <= max / 8 - min / 8
    if (rounded > min && rounded < max && (near || whole)) return rounded
  }
  return undefined
}

/** The extent of some amounts; undefined where there are none. */
export function extentOf(amounts: Iterable<number>): Extent | undefined {
  let [min, max] = [Infinity, -Infinity]
  let whole = true
  for (const amount of amounts) {
    whole &&= Number.isSafeInteger(amount)
    min = Math.min(min, amount)
    max = Math.max(max, amount)
  }
  // 0 and −0 are one amount: the sum of −0 and 0 is 0.
  return min <= max ? { min: min + 0, max: max + 0, whole } : undefined
}
