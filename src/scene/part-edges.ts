import type { PictureEdge } from '../display/picture.ts'
import type { StatementId } from '../model/ids.ts'
import type { Steps } from '../model/steps.ts'
import { placesInChoice } from './choice.ts'
import type { Choice } from './choice.ts'
import type { SceneEdges } from './scene-edges.ts'

/** Which of a picture's nodes a part of it has. */
export interface NodeChoice extends Choice {
  /** The rank here of the node with that rank in the whole; undefined where it is not here. */
  readonly rankOf: (inWhole: number) => number | undefined
}

/** Which of its edges: straight ones first. */
interface EdgeChoice extends Choice {
  readonly straight: number
}

/** Edges that are some of a whole's, between nodes that are chosen as well; nothing is copied. */
export class PartEdges implements SceneEdges {
  readonly #whole: SceneEdges
  readonly #choice: EdgeChoice
  readonly #nodes: NodeChoice
  #placeOf: ((inWhole: number) => number | undefined) | undefined

  constructor(whole: SceneEdges, choice: EdgeChoice, nodes: NodeChoice) {
    this.#whole = whole
    this.#choice = choice
    this.#nodes = nodes
  }

  get count(): number {
    return this.#choice.count
  }

  get straight(): number {
    return this.#choice.straight
  }

  source(place: number): number {
    return this.#nodes.rankOf(this.#whole.source(this.#inWhole(place))) ?? 0
  }

  target(place: number): number {
    return this.#nodes.rankOf(this.#whole.target(this.#inWhole(place))) ?? 0
  }

  at(place: number): PictureEdge {
    return this.#whole.at(this.#inWhole(place))
  }

  placesOf(ids: ReadonlySet<StatementId>): ReadonlyMap<StatementId, number> {
    const places = new Map<StatementId, number>()
    for (const [id, inWhole] of this.#whole.placesOf(ids)) {
      const place = this.#place(inWhole)
      if (place !== undefined) places.set(id, place)
    }
    return places
  }

  around(node: number): Uint32Array {
    const inWhole = this.#whole.around(this.#nodes.chosen[node] ?? 0)
    return Uint32Array.from(
      [...inWhole].map((place) => this.#place(place)).filter((place) => place !== undefined),
    )
  }

  index(): Steps<void> {
    return this.#whole.index()
  }

  #inWhole(place: number): number {
    const { chosen, count } = this.#choice
    return place < count ? (chosen[place] ?? -1) : -1
  }

  /** Worked out when first an edge is looked for: most parts are painted and no more. */
  #place(inWhole: number): number | undefined {
    this.#placeOf ??= placesInChoice(this.#choice, this.#whole.count)
    return this.#placeOf(inWhole)
  }
}
