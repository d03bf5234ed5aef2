/** Bars over amounts from the least to the greatest, all equally wide. */
export interface Histogram {
  readonly bars: readonly Bar[]
  /** The greatest number of nodes in one bar. */
  readonly tallest: number
  /** Nodes without an amount, which stand in no bar. */
  readonly without: number
}

export interface Bar {
  /** Amounts from here; the last bar alone has its end as well. */
  readonly from: number
  readonly to: number
  /** How many nodes there would be without the range. */
  readonly all: number
  /** How many the picture shows. */
  readonly shown: number
}

const mostBars = 24

/**
 * How many nodes have which amount. `all` are those that everything but the range lets through,
 * `shown` those that the picture shows.
 */
export function histogramOf<Node>(
  amountOf: (node: Node) => number | undefined,
  { min, max }: { readonly min: number; readonly max: number },
  all: Iterable<Node>,
  shown: ReadonlySet<Node>,
): Histogram {
  const edges = barEdges(
    min,
    max,
    [...all].every((node) => Number.isInteger(amountOf(node) ?? 0)),
  )
  const bars = edges
    .slice(1)
    .map((to, index) => ({ from: edges[index] ?? min, to, all: 0, shown: 0 }))
  let without = 0
  for (const node of new Set([...all, ...shown])) {
    const amount = amountOf(node)
    if (amount === undefined) {
      without += 1
      continue
    }
    const bar = bars[barOf(edges, amount)]
    if (bar === undefined) continue
    bar.all += 1
    if (shown.has(node)) bar.shown += 1
  }
  return { bars, tallest: bars.reduce((most, each) => Math.max(most, each.all), 0), without }
}

/** Whole numbers get bars of whole widths, so that each number stands in one bar. */
function barEdges(min: number, max: number, whole: boolean): readonly number[] {
  if (!(max > min)) return [min, max]
  if (whole) {
    const width = Math.ceil((max - min + 1) / mostBars)
    const count = Math.ceil((max - min + 1) / width)
    return Array.from({ length: count + 1 }, (_, index) => min + index * width)
  }
  return Array.from({ length: mostBars + 1 }, (_, index) => min + (max - min) * (index / mostBars))
}

function barOf(edges: readonly number[], amount: number): number {
  let [low, high] = [0, edges.length - 2]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (amount >= (edges[middle] ?? Infinity)) low = middle
    else high = middle - 1
  }
  return low
}
