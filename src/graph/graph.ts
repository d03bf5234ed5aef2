import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import { allAtOnce, breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'

/** A statement whose value is an entity, as traversed. */
export interface Edge {
  readonly id: StatementId
  readonly source: EntityId
  readonly target: EntityId
  readonly statement: Statement
}

/** Knowledge as a graph: every entity is a node, every statement between entities an edge. */
export interface Graph {
  readonly nodes: readonly EntityId[]
  readonly edges: ReadonlyMap<StatementId, Edge>
  /** The edges at each node; a self-loop stands once. */
  readonly incident: ReadonlyMap<EntityId, readonly Edge[]>
  /** How many self-loops there are at each node that has any. */
  readonly loops: ReadonlyMap<EntityId, number>
}

/** Builds the graph; statements between entities that are not there were reported by the reader. */
export function buildGraph(knowledge: Knowledge): Graph {
  return allAtOnce(graphSteps(knowledge))
}

/** `buildGraph` in steps. */
export function* graphSteps(knowledge: Knowledge): Steps<Graph> {
  const incident = new Map<EntityId, Edge[]>()
  for (const id of knowledge.entities.keys()) incident.set(id, [])
  const edges = new Map<StatementId, Edge>()
  const loops = new Map<EntityId, number>()
  const pauses = breather()
  for (const statement of knowledge.statements.values()) {
    if (pauses()) yield
    if (statement.value.type !== 'entity') continue
    const edge: Edge = {
      id: statement.id,
      source: statement.subject,
      target: statement.value.entity,
      statement,
    }
    const atSource = incident.get(edge.source)
    const atTarget = incident.get(edge.target)
    if (atSource === undefined || atTarget === undefined) continue
    edges.set(edge.id, edge)
    atSource.push(edge)
    if (atTarget !== atSource) atTarget.push(edge)
    else loops.set(edge.source, (loops.get(edge.source) ?? 0) + 1)
  }
  return { nodes: [...knowledge.entities.keys()], edges, incident, loops }
}

/** The edges at `node`; none for a node that the graph does not have. */
export function edgesAt(graph: Graph, node: EntityId): readonly Edge[] {
  return graph.incident.get(node) ?? []
}

/** The number of edges at `node`; a self-loop counts twice, as is usual. */
export function degree(graph: Graph, node: EntityId): number {
  return edgesAt(graph, node).length + (graph.loops.get(node) ?? 0)
}

/** The other end of `edge`, seen from `node`; `node` itself for a self-loop. */
export function otherEnd(edge: Edge, node: EntityId): EntityId {
  return edge.source === node ? edge.target : edge.source
}

/** All nodes by falling degree; ties in the order of the data. */
export function byDegree(graph: Graph): readonly EntityId[] {
  const degrees = new Map(graph.nodes.map((node) => [node, degree(graph, node)]))
  return graph.nodes.toSorted((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0))
}
