import type { PictureEdge } from '../display/picture.ts'
import type { StatementId } from '../model/ids.ts'

/**
 * The edges of a picture in columns. An edge is a number here, its place: straight ones come first,
 * then the bent ones and the loops, both in painting order.
 */
export class SceneEdges {
  readonly pictures: readonly PictureEdge[]
  /** Two for each edge, source and target, as ranks of nodes. */
  readonly ends: Uint32Array
  /** So many are straight. */
  readonly straight: number
  readonly #nodes: number
  #rows: Rows | undefined

  /** `nodes` is how many nodes the picture has. */
  constructor(
    nodes: number,
    pictures: readonly PictureEdge[],
    ends: Uint32Array,
    straight: number,
  ) {
    this.#nodes = nodes
    this.pictures = pictures
    this.ends = ends
    this.straight = straight
  }

  get count(): number {
    return this.pictures.length
  }

  source(place: number): number {
    return this.ends[2 * place] ?? 0
  }

  target(place: number): number {
    return this.ends[2 * place + 1] ?? 0
  }

  /** The picture's edge. Throws where there is none. */
  at(place: number): PictureEdge {
    const edge = this.pictures[place]
    if (edge === undefined) throw new Error(`The scene has no edge at place ${place}`)
    return edge
  }

  /** Where these are; found in one pass, for an index of all would be large and seldom asked. */
  placesOf(ids: ReadonlySet<StatementId>): ReadonlyMap<StatementId, number> {
    const places = new Map<StatementId, number>()
    for (let place = 0; place < this.count && places.size < ids.size; place += 1) {
      const { id } = this.at(place)
      if (ids.has(id)) places.set(id, place)
    }
    return places
  }

  /** The places of the edges at the node of this rank; a self-loop stands once. */
  around(node: number): Uint32Array {
    const { starts, places } = (this.#rows ??= this.#inRows())
    return places.subarray(starts[node], starts[node + 1])
  }

  /** The ranks of a node's neighbours, each once; the node itself where it has a self-loop. */
  neighbours(node: number): ReadonlySet<number> {
    const found = new Set<number>()
    for (const place of this.around(node)) {
      const source = this.source(place)
      found.add(source === node ? this.target(place) : source)
    }
    return found
  }

  /** Compressed rows, made once somebody asks what lies around a node. */
  #inRows(): Rows {
    const { ends, count } = this
    const starts = new Uint32Array(this.#nodes + 1)
    const visit = (tell: (node: number, place: number) => void): void => {
      for (let place = 0; place < count; place += 1) {
        const [source, target] = [ends[2 * place] ?? 0, ends[2 * place + 1] ?? 0]
        tell(source, place)
        if (target !== source) tell(target, place)
      }
    }
    visit((node) => {
      starts[node + 1] = (starts[node + 1] ?? 0) + 1
    })
    for (let node = 0; node < this.#nodes; node += 1)
      starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0)
    const places = new Uint32Array(starts[this.#nodes] ?? 0)
    const next = starts.slice()
    visit((node, place) => {
      const at = next[node] ?? 0
      places[at] = place
      next[node] = at + 1
    })
    return { starts, places }
  }
}

interface Rows {
  /** Where each node's row begins in `places`, and after the last one where it ends. */
  readonly starts: Uint32Array
  readonly places: Uint32Array
}
