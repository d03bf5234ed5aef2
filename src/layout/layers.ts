/**
 * Directed edges in compressed rows: those from node n are `ends[first[n]]` to `ends[first[n + 1] −
 * 1]`.
 */
export interface Rows {
  readonly first: Uint32Array
  readonly ends: Uint32Array
}

/** Rows of edges, two nodes each, in the order of the list; loops are left out. */
export function rowsOf(order: number, edges: Uint32Array): Rows {
  const first = new Uint32Array(order + 1)
  for (let at = 0; at < edges.length; at += 2)
    if (edges[at] !== edges[at + 1]) {
      const row = (edges[at] ?? 0) + 1
      first[row] = (first[row] ?? 0) + 1
    }
  for (let node = 1; node <= order; node += 1)
    first[node] = (first[node] ?? 0) + (first[node - 1] ?? 0)
  const next = first.slice()
  const ends = new Uint32Array(first[order] ?? 0)
  for (let at = 0; at < edges.length; at += 2) {
    const [from, to] = [edges[at] ?? 0, edges[at + 1] ?? 0]
    if (from === to) continue
    const slot = next[from] ?? 0
    ends[slot] = to
    next[from] = slot + 1
  }
  return { first, ends }
}

/** The same edges the other way round. */
export function turnedRound({ first, ends }: Rows): Rows {
  const edges = new Uint32Array(ends.length * 2)
  for (let node = 0; node + 1 < first.length; node += 1)
    for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1) {
      edges[slot * 2] = ends[slot] ?? 0
      edges[slot * 2 + 1] = node
    }
  return rowsOf(first.length - 1, edges)
}

/**
 * The layer of every node, so that each edge leads to a greater one: the longest way that leads to
 * it, with nodes that nothing leads to right above what they lead to. Where edges run in a circle, those
 * that lead back to a node under way are left out, in a search that takes sources first and then
 * nodes in their order. O(nodes + edges).
 */
export function layersOf(rows: Rows): Uint32Array {
  const back = turnedRound(rows)
  const order = topological(rows, back)
  const place = new Uint32Array(order.length)
  order.forEach((node, at) => {
    place[node] = at
  })
  const layers = new Uint32Array(order.length)
  const each = (node: number, { first, ends }: Rows, visit: (end: number) => void): void => {
    for (let slot = first[node] ?? 0; slot < (first[node + 1] ?? 0); slot += 1)
      visit(ends[slot] ?? 0)
  }
  const isDown = (from: number, to: number): boolean => (place[from] ?? 0) < (place[to] ?? 0)
  for (const node of order)
    each(node, rows, (end) => {
      if (isDown(node, end)) layers[end] = Math.max(layers[end] ?? 0, (layers[node] ?? 0) + 1)
    })
  for (const node of order.toReversed()) {
    let above = 0
    let highest = Infinity
    each(node, back, (end) => (above += isDown(end, node) ? 1 : 0))
    each(node, rows, (end) => {
      if (isDown(node, end)) highest = Math.min(highest, layers[end] ?? 0)
    })
    if (above === 0 && highest < Infinity) layers[node] = highest - 1
  }
  return layers
}

/** All nodes so that edges lead forward, but for those that lead back to a node under way. */
function topological({ first, ends }: Rows, back: Rows): Uint32Array {
  const count = first.length - 1
  const next = first.slice()
  const seen = new Uint8Array(count)
  const result = new Uint32Array(count)
  let left = count
  const search = (root: number): void => {
    if (seen[root] === 1) return
    seen[root] = 1
    const path = [root]
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const slot = next[node] ?? 0
      if (slot === (first[node + 1] ?? 0)) {
        left -= 1
        result[left] = node
        path.pop()
        continue
      }
      next[node] = slot + 1
      const end = ends[slot] ?? 0
      if (seen[end] === 1) continue
      seen[end] = 1
      path.push(end)
    }
  }
  for (let node = 0; node < count; node += 1)
    if (back.first[node] === back.first[node + 1]) search(node)
  for (let node = 0; node < count; node += 1) search(node)
  return result
}
