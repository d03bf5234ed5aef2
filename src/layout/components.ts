/**
 * The connected parts as lists of node indices, the largest first; parts of one size in the order
 * of their first node. Breadth first, O(nodes + edges).
 */
export function components(
  neighbours: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const seen = new Uint8Array(neighbours.length)
  const parts: number[][] = []
  for (let root = 0; root < neighbours.length; root += 1) {
    if (seen[root] === 1) continue
    seen[root] = 1
    const part = [root]
    for (const node of part)
      for (const next of neighbours[node] ?? []) {
        if (seen[next] === 1) continue
        seen[next] = 1
        part.push(next)
      }
    parts.push(part.sort((a, b) => a - b))
  }
  return parts.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}
