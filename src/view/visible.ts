import { evidenceOf } from '../model/evidence.ts'
import { kindId } from '../model/ids.ts'
import type { EntityId, KindId, StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Statement } from '../model/knowledge.ts'
import { allAtOnce, breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import type { Edge, Graph } from '../graph/graph.ts'
import { neighbourhood } from '../graph/neighbourhood.ts'
import type { Range, View } from './view.ts'

/** What the picture holds at a view: nodes, the edges between them, the facts about them. */
export interface Visible {
  readonly nodes: ReadonlySet<EntityId>
  readonly edges: ReadonlySet<StatementId>
  readonly facts: ReadonlySet<StatementId>
}

/** The entity's kind as a facet value; "" where it has none. */
export function kindOf(entity: Entity): KindId {
  return entity.kind ?? kindId('')
}

/** What the sizes tell of a node; undefined where it has no such amount. */
export type AmountOf = (id: EntityId) => number | undefined

/** What the reader's choice of time lets through. */
export interface Times {
  readonly statement: (statement: Statement) => boolean
  /** By the entity's own dates; undefined where only its statements can have any. */
  readonly entity: (id: EntityId) => boolean | undefined
}

/**
 * The visible set. A node goes when its kind is hidden, when its amount of what the sizes tell is
 * outside the range (as far as `amountOf` is known), when its own dates are outside the time (as
 * far as `times` is known), when the picture is narrowed to others, when
 * it is outside the focus, or when hiding predicates or evidence has left it without anything to
 * show: then only nodes that keep an edge stay, or, where evidence and time alone are filtered, a
 * fact.
 */
export function visibleSet(...given: Parameters<typeof visibleSteps>): Visible {
  return allAtOnce(visibleSteps(...given))
}

/** `visibleSet` in steps. */
export function* visibleSteps(
  knowledge: Knowledge,
  graph: Graph,
  view: Pick<View, 'hidden' | 'focus' | 'only'>,
  amountOf?: AmountOf,
  times?: Times,
): Steps<Visible> {
  const { hidden, focus, only } = view
  const pauses = breather()
  const chosen = new Set<EntityId>()
  for (const entity of knowledge.entities.values()) {
    if (pauses()) yield
    if (hidden.kinds.has(kindOf(entity)) || only?.has(entity.id) === false) continue
    if (times?.entity(entity.id) === false) continue
    if (amountOf === undefined || isWithin(hidden.range, amountOf(entity.id))) chosen.add(entity.id)
  }
  const joins = ({ source, target }: Edge, nodes: ReadonlySet<EntityId>): boolean =>
    nodes.has(source) && nodes.has(target)
  const passes = (edge: Edge): boolean =>
    joins(edge, chosen) &&
    !hidden.predicates.has(edge.statement.predicate) &&
    !hidden.evidence.has(evidenceOf(edge.statement)) &&
    times?.statement(edge.statement) !== false
  const candidates =
    focus === undefined ? chosen : neighbourhood(graph, focus.centre, focus.steps, passes)

  const edges = new Set<StatementId>()
  const linked = new Set<EntityId>()
  for (const edge of graph.edges.values()) {
    if (pauses()) yield
    if (!passes(edge) || (candidates !== chosen && !joins(edge, candidates))) continue
    edges.add(edge.id)
    linked.add(edge.source)
    linked.add(edge.target)
  }
  const facts = yield* shownFacts(knowledge, view, candidates, times)
  const nodes = new Set(
    [...candidates].filter((id) => stays(id, view, linked, facts.subjects, times)),
  )
  const kept = [...facts.ids].filter(([, subject]) => nodes.has(subject)).map(([id]) => id)
  return { nodes, edges, facts: new Set(kept) }
}

function isWithin(range: Range | undefined, amount: number | undefined): boolean {
  if (range === undefined) return true
  return amount !== undefined && amount >= range.min && amount <= range.max
}

function* shownFacts(
  knowledge: Knowledge,
  { hidden }: Pick<View, 'hidden'>,
  candidates: ReadonlySet<EntityId>,
  times: Times | undefined,
): Steps<{ ids: ReadonlyMap<StatementId, EntityId>; subjects: ReadonlySet<EntityId> }> {
  const pauses = breather()
  const ids = new Map<StatementId, EntityId>()
  const subjects = new Set<EntityId>()
  for (const statement of knowledge.statements.values()) {
    if (pauses()) yield
    if (statement.value.type !== 'literal' || !candidates.has(statement.subject)) continue
    if (hidden.evidence.has(evidenceOf(statement))) continue
    if (times?.statement(statement) === false) continue
    ids.set(statement.id, statement.subject)
    subjects.add(statement.subject)
  }
  return { ids, subjects }
}

function stays(
  id: EntityId,
  { hidden, focus }: Pick<View, 'hidden' | 'focus'>,
  linked: ReadonlySet<EntityId>,
  withFacts: ReadonlySet<EntityId>,
  times: Times | undefined,
): boolean {
  if (focus?.centre === id || linked.has(id)) return true
  // With a predicate filter a node needs an edge to stay: its facts alone do not count.
  if (hidden.predicates.size > 0) return false
  const asked = hidden.evidence.size > 0 || (times !== undefined && times.entity(id) !== true)
  return !asked || withFacts.has(id)
}
