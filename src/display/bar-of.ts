/**
 * The last bar that begins at the amount or below; the first one for every amount before it. The
 * edges are where bars begin, by rising amounts, and where the last one ends.
 */
export function barOf(edges: readonly number[], amount: number): number {
  let [low, high] = [0, edges.length - 2]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (amount >= (edges[middle] ?? Infinity)) low = middle
    else high = middle - 1
  }
  return low
}
