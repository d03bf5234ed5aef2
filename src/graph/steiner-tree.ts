import { breather, type Steps } from '../model/steps.ts'
import { eachNeighbour } from './ways.ts'
import type { Ways } from './ways.ts'

/** A tree as steps between node indices, each from the region of one seed outwards. */
export interface SteinerTree {
  readonly steps: readonly (readonly [from: number, to: number])[]
  /** The seeds by the part of the graph that joins them; more than one where none joins all. */
  readonly parts: readonly (readonly number[])[]
}

/**
 * A small tree that joins the seeds, worked out in pieces, over the ways in either direction: every
 * node goes to its nearest seed, and the cheapest crossings between these regions make a spanning
 * tree of the seeds (Mehlhorn 1988, "A faster approximation algorithm for the Steiner problem in
 * graphs"). It has at most 2 - 2 / seeds times the fewest steps possible. One tree per part where
 * the graph falls apart.
 */
export function* steinerTree(ways: Ways, seeds: readonly number[]): Steps<SteinerTree> {
  const regions = yield* regionsOf(ways, seeds)
  const { sources, targets } = ways.graph.adjacency
  const crossings: Crossing[] = []
  const pauses = breather()
  for (const [edge, source] of sources.entries()) {
    if (pauses()) yield
    const target = targets[edge] ?? 0
    const [a, b] = [regions.seed[source] ?? -1, regions.seed[target] ?? -1]
    if (a === -1 || a === b || !ways.open(edge)) continue
    const steps = (regions.steps[source] ?? 0) + 1 + (regions.steps[target] ?? 0)
    crossings.push({ a, b, source, target, steps })
  }
  // Edges stand by their ends, and sorting is stable: ties fall the same way every time.
  crossings.sort((a, b) => a.steps - b.steps)
  const group = new Map(seeds.map((seed) => [seed, [seed]]))
  const steps = new Map<number, readonly [number, number]>()
  const crossed: (readonly [number, number])[] = []
  for (const { a, b, source, target } of crossings) {
    const [one, other] = [group.get(a) ?? [], group.get(b) ?? []]
    if (one === other) continue
    one.push(...other)
    for (const seed of other) group.set(seed, one)
    crossed.push([source, target])
    for (const end of [source, target])
      for (let node = end; ;) {
        const before = regions.before[node] ?? -1
        if (before === -1 || steps.has(node)) break
        steps.set(node, [before, node])
        node = before
      }
  }
  return { steps: [...steps.values(), ...crossed], parts: [...new Set(group.values())] }
}

interface Crossing {
  readonly a: number
  readonly b: number
  readonly source: number
  readonly target: number
  readonly steps: number
}

interface Regions {
  /** Per node its nearest seed, the number of steps from there, and the node before; -1 for none. */
  readonly seed: Int32Array
  readonly steps: Int32Array
  readonly before: Int32Array
}

function* regionsOf({ graph, forward, open }: Ways, seeds: readonly number[]): Steps<Regions> {
  const pauses = breather()
  const nodeCount = graph.nodes.length
  const seed = new Int32Array(nodeCount).fill(-1)
  const steps = new Int32Array(nodeCount)
  const before = new Int32Array(nodeCount).fill(-1)
  const queue = [...seeds]
  for (const node of seeds) seed[node] = node
  for (const node of queue) {
    if (pauses()) yield
    eachNeighbour(forward, open, node, (next) => {
      if (seed[next] !== -1) return
      seed[next] = seed[node] ?? -1
      steps[next] = (steps[node] ?? 0) + 1
      before[next] = node
      queue.push(next)
    })
  }
  return { seed, steps, before }
}
