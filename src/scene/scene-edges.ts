import type { PictureEdge } from '../display/picture.ts'
import { incidenceSteps, rowOf, type Incidence } from '../graph/incidence.ts'
import type { StatementId } from '../model/ids.ts'
import { allAtOnce, type Steps } from '../model/steps.ts'

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
  #incidence: Incidence | undefined

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
    return rowOf((this.#incidence ??= allAtOnce(this.#incidenceSteps())), node)
  }

  *index(): Steps<void> {
    this.#incidence ??= yield* this.#incidenceSteps()
  }

  #incidenceSteps(): Steps<Incidence> {
    return incidenceSteps(this.#columns.ends, this.#nodes)
  }
}
