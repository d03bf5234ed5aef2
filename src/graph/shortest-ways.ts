import { breather, type Steps } from '../model/steps.ts'
import { eachNeighbour } from './ways.ts'
import type { Ways } from './ways.ts'

/**
 * All shortest paths from one node to another, as the steps that lie on them. A search that counts
 * steps beside costs numbers its states `steps * nodes + node`; in any other a state is a node.
 */
export interface ShortestWays {
  readonly from: number
  readonly to: number
  readonly cost: number
  /** From every state on a shortest path, the next ones, by node. */
  readonly next: ReadonlyMap<number, readonly number[]>
}

/**
 * The paths with the fewest steps, worked out in pieces, by breadth-first search from both ends at
 * once (Pohl 1971), the smaller front first. Undefined where there is none of at most `longest`
 * steps.
 */
export function* shortestWays(
  ways: Ways,
  from: number,
  to: number,
  longest: number,
): Steps<ShortestWays | undefined> {
  const pauses = breather()
  if (from === to) return { from, to, cost: 0, next: new Map() }
  const { forward, backward, open } = ways
  const ahead = new Int32Array(ways.graph.nodes.length).fill(-1)
  const behind = new Int32Array(ways.graph.nodes.length).fill(-1)
  ahead[from] = 0
  behind[to] = 0
  const fronts = { ahead: [from], behind: [to] }
  const steps = { ahead: 0, behind: 0 }
  while (fronts.ahead.length > 0 && fronts.behind.length > 0) {
    if (steps.ahead + steps.behind >= longest) return undefined
    const side = fronts.ahead.length <= fronts.behind.length ? 'ahead' : 'behind'
    const [own, other] = side === 'ahead' ? [ahead, behind] : [behind, ahead]
    steps[side] += 1
    const grown: number[] = []
    for (const node of fronts[side]) {
      if (pauses()) yield
      eachNeighbour(side === 'ahead' ? forward : backward, open, node, (neighbour) => {
        if (own[neighbour] !== -1) return
        own[neighbour] = steps[side]
        grown.push(neighbour)
      })
    }
    fronts[side] = grown
    const met = grown.filter((node) => other[node] !== -1)
    if (met.length === 0) continue
    // Whole fronts grew, so every meeting node is as far from both ends as the fronts are.
    const next = stepsThrough(ways, met, ahead, behind, steps)
    return { from, to, cost: steps.ahead + steps.behind, next }
  }
  return undefined
}

/** From the meeting nodes back to the start and on to the end, along distances that fall by one. */
function stepsThrough(
  { forward, backward, open }: Ways,
  met: readonly number[],
  ahead: Int32Array,
  behind: Int32Array,
  steps: { readonly ahead: number; readonly behind: number },
): ReadonlyMap<number, readonly number[]> {
  const next = new Map<number, number[]>()
  const link = (from: number, to: number): void => {
    const list = next.get(from)
    if (list === undefined) next.set(from, [to])
    else list.push(to)
  }
  let level: ReadonlySet<number> = new Set(met)
  for (let left = steps.ahead - 1; left >= 0; left -= 1) {
    const earlier = new Set<number>()
    for (const node of level)
      eachNeighbour(backward, open, node, (before) => {
        if (ahead[before] !== left) return
        link(before, node)
        earlier.add(before)
      })
    level = earlier
  }
  level = new Set(met)
  for (let left = steps.behind - 1; left >= 0; left -= 1) {
    const later = new Set<number>()
    for (const node of level)
      eachNeighbour(forward, open, node, (after) => {
        if (behind[after] !== left) return
        link(node, after)
        later.add(after)
      })
    level = later
  }
  for (const list of next.values()) list.sort((a, b) => a - b)
  return next
}

/** How many paths there are; no longer exact beyond 2^53. */
export function countPaths({ from, next }: ShortestWays): number {
  const counts = new Map<number, number>()
  const stack = [from]
  for (let state = stack.at(-1); state !== undefined; state = stack.at(-1)) {
    const after = next.get(state) ?? []
    const open = after.filter((each) => !counts.has(each))
    if (open.length > 0 && !counts.has(state)) stack.push(...open)
    else {
      stack.pop()
      const paths = after.reduce((sum, each) => sum + (counts.get(each) ?? 0), 0)
      counts.set(state, after.length === 0 ? 1 : paths)
    }
  }
  return counts.get(from) ?? 0
}

/** The first `most` paths as lists of states, in the order of the nodes along them. */
export function firstPaths({ from, next }: ShortestWays, most: number): readonly number[][] {
  const found: number[][] = []
  const stack: number[][] = [[from]]
  while (found.length < most) {
    const path = stack.pop()
    if (path === undefined) break
    const after = next.get(path.at(-1) ?? from) ?? []
    if (after.length === 0) found.push(path)
    for (const state of after.toReversed()) stack.push([...path, state])
  }
  return found
}
