import type { EntityId, PredicateId } from '../model/ids.ts'
import type { Knowledge, Relation } from '../model/knowledge.ts'
import { edgesAt, otherEnd } from './graph.ts'
import type { Edge, Graph } from './graph.ts'

/** The edges at one node with the same predicate, read the same way. */
export interface RelationGroup {
  readonly predicate: PredicateId
  /** `out`: the node is the subject; `in`: it is the value; `both`: undirected or mutual. */
  readonly direction: 'out' | 'in' | 'both'
  /** How the group reads from the node: "launched", "launched by". */
  readonly label: string
  readonly steps: readonly Step[]
}

/** One way out of a node. */
export interface Step {
  readonly edge: Edge
  readonly neighbour: EntityId
}

/**
 * The edges at `node` grouped by predicate and direction, in the order of the predicates, own
 * statements first. A directed self-loop stands once, among the outgoing.
 */
export function relationGroups(
  knowledge: Knowledge,
  graph: Graph,
  node: EntityId,
): readonly RelationGroup[] {
  const groups = new Map<string, RelationGroup & { readonly steps: Step[] }>()
  for (const edge of edgesAt(graph, node)) {
    const direction = directionFrom(edge, node)
    const predicate = edge.statement.predicate
    const key = `${direction} ${predicate}`
    const step = { edge, neighbour: otherEnd(edge, node) }
    const group = groups.get(key)
    if (group === undefined) {
      const label = relationLabel(knowledge, predicate, direction)
      groups.set(key, { predicate, direction, label, steps: [step] })
    } else group.steps.push(step)
  }
  const rank = new Map([...knowledge.predicates.keys()].map((id, index) => [id, index]))
  const order = { out: 0, both: 1, in: 2 }
  return [...groups.values()].toSorted(
    (a, b) =>
      order[a.direction] - order[b.direction] ||
      (rank.get(a.predicate) ?? 0) - (rank.get(b.predicate) ?? 0),
  )
}

/** The predicate's label as read along (`out`, `both`) or against (`in`) the statement. */
export function relationLabel(
  knowledge: Knowledge,
  predicate: PredicateId,
  direction: RelationGroup['direction'],
): string {
  const relation = knowledge.predicates.get(predicate)
  if (relation?.type !== 'relation') return predicate
  return direction === 'in' ? inverseLabel(relation) : relation.label
}

function inverseLabel(relation: Relation): string {
  return relation.inverse === '' ? `← ${relation.label}` : relation.inverse
}

function directionFrom(edge: Edge, node: EntityId): RelationGroup['direction'] {
  if (edge.statement.direction !== 'directed') return 'both'
  return edge.source === node ? 'out' : 'in'
}
