import type { AbstractGraph } from 'graphology-types'
import type { PictureNode } from '../display/picture.ts'

/** A node as the scene holds it. Position changes in place, unseen by sigma. */
export interface SceneNode {
  x: number
  y: number
  readonly size: number
  readonly color: string
  readonly label: string
  readonly type: 'node'
  /** Its place in the picture; 0 is the most important. */
  readonly rank: number
  readonly picture: PictureNode
}

/**
 * The nodes of a picture for sigma: as much of a graphology graph without edges as sigma reads, by
 * keys that are numerals. It is built once and replaced whole, so that it needs none of
 * graphology's events and attribute copies (docs/decisions).
 */
export class SceneNodes {
  /** By key as a number; what is not there leaves a hole. */
  readonly #nodes: (SceneNode | undefined)[] = []
  readonly #keys: string[] = []

  // What sigma looks for before it takes a graph for one; it calls neither.
  readonly multi = true
  readonly addUndirectedEdgeWithKey = refuse
  readonly dropNode = refuse
  // Edges are painted beside sigma, which is told of none.
  readonly size = 0

  get order(): number {
    return this.#keys.length
  }

  /** To be called in the order of ranks. */
  add(key: string, node: SceneNode): void {
    this.#nodes[Number(key)] = node
    this.#keys.push(key)
  }

  hasNode(key: unknown): boolean {
    return this.#nodes[Number(key)] !== undefined
  }

  nodes(): string[] {
    return [...this.#keys]
  }

  edges(): string[] {
    return []
  }

  /** The node itself, to be changed in place. Throws on a stranger. */
  getNodeAttributes(key: string): SceneNode {
    return known(this.#nodes[Number(key)], key)
  }

  /** The key of the node at this place in the picture. Throws where there is none. */
  keyAt(rank: number): string {
    return known(this.#keys[rank], `of rank ${rank}`)
  }

  at(rank: number): SceneNode {
    return this.getNodeAttributes(this.keyAt(rank))
  }

  forEachNode(visit: (key: string, node: SceneNode) => void): void {
    for (const key of this.#keys) visit(key, this.getNodeAttributes(key))
  }

  forEachEdge(): void {}

  /** Nothing ever happens to it that sigma would have to hear of. */
  on(): this {
    return this
  }

  removeListener(): this {
    return this
  }

  /** The same for sigma, whose types ask for the whole of graphology. */
  forSigma(): AbstractGraph<SceneNode> {
    return this as unknown as AbstractGraph<SceneNode>
  }
}

function known<Value>(value: Value | undefined, key: string): Value {
  if (value === undefined) throw new Error(`The scene has nothing with the key ${key}`)
  return value
}

function refuse(): never {
  throw new Error('The nodes of a scene are replaced and never changed')
}
