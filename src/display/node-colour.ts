import type { EntityId } from '../model/ids.ts'
import { extentOf, readable } from './amount-extent.ts'
import { amountColours } from './amount-palette.ts'
import type { Scheme } from './palette.ts'

/** The colour of a node, where it does not tell the kind. `#rrggbb`. */
export type ColourOf = (id: EntityId, scheme: Scheme) => string

/** How nodes are coloured by an amount. */
export interface ColourScale {
  /**
   * What the colour grows evenly with: the amount, its root where most amounts are small against
   * the greatest, or the rank where even roots are.
   */
  readonly evenIn: 'amount' | 'root' | 'rank'
  /** How far an amount is along the ramp, from 0 to 1. */
  readonly shareOf: (amount: number) => number
  /** What a legend names: the least amount, one about the middle of the ramp, and the greatest. */
  readonly ticks: readonly ColourTick[]
}

export interface ColourTick {
  readonly amount: number
  readonly share: number
}

/** Where nine nodes of ten lie in the first third of the ramp, it tells too little of them. */
const crowded = { nodes: 0.9, share: 1 / 3 }

/** The scale for these amounts; undefined where there are none. */
export function colourScale(amounts: Iterable<number>): ColourScale | undefined {
  const sorted = Float64Array.from(amounts).sort()
  const extent = extentOf(sorted)
  if (extent === undefined) return undefined
  const { min, max, whole } = extent
  // Halved first: the difference of two finite amounts need not be finite.
  const even = (amount: number): number =>
    max > min ? within((amount / 2 - min / 2) / (max / 2 - min / 2)) : 0.5
  const most = even(sorted[Math.floor(crowded.nodes * (sorted.length - 1))] ?? max)
  if (most >= crowded.share) {
    const middle = readable(min / 2 + max / 2, extent.min, max, whole)
    return { evenIn: 'amount', shareOf: even, ticks: ticksOf([min, middle, max], even) }
  }
  if (Math.sqrt(most) >= crowded.share) {
    const root = (amount: number): number => Math.sqrt(even(amount))
    const middle = readable(min + (max / 4 - min / 4), min, max, whole)
    return { evenIn: 'root', shareOf: root, ticks: ticksOf([min, middle, max], root) }
  }
  const rank = rankIn(sorted)
  const middle = sorted.find((amount) => rank(amount) >= 0.5)
  return { evenIn: 'rank', shareOf: rank, ticks: ticksOf([min, middle, max], rank) }
}

/** The colour of an amount; of none where it is undefined or the scale is. */
export function amountColour(
  scale: ColourScale | undefined,
  amount: number | undefined,
  scheme: Scheme,
): string {
  if (scale === undefined || amount === undefined) return amountColours[scheme].none
  return rampColour(scale.shareOf(amount), scheme)
}

/** More would not be told apart, and each is kept. */
const levels = 256
const mixed: Readonly<Record<Scheme, string[]>> = { light: [], dark: [] }

/** The colour at a share of the ramp. */
export function rampColour(share: number, scheme: Scheme): string {
  const level = Math.round(within(share) * (levels - 1))
  const { ramp } = amountColours[scheme]
  return (mixed[scheme][level] ??= between(ramp, level / (levels - 1)))
}

function between(ramp: readonly string[], share: number): string {
  const at = share * (ramp.length - 1)
  const before = Math.min(ramp.length - 2, Math.floor(at))
  const [from, to] = [channels(ramp[before] ?? ''), channels(ramp[before + 1] ?? '')]
  const parts = from.map((channel, index) =>
    Math.round(channel + ((to[index] ?? channel) - channel) * (at - before)),
  )
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

/** The share of all that are less; the greatest are at 1. Equal amounts have one colour. */
function rankIn(sorted: Float64Array): (amount: number) => number {
  const below = (amount: number): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? amount) < amount) low = middle + 1
      else high = middle
    }
    return low
  }
  const last = below(sorted.at(-1) ?? 0)
  return (amount) => within(below(amount) / Math.max(1, last))
}

function ticksOf(
  amounts: readonly (number | undefined)[],
  shareOf: (amount: number) => number,
): readonly ColourTick[] {
  const different = new Set(amounts.filter((amount) => amount !== undefined))
  return [...different].map((amount) => ({ amount, share: shareOf(amount) }))
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share))
}
