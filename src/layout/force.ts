import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { forceSettings, type ForceSettings } from './force-settings.ts'
import { hypotenuse } from './hypotenuse.ts'
import { canonicalInput, radius, type CanonicalInput, type LayoutInput } from './layout-input.ts'
import { balancedUnit, springsOf, total, type Spring } from './springs.ts'
import { hash } from './start-positions.ts'

export interface Force {
  /** Runs n iterations; the mean movement per iteration, relative to the extent. */
  readonly step: (n: number) => number
  /** Interleaved x, y in the order of the input, in its units. */
  readonly positions: () => Float64Array
  /** Puts the node there and holds it; the index is the input's. */
  readonly pin: (index: number, point: { readonly x: number; readonly y: number }) => void
  readonly unpin: (index: number) => void
  /** True once three steps in a row moved less than the tolerance. */
  readonly settled: () => boolean
}

const perNode = 10
const perEdge = 3
const exactUpTo = 1500

/**
 * ForceAtlas2 (Jacomy and others, 2014) from the positions of the input, step by step. The picture
 * is taken in at the scale at which repulsion and attraction balance, so it neither bursts nor
 * collapses; a node without a finite position starts near its neighbours' middle.
 * The same graph in another order gives the same result.
 */
export function createForce(input: LayoutInput, settings: ForceSettings = forceSettings): Force {
  const graph = canonicalInput(input)
  const start = knownPositions(graph)
  const centre = centroid(start)
  const matrix = nodeMatrix(graph)
  const masses = withMasses(matrix, graph)
  const springs = springsOf(graph, masses, start)
  const edges = edgeMatrix(springs)
  const extent = meanDistance(start, centre)
  const unit = balancedUnit(springs, masses, start, extent, settings)
  const gravity =
    extent > 0 ? (settings.gravity * settings.scaling * total(masses) * unit) / (2 * extent) : 1
  const place = (node: number, x: number, y: number): void => {
    matrix[node * perNode] = (x - centre.x) / unit
    matrix[node * perNode + 1] = (y - centre.y) / unit
  }
  for (let node = 0; node < graph.nodes.length; node += 1)
    place(node, start[node * 2] ?? 0, start[node * 2 + 1] ?? 0)
  separate(graph, matrix)

  const rank = new Map(graph.origin.map((original, node) => [original, node]))
  let iterations = 0
  let room = 1
  let quiet = 0
  return {
    step: (n) => {
      const before = matrix.slice()
      for (let round = 0; round < n; round += 1) {
        const warmth = Math.min(1, (iterations + 1) / Math.max(1, settings.warmUp))
        const cooling = (1 + iterations / settings.coolAfter) / warmth
        iterate(options(settings, graph.nodes.length, gravity, cooling, room), matrix, edges)
        iterations += 1
      }
      mend(matrix, before)
      if (extent > 0) room = steered(room, (spread(matrix) * unit) / extent)
      const movement = n === 0 ? 0 : meanMovement(matrix, before) / n
      quiet = movement < settings.tolerance && iterations > settings.warmUp ? quiet + 1 : 0
      return movement
    },
    positions: () => {
      const result = new Float64Array(graph.nodes.length * 2)
      graph.origin.forEach((original, node) => {
        result[original * 2] = (matrix[node * perNode] ?? 0) * unit + centre.x
        result[original * 2 + 1] = (matrix[node * perNode + 1] ?? 0) * unit + centre.y
      })
      return result
    },
    pin: (index, point) => {
      const node = rank.get(index)
      if (node === undefined) throw new Error(`There is no node ${index} to pin`)
      if (Number.isFinite(point.x) && Number.isFinite(point.y)) place(node, point.x, point.y)
      matrix[node * perNode + 9] = 1
      quiet = 0
    },
    unpin: (index) => {
      const node = rank.get(index)
      if (node === undefined) throw new Error(`There is no node ${index} to let go`)
      matrix[node * perNode + 9] = 0
      quiet = 0
    },
    settled: () => graph.nodes.length < 2 || quiet >= 3,
  }
}

function options(
  settings: ForceSettings,
  order: number,
  gravity: number,
  cooling: number,
  room: number,
) {
  return {
    linLogMode: settings.linLog,
    outboundAttractionDistribution: settings.distributed,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: settings.scaling * room,
    strongGravityMode: false,
    gravity: gravity * room,
    slowDown: settings.slowDown * cooling,
    barnesHutOptimize: order > exactUpTo,
    barnesHutTheta: 1.2,
  }
}

/** Every node's position; where the input has none, the mean of its placed neighbours. */
function knownPositions(graph: CanonicalInput): Float64Array {
  const known = graph.nodes.map(({ x, y }) =>
    x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)
      ? { x, y }
      : undefined,
  )
  const sums = new Float64Array(graph.nodes.length * 3)
  const add = (node: number, other: number): void => {
    const point = known[other]
    if (point === undefined) return
    sums[node * 3] = (sums[node * 3] ?? 0) + point.x
    sums[node * 3 + 1] = (sums[node * 3 + 1] ?? 0) + point.y
    sums[node * 3 + 2] = (sums[node * 3 + 2] ?? 0) + 1
  }
  for (const { source, target } of graph.edges) {
    add(source, target)
    add(target, source)
  }
  const result = new Float64Array(graph.nodes.length * 2)
  const scatter = 10 * Math.sqrt(graph.nodes.length)
  graph.nodes.forEach((node, index) => {
    const bits = hash(node.id, 1)
    const count = sums[index * 3 + 2] ?? 0
    const near = count > 0 ? 10 : scatter
    const x = count > 0 ? (sums[index * 3] ?? 0) / count : 0
    const y = count > 0 ? (sums[index * 3 + 1] ?? 0) / count : 0
    const point = known[index]
    result[index * 2] = point?.x ?? x + near * ((bits & 0xffff) / 0x7fff - 1)
    result[index * 2 + 1] = point?.y ?? y + near * ((bits >>> 16) / 0x7fff - 1)
  })
  return result
}

function centroid(positions: Float64Array): { readonly x: number; readonly y: number } {
  const order = Math.max(1, positions.length / 2)
  let x = 0
  let y = 0
  for (let at = 0; at < positions.length; at += 2) {
    x += (positions[at] ?? 0) / order
    y += (positions[at + 1] ?? 0) / order
  }
  return { x, y }
}

function nodeMatrix(graph: CanonicalInput): Float32Array {
  const matrix = new Float32Array(graph.nodes.length * perNode)
  graph.nodes.forEach((node, index) => {
    matrix[index * perNode + 6] = 1
    matrix[index * perNode + 7] = 1
    matrix[index * perNode + 8] = radius(node)
    matrix[index * perNode + 9] = node.fixed === true ? 1 : 0
  })
  return matrix
}

/** One, and one for every neighbour; written into the matrix as well. */
function withMasses(matrix: Float32Array, graph: CanonicalInput): Float64Array {
  const masses = new Float64Array(graph.nodes.length).fill(1)
  for (const { source, target } of graph.edges) {
    masses[source] = (masses[source] ?? 1) + 1
    masses[target] = (masses[target] ?? 1) + 1
  }
  masses.forEach((mass, node) => {
    matrix[node * perNode + 6] = mass
  })
  return masses
}

function edgeMatrix(springs: readonly Spring[]): Float32Array {
  const result = new Float32Array(springs.length * perEdge)
  springs.forEach(({ hub, end, strength }, index) => {
    result.set([hub * perNode, end * perNode, strength], index * perEdge)
  })
  return result
}

function meanDistance(
  positions: Float64Array,
  centre: { readonly x: number; readonly y: number },
): number {
  let sum = 0
  for (let at = 0; at < positions.length; at += 2)
    sum += hypotenuse((positions[at] ?? 0) - centre.x, (positions[at + 1] ?? 0) - centre.y)
  return positions.length > 0 ? (sum * 2) / positions.length : 0
}

/** Coincident nodes feel no force between them and would stay together for ever. */
function separate(graph: CanonicalInput, matrix: Float32Array): void {
  const taken = new Set<string>()
  graph.nodes.forEach((node, index) => {
    const at = index * perNode
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const key = `${matrix[at]} ${matrix[at + 1]}`
      if (!taken.has(key) || node.fixed === true) {
        taken.add(key)
        return
      }
      const bits = hash(node.id, attempt + 2)
      matrix[at] = (matrix[at] ?? 0) + (bits & 0xffff) / 0x7fff - 1
      matrix[at + 1] = (matrix[at + 1] ?? 0) + (bits >>> 16) / 0x7fff - 1
    }
  })
}

/** Whatever went past the range of numbers returns to its last place, at rest. */
function mend(matrix: Float32Array, before: Float32Array): void {
  for (let at = 0; at < matrix.length; at += perNode) {
    if (Number.isFinite(matrix[at]) && Number.isFinite(matrix[at + 1])) continue
    matrix[at] = before[at] ?? 0
    matrix[at + 1] = before[at + 1] ?? 0
    matrix.fill(0, at + 2, at + 6)
    matrix[at + 7] = 1
  }
}

/** Repulsion's new share of the one set, when the picture is `growth` times as large as at first. */
function steered(room: number, growth: number): number {
  return Math.min(4, Math.max(0.25, room / Math.sqrt(Math.max(growth, 0.01))))
}

/** The mean distance from the middle, in units of the model. */
function spread(matrix: Float32Array): number {
  let sum = 0
  for (let at = 0; at < matrix.length; at += perNode)
    sum += hypotenuse(matrix[at] ?? 0, matrix[at + 1] ?? 0)
  return sum / Math.max(1, matrix.length / perNode)
}

function meanMovement(matrix: Float32Array, before: Float32Array): number {
  let moved = 0
  let extent = 0
  for (let at = 0; at < matrix.length; at += perNode) {
    const x = matrix[at] ?? 0
    const y = matrix[at + 1] ?? 0
    moved += hypotenuse(x - (before[at] ?? 0), y - (before[at + 1] ?? 0))
    extent += hypotenuse(x, y)
  }
  return extent > 0 ? moved / extent : 0
}
