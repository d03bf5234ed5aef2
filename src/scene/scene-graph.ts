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

/**
 * A picture for sigma: as much of a graphology graph as sigma and the scene read, by key. It is
 * built once and replaced whole, so that it needs none of graphology's events and attribute
 * copies, and adjacency only once somebody asks for it: 50,000 edges are there in a tenth of the
 * time (docs/decisions).
 */
export class SceneGraph {
  readonly #nodes = new Map<string, SceneNode>()
  readonly #edges = new Map<string, SceneEdge>()
  readonly #extremities = new Map<string, Extremities>()
  #incident: ReadonlyMap<string, readonly string[]> | undefined

  // What sigma looks for before it takes a graph for one; it calls neither.
  readonly multi = true
  readonly addUndirectedEdgeWithKey = refuse
  readonly dropNode = refuse

  get order(): number {
    return this.#nodes.size
  }

  get size(): number {
    return this.#edges.size
  }

  addNode(key: string, node: SceneNode): void {
    this.#nodes.set(key, node)
  }

  /** Both ends must be there already. */
  addEdge(key: string, source: string, target: string, edge: SceneEdge): void {
    this.#edges.set(key, edge)
    this.#extremities.set(key, [source, target])
    this.#incident = undefined
  }

  hasNode(key: unknown): boolean {
    return this.#nodes.has(String(key))
  }

  hasEdge(key: unknown): boolean {
    return this.#edges.has(String(key))
  }

  nodes(): string[] {
    return [...this.#nodes.keys()]
  }

  /** All edges, or those at a node; a self-loop stands once. */
  edges(node?: string): string[] {
    return node === undefined ? [...this.#edges.keys()] : [...(this.#adjacency().get(node) ?? [])]
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
    return known(this.#nodes.get(key), key)
  }

  getEdgeAttributes(key: string): SceneEdge {
    return known(this.#edges.get(key), key)
  }

  extremities(key: string): Extremities {
    return known(this.#extremities.get(key), key)
  }

  source(key: string): string {
    return this.extremities(key)[0]
  }

  target(key: string): string {
    return this.extremities(key)[1]
  }

  forEachNode(visit: (key: string, node: SceneNode) => void): void {
    for (const [key, node] of this.#nodes) visit(key, node)
  }

  forEachEdge(visit: (key: string, edge: SceneEdge, source: string, target: string) => void): void {
    for (const [key, edge] of this.#edges) visit(key, edge, ...this.extremities(key))
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
    for (const [edge, [source, target]] of this.#extremities) {
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
