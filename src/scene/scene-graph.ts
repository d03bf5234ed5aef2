import type { AbstractGraph } from 'graphology-types'
import type { PictureEdge, PictureNode } from '../display/picture.ts'

/** A node as the scene's graph holds it. Position changes in place, unseen by sigma. */
export interface SceneNode {
  x: number
  y: number
  readonly size: number
  readonly color: string
  readonly label: string
  readonly type: 'node'
  /** 0 is the most important. */
  readonly rank: number
  readonly picture: PictureNode
}

/** An edge as the scene's graph holds it; straight ones have a cheaper program. */
export interface SceneEdge {
  readonly size: number
  readonly color: string
  readonly label: string
  readonly type: 'line' | 'curve'
  readonly picture: PictureEdge
}

type Extremities = [source: string, target: string]

interface Joined {
  readonly edge: SceneEdge
  readonly ends: Extremities
}

/**
 * A picture for sigma: as much of a graphology graph as sigma and the scene read, by keys that are
 * numerals. It is built once and replaced whole, so that it needs none of graphology's events and attribute
 * copies, and adjacency only once somebody asks for it: 50,000 edges are there in a tenth of the
 * time (docs/decisions).
 */
export class SceneGraph {
  /** By key as a number; what is not there leaves a hole. */
  readonly #nodes: (SceneNode | undefined)[] = []
  readonly #edges: (Joined | undefined)[] = []
  readonly #nodeKeys: string[] = []
  readonly #edgeKeys: string[] = []
  #incident: ReadonlyMap<string, readonly string[]> | undefined

  // What sigma looks for before it takes a graph for one; it calls neither.
  readonly multi = true
  readonly addUndirectedEdgeWithKey = refuse
  readonly dropNode = refuse

  get order(): number {
    return this.#nodeKeys.length
  }

  get size(): number {
    return this.#edgeKeys.length
  }

  addNode(key: string, node: SceneNode): void {
    this.#nodes[Number(key)] = node
    this.#nodeKeys.push(key)
  }

  /** Both ends must be there already. */
  addEdge(key: string, source: string, target: string, edge: SceneEdge): void {
    this.#edges[Number(key)] = { edge, ends: [source, target] }
    this.#edgeKeys.push(key)
    this.#incident = undefined
  }

  hasNode(key: unknown): boolean {
    return this.#nodes[Number(key)] !== undefined
  }

  hasEdge(key: unknown): boolean {
    return this.#edges[Number(key)] !== undefined
  }

  nodes(): string[] {
    return [...this.#nodeKeys]
  }

  /** All edges, or those at a node; a self-loop stands once. */
  edges(node?: string): string[] {
    return node === undefined ? [...this.#edgeKeys] : [...(this.#adjacency().get(node) ?? [])]
  }

  /** Each neighbour once; the node itself where it has a self-loop. */
  neighbors(node: string): string[] {
    const others = this.edges(node).map((edge) => {
      const [source, target] = this.extremities(edge)
      return source === node ? target : source
    })
    return [...new Set(others)]
  }

  /** The node itself, to be changed in place. Throws on a stranger. */
  getNodeAttributes(key: string): SceneNode {
    return known(this.#nodes[Number(key)], key)
  }

  getEdgeAttributes(key: string): SceneEdge {
    return known(this.#edges[Number(key)], key).edge
  }

  extremities(key: string): Extremities {
    return known(this.#edges[Number(key)], key).ends
  }

  source(key: string): string {
    return this.extremities(key)[0]
  }

  target(key: string): string {
    return this.extremities(key)[1]
  }

  forEachNode(visit: (key: string, node: SceneNode) => void): void {
    for (const key of this.#nodeKeys) visit(key, this.getNodeAttributes(key))
  }

  forEachEdge(visit: (key: string, edge: SceneEdge, source: string, target: string) => void): void {
    for (const key of this.#edgeKeys)
      visit(key, this.getEdgeAttributes(key), ...this.extremities(key))
  }

  /** Nothing ever happens to it that sigma would have to hear of. */
  on(): this {
    return this
  }

  removeListener(): this {
    return this
  }

  /** The same for sigma, whose types ask for the whole of graphology. */
  forSigma(): AbstractGraph<SceneNode, SceneEdge> {
    return this as unknown as AbstractGraph<SceneNode, SceneEdge>
  }

  #adjacency(): ReadonlyMap<string, readonly string[]> {
    return (this.#incident ??= this.#gathered())
  }

  #gathered(): ReadonlyMap<string, readonly string[]> {
    const incident = new Map<string, string[]>()
    const join = (node: string, edge: string): void => {
      const edges = incident.get(node)
      if (edges === undefined) incident.set(node, [edge])
      else edges.push(edge)
    }
    for (const edge of this.#edgeKeys) {
      const [source, target] = this.extremities(edge)
      join(source, edge)
      if (target !== source) join(target, edge)
    }
    return incident
  }
}

function known<Value>(value: Value | undefined, key: string): Value {
  if (value === undefined) throw new Error(`The scene has nothing with the key ${key}`)
  return value
}

function refuse(): never {
  throw new Error('The graph of a scene is replaced and never changed')
}
