/** Places that tell something of the nodes: groups, rings or layers. In the order of the input. */
export interface Arranged {
  readonly x: Float64Array
  /** Upwards. */
  readonly y: Float64Array
  readonly guides: readonly Guide[]
}

/** A circle around some of the nodes, with room for words above it; only for words with radius 0. */
export interface Guide {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** The group, how many steps away, or undefined for those that the layout says nothing of. */
  readonly about: string | number | undefined
  /** Which nodes, by their indices in the input. */
  readonly nodes: Uint32Array
}

/** The greatest radius among these nodes; a size that is none counts as 1. */
export function widest(sizes: ArrayLike<number>, nodes: ArrayLike<number>): number {
  let most = 1
  for (let at = 0; at < nodes.length; at += 1) {
    const size = sizes[nodes[at] ?? 0] ?? 1
    if (Number.isFinite(size)) most = Math.max(most, size)
  }
  return most
}
