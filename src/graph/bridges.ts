import type { Adjacency } from './compact-graph.ts'

/** What the graph would fall apart without. */
export interface Bridges {
  /** Per edge 1 where it alone holds two parts together. */
  readonly edges: Uint8Array
  /** Per node 1 where it alone holds two parts together (an articulation point). */
  readonly nodes: Uint8Array
}

/**
 * Bridges and articulation points whatever the directions, by depth-first search without recursion
 * (Hopcroft and Tarjan 1973; Tarjan 1974), in O(n + m). Of parallel edges none is a bridge, and
 * self-loops hold nothing together.
 */
export function bridges({ nodeCount, edgeCount, both }: Adjacency): Bridges {
  const bridge = new Uint8Array(edgeCount)
  const cut = new Uint8Array(nodeCount)
  const found = new Int32Array(nodeCount).fill(-1)
  const low = new Int32Array(nodeCount)
  const nextSlot = new Uint32Array(nodeCount)
  /** The edge by which the search came. */
  const cameBy = new Int32Array(nodeCount).fill(-1)
  const path: number[] = []
  let time = 0
  const enter = (node: number): void => {
    found[node] = time
    low[node] = time
    time += 1
    nextSlot[node] = both.starts[node] ?? 0
    path.push(node)
  }
  const leave = (node: number, root: number): boolean => {
    path.pop()
    const parent = path.at(-1)
    if (parent === undefined) return false
    const reach = low[node] ?? 0
    low[parent] = Math.min(low[parent] ?? 0, reach)
    if (reach > (found[parent] ?? 0)) bridge[cameBy[node] ?? 0] = 1
    if (parent !== root && reach >= (found[parent] ?? 0)) cut[parent] = 1
    return parent === root
  }
  for (let root = 0; root < nodeCount; root += 1) {
    if (found[root] !== -1) continue
    enter(root)
    let branches = 0
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const slot = nextSlot[node] ?? 0
      if (slot >= (both.starts[node + 1] ?? 0)) {
        if (leave(node, root)) branches += 1
        continue
      }
      nextSlot[node] = slot + 1
      const next = both.neighbours[slot] ?? 0
      const edge = both.edges[slot] ?? 0
      if (edge === cameBy[node]) continue
      if (found[next] === -1) {
        cameBy[next] = edge
        enter(next)
      } else low[node] = Math.min(low[node] ?? 0, found[next] ?? 0)
    }
    if (branches > 1) cut[root] = 1
  }
  return { edges: bridge, nodes: cut }
}
