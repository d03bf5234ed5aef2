import { tiesOf } from './coarsen.ts'
import type { WeightedGraph } from './canonical-graph.ts'
import { createPushes } from './pushes.ts'

export interface Relaxation {
  /** One iteration at this warmth, from 1 to 0; the mean movement as a share of the room of a node. */
  readonly step: (warmth: number) => number
}

/** Cells are made anew when nodes have moved by this share of their room, on average. */
const mostDrift = 0.5
/** Share of the way to where a node would rest, and how much of its last movement it keeps. */
const eagerness = 0.8
const momentum = 0.9
/** No step is longer than so many mean edges, at full warmth. */
const longestStep = 4

/**
 * Moves the points of a level towards where pull and push balance: ties pull with their length,
 * nodes push with 1 / distance², which shows neighbourhoods better than 1 / distance. Each node goes
 * part of the way to where it would rest if all others stood still, so no speed needs tuning.
 */
export function createRelaxation(
  graph: WeightedGraph,
  masses: Float64Array,
  xs: Float64Array,
  ys: Float64Array,
): Relaxation {
  const { order } = graph
  const ties = tiesOf(graph)
  const forceX = new Float64Array(order)
  const forceY = new Float64Array(order)
  const stiffness = new Float64Array(order)
  const speedX = new Float64Array(order)
  const speedY = new Float64Array(order)
  const pushes = createPushes(xs, ys, masses)
  let drift = Infinity

  const advance = (longest: number): number => {
    let moved = 0
    for (let node = 0; node < order; node += 1) {
      const share = eagerness / ((ties[node] ?? 0) + (stiffness[node] ?? 0) + 1e-9)
      let x = (speedX[node] ?? 0) * momentum + (forceX[node] ?? 0) * share
      let y = (speedY[node] ?? 0) * momentum + (forceY[node] ?? 0) * share
      const distance = Math.sqrt(x * x + y * y)
      if (distance > longest) {
        x *= longest / distance
        y *= longest / distance
      }
      speedX[node] = x
      speedY[node] = y
      xs[node] = (xs[node] ?? 0) + x
      ys[node] = (ys[node] ?? 0) + y
      moved += Math.min(distance, longest)
    }
    return moved / order
  }
  return {
    step: (warmth) => {
      if (drift > mostDrift) {
        pushes.build()
        drift = 0
      } else pushes.follow()
      const room = pushes.spacing()
      pushes.repel(forceX, forceY, stiffness)
      const length = pull(graph, xs, ys, forceX, forceY)
      const moved = advance(longestStep * length * Math.max(warmth, 0.05))
      drift += room > 0 ? moved / room : Infinity
      const measure = Math.min(length, room)
      return measure > 0 ? moved / measure : 0
    },
  }
}

/** Adds the pull of all ties to the forces; the mean length of a tie. */
function pull(
  graph: WeightedGraph,
  xs: Float64Array,
  ys: Float64Array,
  forceX: Float64Array,
  forceY: Float64Array,
): number {
  const { order, first, ends, weights } = graph
  let lengths = 0
  for (let node = 0; node < order; node += 1) {
    const x = xs[node] ?? 0
    const y = ys[node] ?? 0
    let sumX = 0
    let sumY = 0
    const to = first[node + 1] ?? 0
    for (let slot = first[node] ?? 0; slot < to; slot += 1) {
      const end = ends[slot] ?? 0
      const weight = weights[slot] ?? 0
      const dx = (xs[end] ?? 0) - x
      const dy = (ys[end] ?? 0) - y
      sumX += dx * weight
      sumY += dy * weight
      lengths += Math.sqrt(dx * dx + dy * dy)
    }
    forceX[node] = (forceX[node] ?? 0) + sumX
    forceY[node] = (forceY[node] ?? 0) + sumY
  }
  return ends.length > 0 ? lengths / ends.length : 0
}
