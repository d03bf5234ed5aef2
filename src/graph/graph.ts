import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import { RecordMap } from '../model/record-map.ts'
import { allAtOnce, breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import { incidenceSteps, rowLength, rowOf } from './incidence.ts'
import type { Incidence } from './incidence.ts'

/** A statement whose value is an entity, as traversed. */
export interface Edge {
  readonly id: StatementId
  readonly source: EntityId
  readonly target: EntityId
  readonly statement: Statement
  /** Its place among the edges of the graph, from 0. */
  readonly place: number
}

/** Knowledge as a graph: every entity is a node, every statement between entities an edge. */
export interface Graph {
  readonly nodes: readonly EntityId[]
  /** Where each of them stands, from 0. */
  readonly places: ReadonlyMap<EntityId, number>
  readonly edges: RecordMap<Edge>
  /** Two for each edge, by its place: the places of its source and its target. */
  readonly ends: Uint32Array
  /** The edges at each node, both by their places. */
  readonly incidence: Incidence
  /** How many self-loops there are at each node that has any. */
  readonly loops: ReadonlyMap<EntityId, number>
}

/** Builds the graph; statements between entities that are not there were reported by the reader. */
export function buildGraph(knowledge: Knowledge): Graph {
  return allAtOnce(graphSteps(knowledge))
}

/** `buildGraph` in steps. */
export function* graphSteps(knowledge: Knowledge): Steps<Graph> {
  const nodes = [...knowledge.entities.keys()]
  const places = new Map(nodes.map((id, place) => [id, place]))
  const edges: Edge[] = []
  const room = new Uint32Array(2 * knowledge.statements.size)
  const loops = new Map<EntityId, number>()
  const pauses = breather()
  for (const statement of knowledge.statements.values()) {
    if (pauses()) yield
    if (statement.value.type !== 'entity') continue
    const [source, target] = [statement.subject, statement.value.entity]
    const [from, to] = [places.get(source), places.get(target)]
    if (from === undefined || to === undefined) continue
    const edge: Edge = { id: statement.id, source, target, statement, place: edges.length }
    room[2 * edge.place] = from
    room[2 * edge.place + 1] = to
    edges.push(edge)
    if (from === to) loops.set(source, (loops.get(source) ?? 0) + 1)
  }
  const ends = room.slice(0, 2 * edges.length)
  const incidence = yield* incidenceSteps(ends, nodes.length)
  return { nodes, places, edges: new RecordMap(edges), ends, incidence, loops }
}

/** The edges at `node`; none for a node that the graph does not have. */
export function edgesAt({ places, edges, incidence }: Graph, node: EntityId): readonly Edge[] {
  const place = places.get(node)
  if (place === undefined) return []
  const found: Edge[] = []
  for (const at of rowOf(incidence, place)) {
    const edge = edges.at(at)
    if (edge !== undefined) found.push(edge)
  }
  return found
}

/** The number of edges at `node`; a self-loop counts twice, as is usual. */
export function degree({ places, incidence, loops }: Graph, node: EntityId): number {
  const place = places.get(node)
  if (place === undefined) return 0
  return rowLength(incidence, place) + (loops.get(node) ?? 0)
}

/** The other end of `edge`, seen from `node`; `node` itself for a self-loop. */
export function otherEnd(edge: Edge, node: EntityId): EntityId {
  return edge.source === node ? edge.target : edge.source
}

/**
 * The nodes of highest degree among those that pass, at most `count`, by falling degree; ties in
 * the order of the data. Takes one pass, for a card of a large graph waits for it.
 */
export function mostConnected(
  graph: Graph,
  count: number,
  passes: (node: EntityId) => boolean = () => true,
): readonly EntityId[] {
  const found: { readonly node: EntityId; readonly degree: number }[] = []
  for (const node of graph.nodes) {
    const own = degree(graph, node)
    if (found.length === count && own <= (found.at(-1)?.degree ?? 0)) continue
    if (!passes(node)) continue
    const before = found.findIndex(({ degree: other }) => other < own)
    found.splice(before < 0 ? found.length : before, 0, { node, degree: own })
    if (found.length > count) found.pop()
  }
  return found.map(({ node }) => node)
}
