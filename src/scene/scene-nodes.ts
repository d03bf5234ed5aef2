import type { PictureNode } from '../display/picture.ts'
import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'

/**
 * The nodes of a picture. A node is a number here, its rank: its place in the picture, where the
 * most important stand first. Positions change in place.
 */
export class SceneNodes {
  readonly pictures: readonly PictureNode[]
  /** Two for each node, in graph units. */
  readonly #places: Float64Array
  readonly #findRank: ((id: EntityId) => number | undefined) | undefined
  #ranks: ReadonlyMap<EntityId, number> | undefined

  /**
   * Throws on a position that is no number. An index of all is made when first a rank is asked
   * for, unless `findRank` knows it.
   */
  constructor(pictures: readonly PictureNode[], findRank?: (id: EntityId) => number | undefined) {
    this.pictures = pictures
    this.#findRank = findRank
    this.#places = new Float64Array(2 * pictures.length)
    let at = 0
    for (const { id, x, y } of pictures) {
      if (!Number.isFinite(x) || !Number.isFinite(y))
        throw new Error(`node ${id} has no finite position: ${x}, ${y}`)
      this.#places[at] = x
      this.#places[at + 1] = y
      at += 2
    }
  }

  get count(): number {
    return this.pictures.length
  }

  /** The picture's node. Throws where there is none. */
  at(rank: number): PictureNode {
    const node = this.pictures[rank]
    if (node === undefined) throw new Error(`The scene has no node of rank ${rank}`)
    return node
  }

  rankOf(id: EntityId): number | undefined {
    if (this.#findRank !== undefined) return this.#findRank(id)
    this.#ranks ??= new Map(this.pictures.map((node, rank) => [node.id, rank]))
    return this.#ranks.get(id)
  }

  x(rank: number): number {
    return this.#places[2 * rank] ?? 0
  }

  y(rank: number): number {
    return this.#places[2 * rank + 1] ?? 0
  }

  place(rank: number): Point {
    return { x: this.x(rank), y: this.y(rank) }
  }

  move(rank: number, { x, y }: Point): void {
    this.#places[2 * rank] = x
    this.#places[2 * rank + 1] = y
  }
}
