import { extentOf, readable } from './amount-extent.ts'
import type { Extent } from './amount-extent.ts'
import { nodeSize } from './appearance.ts'

/** How large nodes are drawn by an amount. */
export interface SizeScale {
  /** Radius in CSS pixels; one without an amount is a dot, half as wide as the least. */
  readonly radius: (amount: number | undefined) => number
  /** Undefined where no node has an amount. */
  readonly extent: Extent | undefined
  /** What a legend shows: the smallest, a middle and the largest node. */
  readonly marks: readonly SizeMark[]
}

export interface SizeMark {
  readonly amount: number
  readonly radius: number
  /** True where greater amounts look the same. */
  readonly orMore: boolean
}

const smallest = 4
const largest = 18
/** Small enough to be told from the least amount at a glance, wherever it stands. */
const without = 2

/** By degree, as every picture begins. */
export function degreeScale(degrees: Iterable<number>): SizeScale {
  const extent = extentOf(degrees)
  // From here on all nodes are of the greatest size.
  const full = fullDegree()
  const top = Math.max(extent?.min ?? 0, Math.min(extent?.max ?? 0, full))
  const radius = (degree: number | undefined): number => nodeSize(degree ?? 0)
  return {
    radius,
    extent,
    marks: marksOf(extent, top, radius, (extent?.max ?? 0) > full),
  }
}

/**
 * A scale on which the area grows evenly with the amount, from 4 px to 18 px of radius. It begins
 * at 0 where amounts do, and at the least one where all lie far from 0, as years do.
 */
export function amountScale(amounts: Iterable<number>): SizeScale {
  const extent = extentOf(amounts)
  if (extent === undefined) return { radius: () => without, extent, marks: [] }
  const { min, max } = extent
  const start = min > max / 2 ? min : Math.min(0, min)
  const radius = (amount: number | undefined): number => {
    if (amount === undefined) return without
    // Halved first: the difference of two finite amounts need not be finite.
    const range = max / 2 - start / 2
    // Half of the least number there is, is 0.
    const share = range > 0 ? (amount / 2 - start / 2) / range : 0.25
    return Math.sqrt(smallest ** 2 + Math.min(1, Math.max(0, share)) * areaAbove)
  }
  return { radius, extent, marks: marksOf(extent, max, radius, false) }
}

const areaAbove = largest ** 2 - smallest ** 2

function fullDegree(): number {
  let degree = 0
  while (nodeSize(degree) < largest) degree += 1
  return degree
}

function marksOf(
  extent: Extent | undefined,
  top: number,
  radius: (amount: number) => number,
  beyond: boolean,
): readonly SizeMark[] {
  if (extent === undefined) return []
  const { min, whole } = extent
  const middle = readable(min / 2 + top / 2, min, top, whole)
  const amounts = [...new Set([min, ...(middle === undefined ? [] : [middle]), top])]
  return amounts.map((amount) => ({
    amount,
    radius: radius(amount),
    orMore: beyond && amount === top,
  }))
}
