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
  const fits = (node: EntityId, at: PatternNode): boolean =>
    (at.among?.has(node) ?? true) && (at.kind === undefined || kindOf(knowledge, node) === at.kind)
  const reached = [new Set(graph.nodes.filter((node) => fits(node, start)))]
  for (const step of steps) {
    const before = reached.at(-1) ?? new Set()
    const found = new Set<EntityId>()
    for (const [from, , to] of passages(graph, step))
      if (before.has(from) && !found.has(to) && fits(to, step.node)) found.add(to)
    reached.push(found)
  }
  return kept(graph, steps, reached)
}

/** What may follow a set of nodes, with counts: the choices for the next step of a pattern. */
export interface Continuation {
  readonly predicate: PredicateId
  /** `either` for statements without direction. */
  readonly direction: 'out' | 'in' | 'either'
  /** "" for nodes without a kind. */
  readonly kind: KindId
  /** How many different nodes the step leads to. */
  readonly nodes: number
}

/** Every predicate, direction and kind that leads on from the nodes, that to most nodes first. */
export function continuations(
  graph: CompactGraph,
  knowledge: Knowledge,
  from: ReadonlySet<EntityId>,
): readonly Continuation[] {
  const found = new Map<string, Omit<Continuation, 'nodes'> & { readonly to: Set<EntityId> }>()
  const add = (edge: Edge, direction: 'out' | 'in', to: EntityId): void => {
    const { predicate, direction: stated } = edge.statement
    const way = stated === 'directed' ? direction : 'either'
    const kind = kindOf(knowledge, to)
    const key = JSON.stringify([predicate, way, kind])
    const known = found.get(key)
    if (known === undefined) found.set(key, { predicate, direction: way, kind, to: new Set([to]) })
    else known.to.add(to)
  }
  for (const edge of graph.edges) {
    if (from.has(edge.source)) add(edge, 'out', edge.target)
    if (from.has(edge.target)) add(edge, 'in', edge.source)
  }
  return [...found]
    .sort(([a, { to }], [b, other]) => other.to.size - to.size || (a < b ? -1 : 1))
    .map(([, { to, ...continuation }]) => ({ ...continuation, nodes: to.size }))
}

function kindOf(knowledge: Knowledge, node: EntityId): KindId {
  return knowledge.entities.get(node)?.kind ?? kindId('')
}

/** Every way that an edge allows the step to take. */
function* passages(
  graph: CompactGraph,
  { predicate, direction }: PatternStep,
): Generator<readonly [from: EntityId, edge: StatementId, to: EntityId]> {
  for (const { id, source, target, statement } of graph.edges) {
    if (predicate !== undefined && statement.predicate !== predicate) continue
    const anyWay = direction === 'either' || statement.direction !== 'directed'
    if (anyWay || direction === 'out') yield [source, id, target]
    if (anyWay || direction === 'in') yield [target, id, source]
  }
}

/** What of the places also leads to the end. */
function kept(
  graph: CompactGraph,
  steps: readonly PatternStep[],
  reached: readonly ReadonlySet<EntityId>[],
): PatternMatch {
  let later = reached.at(-1) ?? new Set<EntityId>()
  const places: PatternPlace[] = []
  for (let index = steps.length; index >= 0; index -= 1) {
    const step = steps[index - 1]
    const edges = new Set<StatementId>()
    const before = new Set<EntityId>()
    if (step !== undefined)
      for (const [from, edge, to] of passages(graph, step)) {
        if (!later.has(to) || reached[index - 1]?.has(from) !== true) continue
        edges.add(edge)
        before.add(from)
      }
    places.unshift({ nodes: later, edges, reached: reached[index]?.size ?? 0 })
    later = before
  }
  return {
    places,
    nodes: new Set(places.flatMap(({ nodes }) => [...nodes])),
    edges: new Set(places.flatMap(({ edges }) => [...edges])),
  }
}
