import { breather, type Steps } from '../model/steps.ts'
import { minHeap } from './min-heap.ts'
import type { ShortestWays } from './shortest-ways.ts'
import { eachNeighbour } from './ways.ts'
import type { Ways } from './ways.ts'

/** A search that knows from every node the least cost to its target. */
export interface Guide {
  readonly ways: Ways
  readonly to: number
  /** What it costs to enter each node. */
  readonly costs: Float64Array
  /** The least cost from each node to the target; Infinity where no way leads there. */
  readonly rest: Float64Array
  /** The fewest steps from each node to the target, where steps are counted beside costs. */
  readonly restSteps?: Float64Array
  /** How many more states the searches may visit together. */
  readonly budget: { left: number }
}

/** Where a search starts, and what it must keep away from. */
export interface Detour {
  readonly from: number
  /** Nodes that it may not enter. */
  readonly closed: ReadonlySet<number>
  /** Nodes that it may not enter as the first. */
  readonly closedFirst: ReadonlySet<number>
  readonly mostSteps: number
}

/** The least cost from every node to `to`, in steps, by Dijkstra's algorithm against the ways. */
export function* costsTo(
  { backward, open }: Ways,
  to: number,
  costs: Float64Array,
): Steps<Float64Array> {
  const pauses = breather()
  const rest = new Float64Array(costs.length).fill(Infinity)
  const done = new Uint8Array(costs.length)
  const heap = minHeap()
  rest[to] = 0
  heap.push(0, to)
  for (let node = heap.pop(); node !== undefined; node = heap.pop()) {
    if (done[node] === 1) continue
    done[node] = 1
    if (pauses()) yield
    const cost = (rest[node] ?? 0) + (costs[node] ?? 0)
    eachNeighbour(backward, open, node, (before) => {
      if (cost >= (rest[before] ?? 0)) return
      rest[before] = cost
      heap.push(cost, before)
    })
  }
  return rest
}

/** The fewest steps from every node to `to`, in pieces of work, breadth first against the ways. */
export function* stepsTo({ backward, open, graph }: Ways, to: number): Steps<Float64Array> {
  const pauses = breather()
  const rest = new Float64Array(graph.nodes.length).fill(Infinity)
  rest[to] = 0
  const queue = [to]
  for (const node of queue) {
    if (pauses()) yield
    const steps = (rest[node] ?? 0) + 1
    eachNeighbour(backward, open, node, (before) => {
      if (rest[before] !== Infinity) return
      rest[before] = steps
      queue.push(before)
    })
  }
  return rest
}

/**
 * All cheapest ways of one detour to the target, in steps, by A* (Hart, Nilsson and Raphael 1968):
 * the costs to the target in the whole graph are a consistent estimate in what is left of it.
 * Undefined where there is none, or where the budget is spent.
 */
export function* cheapestWays(guide: Guide, detour: Detour): Steps<ShortestWays | undefined> {
  const pauses = breather()
  const { ways, to, costs, rest, restSteps, budget } = guide
  const nodeCount = costs.length
  const spent = new Map([[detour.from, 0]])
  const before = new Map<number, number[]>()
  const done = new Set<number>()
  const ends: number[] = []
  const heap = minHeap()
  let least = Infinity
  heap.push(rest[detour.from] ?? Infinity, detour.from)
  while ((heap.first() ?? Infinity) <= least && heap.first() !== Infinity) {
    const state = heap.pop()
    if (state === undefined) break
    if (done.has(state)) continue
    done.add(state)
    if (budget.left <= 0) return undefined
    budget.left -= 1
    if (pauses()) yield
    const node = state % nodeCount
    const cost = spent.get(state) ?? 0
    if (node === to) {
      least = cost
      ends.push(state)
      continue
    }
    const steps = restSteps === undefined ? 0 : Math.floor(state / nodeCount) + 1
    eachNeighbour(ways.forward, ways.open, node, (next) => {
      if (detour.closed.has(next)) return
      if (state === detour.from && detour.closedFirst.has(next)) return
      if (restSteps !== undefined && steps + (restSteps[next] ?? 0) > detour.mostSteps) return
      const nextState = steps * nodeCount + next
      const nextCost = cost + (costs[next] ?? 0)
      const total = nextCost + (rest[next] ?? Infinity)
      if (total > least || (restSteps === undefined && total > detour.mostSteps)) return
      const known = spent.get(nextState) ?? Infinity
      if (nextCost > known) return
      // As costs are above 0 and the estimate is consistent, a state that is done never gets cheaper,
      // but it may yet be reached at the same cost from another side.
      if (nextCost === known) before.get(nextState)?.push(state)
      else {
        spent.set(nextState, nextCost)
        before.set(nextState, [state])
        heap.push(total, nextState)
      }
    })
  }
  if (ends.length === 0) return undefined
  return { from: detour.from, to, cost: least, next: turned(before, ends) }
}

/** Steps towards the ends, out of the steps that led to each state. */
function turned(
  before: ReadonlyMap<number, readonly number[]>,
  ends: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const next = new Map<number, number[]>()
  const seen = new Set(ends)
  for (const state of seen)
    for (const earlier of before.get(state) ?? []) {
      const list = next.get(earlier)
      if (list === undefined) next.set(earlier, [state])
      else list.push(state)
      seen.add(earlier)
    }
  for (const list of next.values()) list.sort((a, b) => a - b)
  return next
}
