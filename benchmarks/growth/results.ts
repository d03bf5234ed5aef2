import { median } from '../figures.ts'
import type { Conditions } from './conditions.ts'
import { measures } from './measures.ts'
import type { Figures } from './measures.ts'
import type { Size } from './sizes.ts'

/** Medians of both pages with one graph. */
export interface SizeResult {
  readonly size: Size
  readonly runs: number
  readonly orrery: Figures
  readonly bare: Figures
}

export interface Results {
  readonly conditions: Conditions
  readonly sizes: readonly SizeResult[]
}

/** The middle of each figure over the visits in which it was measured. */
export function mediansOf(visits: readonly Figures[]): Figures {
  return Object.fromEntries(
    measures.flatMap(({ id }) => {
      const values = visits
        .map((visit) => visit[id] ?? Number.NaN)
        .filter((value) => !Number.isNaN(value))
      return values.length === 0 ? [] : [[id, median(values)]]
    }),
  )
}

/** The power of the number of edges that a figure grows with, by least squares over all sizes. */
export function growthOf(
  sizes: readonly SizeResult[],
  read: (result: SizeResult) => number | undefined,
): number | undefined {
  const points = sizes.flatMap((result) => {
    const value = read(result)
    const usable = value !== undefined && value > 0 && Number.isFinite(value)
    return usable ? [{ x: Math.log(result.size.edges), y: Math.log(value) }] : []
  })
  if (points.length < 2) return undefined
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  return (
    mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) * (point.x - x))
  )
}
