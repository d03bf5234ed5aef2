import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Graph } from '../graph/graph.ts'
import { relationGroups } from '../graph/relations.ts'
import type { RelationGroup, Step } from '../graph/relations.ts'

/** One way out of the node where the reader stands, with its place among the others. */
export interface Stride extends Step {
  readonly group: RelationGroup
  /** From 0, among the strides of the same group. */
  readonly indexInGroup: number
}

/** What the picture has. */
interface Shown {
  readonly nodes: { readonly has: (id: EntityId) => boolean }
  readonly edges: { readonly has: (id: StatementId) => boolean }
}

/** All ways out of `node` that the picture shows, group by group: the ring of Left and Right. */
export function strides(
  knowledge: Knowledge,
  graph: Graph,
  visible: Shown,
  node: EntityId,
): readonly Stride[] {
  return relationGroups(knowledge, graph, node).flatMap((group) => {
    const steps = group.steps.filter(
      ({ edge, neighbour }) => visible.edges.has(edge.id) && visible.nodes.has(neighbour),
    )
    const shown = { ...group, steps }
    return steps.map((step, indexInGroup) => ({ ...step, group: shown, indexInGroup }))
  })
}

/** The next place in the ring of `count` strides, from none (undefined) to the first or last. */
export function turn(count: number, at: number | undefined, by: 1 | -1): number | undefined {
  if (count === 0) return undefined
  if (at === undefined) return by === 1 ? 0 : count - 1
  return (at + by + count) % count
}

/** The first stride of the next or previous group, round and round. */
export function turnGroup(
  ring: readonly Stride[],
  at: number | undefined,
  by: 1 | -1,
): number | undefined {
  const firsts = ring.flatMap((stride, index) => (stride.indexInGroup === 0 ? [index] : []))
  const group = at === undefined ? undefined : ring[at]?.group
  const present = firsts.findIndex((index) => ring[index]?.group === group)
  const next = turn(firsts.length, present === -1 ? undefined : present, by)
  return next === undefined ? undefined : firsts[next]
}
