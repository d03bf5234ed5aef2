import { entityId } from '../model/ids.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import { areInColumns } from '../model/in-columns.ts'
import type { Gist, Knowledge, Statement } from '../model/knowledge.ts'
import { RecordMap } from '../model/record-map.ts'
import { nowhere } from '../model/statement-block.ts'
import type { StatementTable } from '../model/statement-table.ts'
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
  /** What the edge at a place says, for who asks all of them. */
  readonly gistAt: (place: number) => Gist
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
export function* graphSteps({ entities, statements }: Knowledge): Steps<Graph> {
  const nodes = [...entities.keys()]
  const places = new Map(nodes.map((id, place) => [id, place]))
  const joined = areInColumns(statements)
    ? yield* joinedColumns(statements, places)
    : yield* joinedRecords(statements, places)
  const { ends, statementAt, idAt, gistAt } = joined
  const edges = new RecordMap<Edge>({
    size: ends.length / 2,
    idAt,
    make: (place) => ({
      id: idAt(place),
      source: nodes[ends[2 * place] ?? 0] ?? entityId(''),
      target: nodes[ends[2 * place + 1] ?? 0] ?? entityId(''),
      statement: statementAt(place),
      place,
    }),
  })
  const incidence = yield* incidenceSteps(ends, nodes.length)
  const loops = loopsIn(ends, nodes)
  return { nodes, places, edges, gistAt, ends, incidence, loops }
}

/** Statements that join two nodes, by their places as edges. */
interface Joined extends Pick<Graph, 'ends' | 'gistAt'> {
  readonly idAt: (place: number) => StatementId
  readonly statementAt: (place: number) => Statement
}

function* joinedRecords(
  statements: Knowledge['statements'],
  places: Graph['places'],
): Steps<Joined> {
  const joining: Statement[] = []
  const ends = new Uint32Array(2 * statements.size)
  const pauses = breather()
  for (const statement of statements.values()) {
    if (pauses()) yield
    if (statement.value.type !== 'entity') continue
    const from = places.get(statement.subject)
    const to = places.get(statement.value.entity)
    if (from === undefined || to === undefined) continue
    ends[2 * joining.length] = from
    ends[2 * joining.length + 1] = to
    joining.push(statement)
  }
  const statementAt = (place: number): Statement => {
    const statement = joining[place]
    if (statement === undefined) throw new Error(`The graph has no edge at place ${place}`)
    return statement
  }
  return {
    ends: ends.slice(0, 2 * joining.length),
    idAt: (place) => statementAt(place).id,
    statementAt,
    gistAt: statementAt,
  }
}

function* joinedColumns(table: StatementTable, places: Graph['places']): Steps<Joined> {
  const { columns } = table
  // The statements may be of more or other entities than the knowledge has by now.
  const placeOf = Uint32Array.from(columns.entities, (id) => places.get(id) ?? nowhere)
  const rows = new Uint32Array(columns.size)
  const ends = new Uint32Array(2 * columns.size)
  let count = 0
  const pauses = breather()
  for (let row = 0; row < columns.size; row += 1) {
    if (pauses()) yield
    const from = placeOf[columns.subjectAt(row)] ?? nowhere
    const to = placeOf[columns.objectAt(row)] ?? nowhere
    if (from === nowhere || to === nowhere) continue
    ends[2 * count] = from
    ends[2 * count + 1] = to
    rows[count] = row
    count += 1
  }
  const rowAt = (place: number): number => rows[place] ?? nowhere
  return {
    ends: ends.slice(0, 2 * count),
    idAt: (place) => columns.idAt(rowAt(place)),
    statementAt: (place) => {
      const statement = table.at(rowAt(place))
      if (statement === undefined) throw new Error(`The graph has no edge at place ${place}`)
      return statement
    },
    gistAt: (place) => columns.gistAt(rowAt(place)),
  }
}

function loopsIn(ends: Uint32Array, nodes: readonly EntityId[]): ReadonlyMap<EntityId, number> {
  const loops = new Map<EntityId, number>()
  for (let end = 0; end < ends.length; end += 2) {
    const node = ends[end] === ends[end + 1] ? nodes[ends[end] ?? 0] : undefined
    if (node !== undefined) loops.set(node, (loops.get(node) ?? 0) + 1)
  }
  return loops
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
export function degree(graph: Graph, node: EntityId): number {
  const place = graph.places.get(node)
  return place === undefined ? 0 : degreeAt(graph, place)
}

/** `degree` of the node at a place. */
export function degreeAt({ nodes, incidence, loops }: Graph, place: number): number {
  const own = rowLength(incidence, place)
  const node = loops.size === 0 ? undefined : nodes[place]
  return node === undefined ? own : own + (loops.get(node) ?? 0)
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
  for (let place = 0; place < graph.nodes.length; place += 1) {
    const own = degreeAt(graph, place)
    if (found.length === count && own <= (found.at(-1)?.degree ?? 0)) continue
    const node = graph.nodes[place]
    if (node === undefined || !passes(node)) continue
    const before = found.findIndex(({ degree: other }) => other < own)
    found.splice(before < 0 ? found.length : before, 0, { node, degree: own })
    if (found.length > count) found.pop()
  }
  return found.map(({ node }) => node)
}
