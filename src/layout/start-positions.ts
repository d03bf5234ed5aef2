import { neighbourLists, type CanonicalInput } from './layout-input.ts'

/** More pivots change the picture little and cost a breadth-first search each. */
const pivotCount = 24

/**
 * Start positions of a connected graph as interleaved x, y, about as far apart as the nodes are in
 * the graph (mean edge about 1). Pivot MDS (Brandes and Pich, 2006): distances to a few far-apart
 * nodes, double-centred, projected on the two main axes by power iteration. Only + − × ÷ and square
 * roots, so that every machine gives the same bytes. A hash of the id keeps nodes with the same
 * distances apart.
 */
export function startPositions(
  graph: Pick<CanonicalInput, 'nodes' | 'edges'>,
  seed: number,
): Float64Array {
  const order = graph.nodes.length
  const columns = pivotDistances(neighbourLists(order, graph.edges), seed)
  centreTwice(columns, order)
  const first = mainAxis(columns, order, undefined)
  const second = mainAxis(columns, order, first)
  const xs = projection(columns, first, order)
  const ys = projection(columns, second, order)
  const positions = new Float64Array(order * 2)
  graph.nodes.forEach((node, index) => {
    const scatter = hash(node.id, seed)
    positions[index * 2] = (xs[index] ?? 0) + (((scatter & 0xffff) / 0xffff) * 2 - 1) * 0.4
    positions[index * 2 + 1] = (ys[index] ?? 0) + (((scatter >>> 16) / 0xffff) * 2 - 1) * 0.4
  })
  return positions
}

/** FNV-1a with a final mix, 32 bits, over UTF-16 code units. */
export function hash(text: string, seed: number): number {
  let state = (0x811c9dc5 ^ seed) >>> 0
  for (let index = 0; index < text.length; index += 1)
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

function pivotDistances(
  neighbours: readonly (readonly number[])[],
  seed: number,
): readonly Float64Array[] {
  const order = neighbours.length
  const nearest = new Float64Array(order).fill(Infinity)
  const columns: Float64Array[] = []
  let pivot = order === 0 ? 0 : seed % order
  while (columns.length < Math.min(pivotCount, order)) {
    const distances = distancesFrom(pivot, neighbours)
    columns.push(distances)
    for (let node = 0; node < order; node += 1)
      nearest[node] = Math.min(nearest[node] ?? 0, distances[node] ?? 0)
    pivot = nearest.indexOf(nearest.reduce((a, b) => Math.max(a, b), 0))
  }
  return columns
}

function distancesFrom(root: number, neighbours: readonly (readonly number[])[]): Float64Array {
  const distances = new Float64Array(neighbours.length).fill(-1)
  distances[root] = 0
  const queue = [root]
  for (const node of queue)
    for (const next of neighbours[node] ?? []) {
      if (distances[next] !== -1) continue
      distances[next] = (distances[node] ?? 0) + 1
      queue.push(next)
    }
  return distances
}

function centreTwice(columns: readonly Float64Array[], order: number): void {
  const rowMeans = new Float64Array(order)
  let total = 0
  const columnMeans = columns.map((column) => {
    let sum = 0
    column.forEach((distance, node) => {
      const square = distance * distance
      column[node] = square
      sum += square
      rowMeans[node] = (rowMeans[node] ?? 0) + square / columns.length
    })
    total += sum
    return sum / order
  })
  const mean = total / (order * columns.length)
  columns.forEach((column, at) => {
    column.forEach((square, node) => {
      column[node] = -0.5 * (square - (rowMeans[node] ?? 0) - (columnMeans[at] ?? 0) + mean)
    })
  })
}

/** The main eigenvector of CᵀC (columns × columns), at right angles to `other` where given. */
function mainAxis(
  columns: readonly Float64Array[],
  order: number,
  other: Float64Array | undefined,
): Float64Array {
  let axis = Float64Array.from(columns, (_, at) => 1 + ((at * 7) % 5) - (other ? at % 3 : 0))
  for (let round = 0; round < 60; round += 1) {
    if (other !== undefined) removeShare(axis, other)
    normalise(axis)
    const projected = projection(columns, axis, order)
    axis = Float64Array.from(columns, (column) =>
      column.reduce((sum, value, node) => sum + value * (projected[node] ?? 0), 0),
    )
  }
  if (other !== undefined) removeShare(axis, other)
  const length = normalise(axis)
  // The eigenvalue's fourth root brings the projection to the units of the graph's distances.
  const scale = length > 0 ? 1 / Math.sqrt(Math.sqrt(length / order) * order) : 0
  axis.forEach((value, at) => {
    axis[at] = value * scale
  })
  return axis
}

function projection(
  columns: readonly Float64Array[],
  axis: Float64Array,
  order: number,
): Float64Array {
  const result = new Float64Array(order)
  columns.forEach((column, at) => {
    const share = axis[at] ?? 0
    column.forEach((value, node) => {
      result[node] = (result[node] ?? 0) + value * share
    })
  })
  return result
}

function removeShare(vector: Float64Array, other: Float64Array): void {
  let dot = 0
  let square = 0
  other.forEach((value, at) => {
    dot += value * (vector[at] ?? 0)
    square += value * value
  })
  if (square === 0) return
  other.forEach((value, at) => {
    vector[at] = (vector[at] ?? 0) - (value * dot) / square
  })
}

function normalise(vector: Float64Array): number {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  if (length > 0)
    vector.forEach((value, at) => {
      vector[at] = value / length
    })
  return length
}
