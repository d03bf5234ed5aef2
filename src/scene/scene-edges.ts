import type { PictureEdge } from '../display/picture.ts'
import type { StatementId } from '../model/ids.ts'
import { allAtOnce, breather, type Steps } from '../model/steps.ts'

/**
 * The edges of a picture. An edge is a number here, its place: straight ones come first, then the
 * bent ones and the loops, both in painting order.
 */
export interface SceneEdges {
  readonly count: number
  /** So many are straight. */
  readonly straight: number
  /** The rank of the node where it begins. */
  source(place: number): number
  /** The rank of the node where it ends. */
  target(place: number): number
  /** The picture's edge. Throws where there is none. */
  at(place: number): PictureEdge
  /** Where these are, without those that are not there. */
  placesOf(ids: ReadonlySet<StatementId>): ReadonlyMap<StatementId, number>
  /** The places of the edges at the node of this rank; a self-loop stands once. */
  around(node: number): Uint32Array
  /** Makes ahead, in steps, what is needed to say what lies around a node. */
  index(): Steps<void>
}

/** The ranks of a node's neighbours, each once; the node itself where it has a self-loop. */
export function neighbours(edges: SceneEdges, node: number): ReadonlySet<number> {
  const found = new Set<number>()
  for (const place of edges.around(node)) {
    const source = edges.source(place)
    found.add(source === node ? edges.target(place) : source)
  }
  return found
}

/** What is known of each edge, by its place. */
interface EdgeColumns {
  readonly pictures: readonly PictureEdge[]
  /** Two for each edge, source and target, as ranks of nodes. */
  readonly ends: Uint32Array
  readonly straight: number
}

/** Edges between so many nodes, in columns. */
export class OwnEdges implements SceneEdges {
  readonly #columns: EdgeColumns
  readonly #nodes: number
  #rows: Rows | undefined

  constructor(columns: EdgeColumns, nodes: number) {
    this.#columns = columns
    this.#nodes = nodes
  }

  get count(): number {
    return this.#columns.pictures.length
  }

  get straight(): number {
    return this.#columns.straight
  }

  source(place: number): number {
    return this.#columns.ends[2 * place] ?? 0
  }

  target(place: number): number {
    return this.#columns.ends[2 * place + 1] ?? 0
  }

  at(place: number): PictureEdge {
    const edge = this.#columns.pictures[place]
    if (edge === undefined) throw new Error(`The scene has no edge at place ${place}`)
    return edge
  }

  /** Found in one pass, for an index of all would be large and seldom asked. */
  placesOf(ids: ReadonlySet<StatementId>): ReadonlyMap<StatementId, number> {
    const { pictures } = this.#columns
    const places = new Map<StatementId, number>()
    for (let place = 0; place < pictures.length && places.size < ids.size; place += 1) {
      const id = pictures[place]?.id
      if (id !== undefined && ids.has(id)) places.set(id, place)
    }
    return places
  }

  around(node: number): Uint32Array {
    const { starts, places } = (this.#rows ??= allAtOnce(this.#inRows()))
    return places.subarray(starts[node], starts[node + 1])
  }

  *index(): Steps<void> {
    this.#rows ??= yield* this.#inRows()
  }

  /** Compressed rows. */
  *#inRows(): Steps<Rows> {
    const { ends } = this.#columns
    const nodes = this.#nodes
    // Too short a piece would wait longer than it works.
    const pauses = breather(16_384)
    const starts = new Uint32Array(nodes + 1)
    for (let end = 0; end < ends.length; end += 1) {
      if (pauses()) yield
      if (isLoopsTarget(ends, end)) continue
      const node = ends[end] ?? 0
      starts[node + 1] = (starts[node + 1] ?? 0) + 1
    }
    for (let node = 0; node < nodes; node += 1)
      starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0)
    const places = new Uint32Array(starts[nodes] ?? 0)
    const next = starts.slice()
    for (let end = 0; end < ends.length; end += 1) {
      if (pauses()) yield
      if (isLoopsTarget(ends, end)) continue
      const node = ends[end] ?? 0
      const at = next[node] ?? 0
      places[at] = end >> 1
      next[node] = at + 1
    }
    return { starts, places }
  }
}

/** A self-loop stands in its node's row by its source alone. */
function isLoopsTarget(ends: Uint32Array, end: number): boolean {
  return end % 2 === 1 && ends[end] === ends[end - 1]
}

interface Rows {
  /** Where each node's row begins in `places`, and after the last one where it ends. */
  readonly starts: Uint32Array
  readonly places: Uint32Array
}
