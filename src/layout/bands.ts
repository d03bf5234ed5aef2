import type { WeightedGraph } from './canonical-graph.ts'
import { spread } from './spread.ts'

/** Nodes that stand side by side: a ring unrolled, or a layer. */
export interface Band {
  readonly nodes: Uint32Array
  /** How near two neighbours in a band may be. */
  readonly separation: number
  /** Between which bounds they stand, if any. */
  readonly low?: number
  readonly high?: number
}

const sweeps = 12

/**
 * Where along its band each node stands, so that edges between bands are short and cross each other
 * little: every node goes to the middle of its neighbours, band after band down and up again, and
 * each band is put in order of that and spread (the barycentre method of Sugiyama, Tagawa and Toda,
 * 1981, with places in the role of ranks). Begins at `start`; the best of the sweeps is kept. A
 * node of no band stays at its start. O(nodes · log nodes + edges) for each sweep.
 */
export function alongBands(
  graph: Pick<WeightedGraph, 'first' | 'ends'>,
  bands: readonly Band[],
  start: Float64Array,
): Float64Array {
  const bandOf = new Int32Array(start.length).fill(-1)
  bands.forEach(({ nodes }, index) => nodes.forEach((node) => (bandOf[node] = index)))
  const along = start.slice()
  const wishes = new Float64Array(start.length)
  const orders = bands.map(({ nodes }) => nodes.slice())
  const settle = (index: number, counts: (other: number) => boolean): void => {
    const [band, order] = [bands[index], orders[index]]
    if (band === undefined || order === undefined) return
    for (const node of order) wishes[node] = wishOf(graph, node, along, bandOf, counts)
    // Sorting is stable: where wishes agree, the order stays.
    order.sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0))
    const places = spread(
      Float64Array.from(order, (node) => wishes[node] ?? 0),
      band.separation,
      band.low,
      band.high,
    )
    order.forEach((node, at) => (along[node] = places[at] ?? 0))
  }
  let best = along.slice()
  let least = Infinity
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (let index = 0; index < bands.length; index += 1) settle(index, (other) => other <= index)
    for (let index = bands.length - 1; index >= 0; index -= 1)
      settle(index, (other) => other >= index)
    const length = lengthOf(graph, along, bandOf)
    if (length >= least) continue
    least = length
    best = along.slice()
  }
  return best
}

/** The middle of the neighbours in bands that count; where the node is if it has none. */
function wishOf(
  { first, ends }: Pick<WeightedGraph, 'first' | 'ends'>,
  node: number,
  along: Float64Array,
  bandOf: Int32Array,
  counts: (band: number) => boolean,
): number {
  let sum = 0
  let count = 0
  for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1) {
    const end = ends[slot] ?? 0
    const band = bandOf[end] ?? -1
    if (band === -1 || !counts(band)) continue
    sum += along[end] ?? 0
    count += 1
  }
  return count === 0 ? (along[node] ?? 0) : sum / count
}

function lengthOf(
  { first, ends }: Pick<WeightedGraph, 'first' | 'ends'>,
  along: Float64Array,
  bandOf: Int32Array,
): number {
  let length = 0
  for (let node = 0; node < along.length; node += 1) {
    if (bandOf[node] === -1) continue
    for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1) {
      const end = ends[slot] ?? 0
      if (bandOf[end] !== -1) length += Math.abs((along[end] ?? 0) - (along[node] ?? 0))
    }
  }
  return length
}
