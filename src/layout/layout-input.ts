/** What a layout needs of a graph; `size` is a radius in pixels where the whole picture fits. */
export interface LayoutInput {
  readonly nodes: readonly LayoutNode[]
  /** Ends are indices into `nodes`. */
  readonly edges: readonly LayoutEdge[]
}

export interface LayoutNode {
  readonly id: string
  readonly size: number
  /** Where the node is now, in the units of the picture. */
  readonly x?: number
  readonly y?: number
  /** True where the reader has put the node in its place. */
  readonly fixed?: boolean
}

export interface LayoutEdge {
  readonly source: number
  readonly target: number
  readonly weight?: number
}

/** The input in an order that does not depend on the order of the file. */
export interface CanonicalInput {
  readonly nodes: readonly LayoutNode[]
  /** Once for every pair of neighbours, no self-loops, sorted; source < target. */
  readonly edges: readonly WeightedEdge[]
  /** For every canonical node its index in the original input. */
  readonly origin: readonly number[]
}

export interface WeightedEdge {
  readonly source: number
  readonly target: number
  /** Finite, above 0. */
  readonly weight: number
}

/**
 * Sorts nodes by id in code unit order and edges by their ends, joins parallel edges and leaves
 * self-loops out. A weight that is not a positive finite number counts as 1. Throws where an id
 * occurs twice or an edge ends outside the list of nodes.
 */
export function canonicalInput(input: LayoutInput): CanonicalInput {
  const origin = input.nodes.map((_, index) => index)
  const idAt = (index: number): string => input.nodes[index]?.id ?? ''
  origin.sort((a, b) => compare(idAt(a), idAt(b)))
  const rank = new Map(origin.map((index, position) => [index, position]))
  const nodes = origin.flatMap((index) => input.nodes[index] ?? [])
  nodes.forEach((node, index) => {
    if (nodes[index + 1]?.id === node.id) throw new Error(`Two nodes have the id ${node.id}`)
  })
  return { nodes, edges: joinedEdges(input, rank), origin }
}

/** Heavier pairs pull harder, but never so hard that one figure flattens the rest. */
const greatestWeight = 8

function joinedEdges(
  input: LayoutInput,
  rank: ReadonlyMap<number, number>,
): readonly WeightedEdge[] {
  const listed = input.edges.map((edge) => {
    const source = rank.get(edge.source)
    const target = rank.get(edge.target)
    if (source === undefined || target === undefined)
      throw new Error(`The edge ${edge.source}–${edge.target} ends outside the graph`)
    const weight = usable(edge.weight)
    return { source: Math.min(source, target), target: Math.max(source, target), weight }
  })
  // The order of weights counts as well: floating-point sums depend on it.
  listed.sort((a, b) => a.source - b.source || a.target - b.target || a.weight - b.weight)
  const joined: WeightedEdge[] = []
  for (const edge of listed) {
    if (edge.source === edge.target) continue
    const last = joined.at(-1)
    if (last?.source === edge.source && last.target === edge.target)
      joined[joined.length - 1] = { ...last, weight: last.weight + edge.weight }
    else joined.push(edge)
  }
  return joined.map((edge) => ({ ...edge, weight: Math.min(edge.weight, greatestWeight) }))
}

function usable(weight: number | undefined): number {
  return weight !== undefined && Number.isFinite(weight) && weight > 0
    ? Math.min(weight, greatestWeight)
    : 1
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The node's radius, or 1 where the size is not a positive finite number. */
export function radius(node: LayoutNode): number {
  return Number.isFinite(node.size) && node.size > 0 ? node.size : 1
}

/** For every canonical node its neighbours, ascending. */
export function neighbourLists(
  order: number,
  edges: readonly WeightedEdge[],
): readonly (readonly number[])[] {
  const lists = Array.from({ length: order }, (): number[] => [])
  for (const { source, target } of edges) {
    lists[source]?.push(target)
    lists[target]?.push(source)
  }
  for (const list of lists) list.sort((a, b) => a - b)
  return lists
}
