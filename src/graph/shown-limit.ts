import type { GraphSize } from './part.ts'

/** What a browser says of its machine's memory goes no further, in GiB. */
const mostMemory = 8
/** Of browsers that say nothing. */
const usualMemory = 4
const edgesPerGibibyte = 125_000
/** Nodes carry labels and attributes, so that one costs as much as four edges. */
const edgesPerNode = 4

/** How large a graph may be to be shown at ease on a machine with so much memory, in GiB. */
export function shownLimit(memory: number = usualMemory): GraphSize {
  const edges = Math.floor(Math.min(memory, mostMemory) * edgesPerGibibyte)
  return { nodes: Math.floor(edges / edgesPerNode), edges }
}
