import type { SampleGraph } from './layout-graphs.ts'

export interface Quality {
  /** Mean share of a node's neighbours in the graph among its nearest in the plane, as many as it has. */
  readonly preservation: number
  /** Mean squared relative error of distances, at the scale that suits the positions best. */
  readonly stress: number
}

/** Both measures of a layout, from evenly spread samples of nodes where the graph is large. */
export function qualityOf(
  graph: SampleGraph,
  positions: ArrayLike<number>,
  samples = { nodes: 2000, pivots: 50 },
): Quality {
  const rows = compressed(graph)
  return {
    preservation: preservation(rows, positions, samples.nodes),
    stress: stress(rows, positions, samples.pivots),
  }
}

interface Rows {
  readonly order: number
  readonly first: Uint32Array
  readonly ends: Uint32Array
}

function compressed({ order, edges }: SampleGraph): Rows {
  const first = new Uint32Array(order + 1)
  for (const node of edges) first[node + 1] = (first[node + 1] ?? 0) + 1
  for (let node = 0; node < order; node += 1)
    first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0)
  const next = first.slice()
  const ends = new Uint32Array(edges.length)
  const put = (from: number, to: number): void => {
    ends[next[from] ?? 0] = to
    next[from] = (next[from] ?? 0) + 1
  }
  for (let at = 0; at < edges.length; at += 2) {
    put(edges[at] ?? 0, edges[at + 1] ?? 0)
    put(edges[at + 1] ?? 0, edges[at] ?? 0)
  }
  return { order, first, ends }
}

function preservation(rows: Rows, positions: ArrayLike<number>, samples: number): number {
  const { order, first, ends } = rows
  const stride = Math.max(1, Math.floor(order / samples))
  const squares = new Float64Array(order)
  let sum = 0
  let count = 0
  for (let node = 0; node < order; node += stride) {
    const from = first[node] ?? 0
    const to = first[node + 1] ?? 0
    if (from === to) continue
    const x = positions[node * 2] ?? 0
    const y = positions[node * 2 + 1] ?? 0
    for (let other = 0; other < order; other += 1) {
      const dx = (positions[other * 2] ?? 0) - x
      const dy = (positions[other * 2 + 1] ?? 0) - y
      squares[other] = dx * dx + dy * dy
    }
    squares[node] = Infinity
    const own = Array.from(ends.subarray(from, to), (end) => squares[end] ?? 0)
    const limit = smallest(squares, to - from - 1)
    sum += own.filter((square) => square <= limit).length / own.length
    count += 1
  }
  return count === 0 ? 1 : sum / count
}

/** The value that `rank` values lie below; reorders the values (Hoare's selection). */
function smallest(values: Float64Array, rank: number): number {
  let left = 0
  let right = values.length - 1
  while (left < right) {
    const middle = values[(left + right) >> 1] ?? 0
    let low = left
    let high = right
    while (low <= high) {
      while ((values[low] ?? 0) < middle) low += 1
      while ((values[high] ?? 0) > middle) high -= 1
      if (low > high) break
      const held = values[low] ?? 0
      values[low] = values[high] ?? 0
      values[high] = held
      low += 1
      high -= 1
    }
    if (rank <= high) right = high
    else if (rank >= low) left = low
    else break
  }
  return values[rank] ?? 0
}

function stress(rows: Rows, positions: ArrayLike<number>, pivots: number): number {
  const { order } = rows
  const stride = Math.max(1, Math.floor(order / pivots))
  let count = 0
  let linear = 0
  let square = 0
  for (let pivot = 0; pivot < order; pivot += stride) {
    const steps = stepsFrom(rows, pivot)
    for (let node = 0; node < order; node += 1) {
      const wanted = steps[node] ?? 0
      if (wanted <= 0) continue
      const x = (positions[node * 2] ?? 0) - (positions[pivot * 2] ?? 0)
      const y = (positions[node * 2 + 1] ?? 0) - (positions[pivot * 2 + 1] ?? 0)
      const ratio = Math.sqrt(x * x + y * y) / wanted
      count += 1
      linear += ratio
      square += ratio * ratio
    }
  }
  // Σ(s·r − 1)² is least at s = Σr / Σr².
  return count === 0 || square === 0 ? 1 : 1 - (linear * linear) / square / count
}

function stepsFrom({ order, first, ends }: Rows, root: number): Int32Array {
  const steps = new Int32Array(order).fill(-1)
  const queue = new Uint32Array(order)
  let filled = 1
  queue[0] = root
  steps[root] = 0
  for (let at = 0; at < filled; at += 1) {
    const node = queue[at] ?? 0
    for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1) {
      const end = ends[slot] ?? 0
      if (steps[end] !== -1) continue
      steps[end] = (steps[node] ?? 0) + 1
      queue[filled] = end
      filled += 1
    }
  }
  return steps
}
