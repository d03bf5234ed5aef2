import { barOf } from './bar-of.ts'
import type { Extent } from './amount-extent.ts'

/** Amounts laid out from the least to the greatest, in bars and in steps of a brush. */
export interface Axis {
  /** Where bars begin, and where the last one ends. */
  readonly edges: readonly number[]
  /** How many steps a brush has from one end to the other. */
  readonly steps: number
  /** The amounts between two steps; whole numbers lie between theirs. */
  readonly rangeBetween: (
    from: number,
    to: number,
  ) => { readonly min: number; readonly max: number }
  /** The steps that such amounts lie between. */
  readonly stepsOf: (range: { readonly min: number; readonly max: number }) => {
    readonly from: number
    readonly to: number
  }
}

const mostBars = 24
const stepsPerBar = 10

/** The axis of these amounts; undefined where all are the same, so that there is nothing to brush. */
export function axisOf({ min, max, whole }: Extent): Axis | undefined {
  // A span beyond the largest number cannot be divided.
  if (!(max > min) || !Number.isFinite(max - min)) return undefined
  return whole ? wholeAxis(min, max) : evenAxis(min, max)
}

function evenAxis(min: number, max: number): Axis {
  const span = max - min
  const steps = mostBars * stepsPerBar
  const at = (step: number): number => (step >= steps ? max : min + span * (step / steps))
  const stepAt = (amount: number): number =>
    within(Math.round(((amount - min) / span) * steps), steps)
  return {
    edges: Array.from({ length: mostBars + 1 }, (_, index) => at(index * stepsPerBar)),
    steps,
    rangeBetween: (from, to) => ({ min: at(from), max: at(to) }),
    stepsOf: (range) => ({ from: stepAt(range.min), to: stepAt(range.max) }),
  }
}

/** Bars and steps are whole numbers wide, so that each number stands in one of them. */
function wholeAxis(min: number, max: number): Axis {
  const least = Math.ceil((max - min + 1) / mostBars)
  const unit = least <= 2 * stepsPerBar ? 1 : Math.ceil(least / stepsPerBar)
  const width = unit === 1 ? least : unit * stepsPerBar
  const bars = Math.ceil((max - min + 1) / width)
  const steps = (bars * width) / unit
  const at = (step: number): number => min + step * unit
  const stepAt = (amount: number): number => within(Math.floor((amount - min) / unit), steps)
  return {
    edges: Array.from({ length: bars + 1 }, (_, index) => min + index * width),
    steps,
    rangeBetween: (from, to) => ({ min: at(from), max: Math.min(max, at(to) - 1) }),
    stepsOf: (range) => ({
      from: stepAt(range.min),
      to: range.max >= max ? steps : stepAt(range.max + 1),
    }),
  }
}

function within(step: number, steps: number): number {
  return Math.min(steps, Math.max(0, step))
}

/** How many nodes have which amount, in bars of the same width. */
export interface Histogram {
  readonly bars: readonly Bar[]
  /** The greatest number of nodes in one bar. */
  readonly tallest: number
  /** Nodes without an amount, which stand in no bar. */
  readonly without: number
}

export interface Bar {
  /** How many nodes there would be without the range. */
  readonly all: number
  /** How many the picture shows. */
  readonly shown: number
}

/** Counts nodes: `all` are those that everything but the range lets through. */
export function histogramOf<Node>(
  { edges }: Pick<Axis, 'edges'>,
  amountOf: (node: Node) => number | undefined,
  all: ReadonlySet<Node>,
  shown: ReadonlySet<Node>,
): Histogram {
  const bars = edges.slice(1).map(() => ({ all: 0, shown: 0 }))
  let without = 0
  // A range only takes nodes away, so those that are shown are among all of them.
  for (const node of all) {
    const amount = amountOf(node)
    const bar = amount === undefined ? undefined : bars[barOf(edges, amount)]
    if (bar === undefined) {
      without += 1
      continue
    }
    bar.all += 1
    if (shown.has(node)) bar.shown += 1
  }
  return { bars, tallest: bars.reduce((most, each) => Math.max(most, each.all), 0), without }
}
