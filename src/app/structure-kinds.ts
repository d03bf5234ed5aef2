import type { CompactGraph } from '../graph/compact-graph.ts'
import type { Measured } from '../graph/measure.ts'
import type { KindId } from '../model/ids.ts'
import type { Entity, Kind, Knowledge } from '../model/knowledge.ts'
import { groupKind, mostGroups } from '../view/measured.ts'
import type { GroupMetric } from '../view/measured.ts'

const names: Readonly<Record<Exclude<GroupMetric, 'cut-node'>, string>> = {
  community: 'Community',
  component: 'Component',
  'strong-component': 'Strong component',
}

/**
 * The knowledge with the group of each node as its kind, the largest group first: "Community 1
 * (42)". Past 24 groups the smallest become one kind together.
 */
export function withGroups(
  knowledge: Knowledge,
  { indices }: CompactGraph,
  metric: GroupMetric,
  { values }: Measured,
): Knowledge {
  // Of a flag, those that have it come first.
  const place = (value: number): number => (metric === 'cut-node' ? 1 - value : value)
  const sizes: number[] = []
  for (const value of values) sizes[place(value)] = (sizes[place(value)] ?? 0) + 1
  const own = sizes.length <= mostGroups ? sizes.length : mostGroups - 1
  const kinds = new Map<KindId, Kind>()
  for (const [group, size = 0] of sizes.slice(0, own).entries()) {
    if (size === 0) continue
    const id = groupKind(metric, group + 1)
    const name = nameOf(metric, group)
    // Where the plural stands, the legend counts beside it.
    kinds.set(id, { id, label: `${name} (${size})`, plural: name })
  }
  const rest = sizes.length - own
  if (rest > 0) {
    const id = groupKind(metric, 'other')
    kinds.set(id, { id, label: 'Other', plural: `Other (${rest} smaller ones)` })
  }
  const entities = new Map(
    [...knowledge.entities].map(([id, entity]): [Entity['id'], Entity] => {
      const group = place(values[indices.get(id) ?? -1] ?? 0)
      return [id, { ...entity, kind: groupKind(metric, group < own ? group + 1 : 'other') }]
    }),
  )
  return { ...knowledge, kinds, entities }
}

function nameOf(metric: GroupMetric, group: number): string {
  if (metric === 'cut-node') return group === 0 ? 'Cut nodes' : 'Other nodes'
  return `${names[metric]} ${group + 1}`
}
