import type { MeasureId } from './measures.ts'
import type { SizeResult } from './results.ts'

/** At most so much, in the figure's unit or as a share of the bare page's figure in the same run. */
type Bound = { readonly most: number } | { readonly share: number }

interface Limit {
  readonly id: MeasureId
  /** By the name of the size. */
  readonly bounds: Readonly<Record<string, Bound>>
}

/** What Orrery wants to keep; a graph of a thousand nodes is quick in every page. */
export const limits: readonly Limit[] = [
  { id: 'picture', bounds: shares(1 / 3, 1 / 5, 1 / 5) },
  { id: 'openingTask', bounds: milliseconds(100, 200, 300) },
  { id: 'openingMemory', bounds: shares(0.6, 0.3, 0.25) },
  { id: 'layout', bounds: milliseconds(3000, 12_000, 25_000) },
  { id: 'panWork95', bounds: milliseconds(8, 12, 16) },
  { id: 'zoomWork95', bounds: milliseconds(8, 12, 16) },
  { id: 'hoverAnswer', bounds: milliseconds(50, 100, 200) },
  { id: 'select', bounds: milliseconds(50, 100, 200) },
  { id: 'filter', bounds: milliseconds(50, 100, 200) },
  { id: 'export', bounds: shares(1 / 3, 1 / 5, 1 / 5) },
]

function milliseconds(
  ...[ten, fifty, hundred]: readonly [number, number, number]
): Limit['bounds'] {
  return { '10k': { most: ten }, '50k': { most: fifty }, '100k': { most: hundred } }
}

function shares(...[ten, fifty, hundred]: readonly [number, number, number]): Limit['bounds'] {
  return { '10k': { share: ten }, '50k': { share: fifty }, '100k': { share: hundred } }
}

export interface Judged {
  readonly bound: Bound
  /** In the terms of the bound. */
  readonly reached: number
  readonly kept: boolean
}

/** Whether a limit is kept at a size; undefined where there is none or a figure is missing. */
export function judged({ id, bounds }: Limit, result: SizeResult): Judged | undefined {
  const bound = bounds[result.size.name]
  const own = result.orrery[id]
  if (bound === undefined || own === undefined) return undefined
  if ('most' in bound) return { bound, reached: own, kept: own <= bound.most }
  const peer = result.bare[id]
  // Of two that were given up none is ahead.
  if (peer === undefined || (own === Infinity && peer === Infinity)) return undefined
  const reached = own / peer
  return { bound, reached, kept: reached <= bound.share }
}
