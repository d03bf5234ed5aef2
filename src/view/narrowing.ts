import { difference, intersection, union } from '../graph/sets.ts'
import type { EntityId } from '../model/ids.ts'
import type { View } from './view.ts'

/** What to do with some nodes and the picture. */
export type Narrowing =
  /** These and no others. */
  | 'only'
  /** Of what the picture is narrowed to, these. */
  | 'keep'
  /** These as well. */
  | 'add'
  /** All but these. */
  | 'without'

/**
 * The nodes that the picture is narrowed to afterwards; undefined for all. Filters and focus are
 * left alone: they go on hiding what they hide.
 */
export function narrowed(
  before: View['only'],
  how: Narrowing,
  nodes: ReadonlySet<EntityId>,
  all: readonly EntityId[],
): View['only'] {
  const base = before ?? new Set(all)
  const after = {
    only: () => nodes,
    keep: () => intersection(base, nodes),
    add: () => union(base, nodes),
    without: () => difference(base, nodes),
  }[how]()
  return after.size === all.length ? undefined : after
}
