import { kindId } from '../model/ids.ts'
import type { EntityId, KindId, PredicateId, StatementId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { CompactGraph } from './compact-graph.ts'
import type { Edge } from './graph.ts'

/** Which nodes may stand at one place of a pattern; any where nothing is said. */
export interface PatternNode {
  /** "" for nodes without a kind. */
  readonly kind?: KindId
  readonly among?: ReadonlySet<EntityId>
}

/** From one place of a pattern to the next: "launched by an institution". */
export interface PatternStep {
  /** Any where left out. */
  readonly predicate?: PredicateId
  /**
   * `out`: the node before is the subject; `in`: it is the value; `either`. A statement without
   * direction passes both ways.
   */
  readonly direction: 'out' | 'in' | 'either'
  readonly node: PatternNode
}

/** What matches a pattern: of every place the nodes, between every two the edges. */
export interface PatternMatch {
  /** One more than there are steps. */
  readonly places: readonly PatternPlace[]
  /** All nodes and edges that stand in a whole match. */
  readonly nodes: ReadonlySet<EntityId>
  readonly edges: ReadonlySet<StatementId>
}

export interface PatternPlace {
  /** The nodes that stand here in a whole match. */
  readonly nodes: ReadonlySet<EntityId>
  /** The edges that lead here in a whole match; none for the first place. */
  readonly edges: ReadonlySet<StatementId>
  /** How many nodes match the pattern up to here, whatever follows. */
  readonly reached: number
}

/**
 * The nodes and edges that match a chain such as "models launched by institutions based in
 * Shanghai": one pass forwards for what each place reaches, one backwards for what also leads to
 * the end, as a chain of semi-joins (Yannakakis 1981), in O(steps × edges). A match may pass the
 * same node twice.
 */
export function pattern(
  graph: CompactGraph,
  knowledge: Knowledge,
  start: PatternNode,
  steps: readonly PatternStep[] = [],
): PatternMatch {
  const kinds = kindsOf(graph, knowledge)
  const first = fitting(graph, kinds, start)
  const reached = [first]
  let before = first
  for (const step of steps) {
    const fits = fitting(graph, kinds, step.node)
    const found = new Uint8Array(graph.nodes.length)
    const from = before
    eachPassage(graph, step, (source, _, target) => {
      if (from[source] === 1 && fits[target] === 1) found[target] = 1
    })
    reached.push(found)
    before = found
  }
  return kept(graph, steps, reached)
}

/** What may follow a set of nodes, with counts: the choices for the next step of a pattern. */
export interface Continuation {
  readonly predicate: PredicateId
  /** `either` where no statement has a direction. */
  readonly direction: 'out' | 'in' | 'either'
  /** "" for nodes without a kind. */
  readonly kind: KindId
  /** How many different nodes that step leads to. */
  readonly nodes: number
}

/** Every predicate, direction and kind that leads on from the nodes, that to most nodes first. */
export function continuations(
  graph: CompactGraph,
  knowledge: Knowledge,
  from: ReadonlySet<EntityId>,
): readonly Continuation[] {
  const kinds = kindsOf(graph, knowledge)
  const starts = fitting(graph, kinds, { among: from })
  const found = new Map<PredicateId, Map<KindId, Reach>>()
  const add = ({ statement }: Edge, along: 'out' | 'in', to: number): void => {
    const kind = kinds[to] ?? kindId('')
    const ofPredicate = found.get(statement.predicate) ?? new Map<KindId, Reach>()
    found.set(statement.predicate, ofPredicate)
    const reach = ofPredicate.get(kind) ?? { out: new Set(), in: new Set(), either: new Set() }
    ofPredicate.set(kind, reach)
    reach[statement.direction === 'directed' ? along : 'either'].add(to)
  }
  const { sources, targets } = graph.adjacency
  for (const [index, edge] of graph.edges.entries()) {
    const [source, target] = [sources[index] ?? 0, targets[index] ?? 0]
    if (starts[source] === 1) add(edge, 'out', target)
    if (starts[target] === 1) add(edge, 'in', source)
  }
  return [...found]
    .flatMap(([predicate, kinds]) =>
      [...kinds].flatMap(([kind, reach]) =>
        choices(reach).map((choice) => ({ predicate, kind, ...choice })),
      ),
    )
    .sort((a, b) => b.nodes - a.nodes || (nameOf(a) < nameOf(b) ? -1 : 1))
}

/** What directed statements lead to along and against them, and what others lead to. */
type Reach = Readonly<Record<Continuation['direction'], Set<number>>>

/** The directions that differ: statements without one pass in any, as in a pattern. */
function choices(reach: Reach): readonly Pick<Continuation, 'direction' | 'nodes'>[] {
  const directed = (['out', 'in'] as const).filter((direction) => reach[direction].size > 0)
  if (directed.length === 0) return [{ direction: 'either', nodes: reach.either.size }]
  return directed.map((direction) => ({
    direction,
    nodes: new Set([...reach[direction], ...reach.either]).size,
  }))
}

function nameOf({ predicate, direction, kind }: Continuation): string {
  return JSON.stringify([predicate, direction, kind])
}

/** The kind of every node; "" where it has none. */
function kindsOf(graph: CompactGraph, knowledge: Knowledge): readonly KindId[] {
  return graph.nodes.map((node) => knowledge.entities.get(node)?.kind ?? kindId(''))
}

/** Per node 1 where it may stand at that place. */
function fitting(
  graph: CompactGraph,
  kinds: readonly KindId[],
  { kind, among }: PatternNode,
): Uint8Array {
  const fits = new Uint8Array(graph.nodes.length)
  for (const [index, node] of graph.nodes.entries())
    if ((kind === undefined || kinds[index] === kind) && (among?.has(node) ?? true)) fits[index] = 1
  return fits
}

/** Calls `visit` for every way that an edge allows the step to take. */
function eachPassage(
  { edges, adjacency: { sources, targets } }: CompactGraph,
  { predicate, direction }: PatternStep,
  visit: (from: number, edge: number, to: number) => void,
): void {
  for (let index = 0; index < edges.length; index += 1) {
    const statement = edges[index]?.statement
    if (statement === undefined) continue
    if (predicate !== undefined && statement.predicate !== predicate) continue
    const [source, target] = [sources[index] ?? 0, targets[index] ?? 0]
    const anyWay = direction === 'either' || statement.direction !== 'directed'
    if (anyWay || direction === 'out') visit(source, index, target)
    if (anyWay || direction === 'in') visit(target, index, source)
  }
}

/** What of the places also leads to the end. */
function kept(
  graph: CompactGraph,
  steps: readonly PatternStep[],
  reached: readonly Uint8Array[],
): PatternMatch {
  const nothing = new Uint8Array(graph.nodes.length)
  const places: PatternPlace[] = []
  let later = reached.at(-1) ?? nothing
  for (let index = steps.length; index >= 0; index -= 1) {
    const step = steps[index - 1]
    const earlier = reached[index - 1] ?? nothing
    const edges = new Set<StatementId>()
    const before = new Uint8Array(graph.nodes.length)
    const here = later
    if (step !== undefined)
      eachPassage(graph, step, (from, edge, to) => {
        const passed = graph.edges[edge]
        if (here[to] !== 1 || earlier[from] !== 1 || passed === undefined) return
        edges.add(passed.id)
        before[from] = 1
      })
    const nodes = new Set(graph.nodes.filter((_, node) => here[node] === 1))
    places.unshift({ nodes, edges, reached: reached[index]?.reduce((sum, is) => sum + is, 0) ?? 0 })
    later = before
  }
  return {
    places,
    nodes: new Set(places.flatMap(({ nodes }) => [...nodes])),
    edges: new Set(places.flatMap(({ edges }) => [...edges])),
  }
}
