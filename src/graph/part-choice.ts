import type { EntityId } from '../model/ids.ts'
import { densestCore, fitsIn, largestComponent, widestNeighbourhood } from './part.ts'
import type { GraphPart, GraphSize } from './part.ts'
import type { Skeleton } from './skeleton.ts'

/** Which part of a graph to open that is too large to be shown. */
export type PartChoice =
  | { readonly type: 'whole' }
  | { readonly type: 'component' }
  | { readonly type: 'core' }
  | { readonly type: 'neighbourhood'; readonly id: EntityId }

/** What a part turned out to be. */
export type PartKind =
  | { readonly type: 'component' }
  /** Every node has `k` neighbours or more. */
  | { readonly type: 'core'; readonly k: number }
  | { readonly type: 'neighbourhood'; readonly id: EntityId; readonly steps: number }

/** The part of a graph that was opened in its place. */
export interface OpenedPart {
  readonly kind: PartKind
  /** What the node in the middle is called, where there is one. */
  readonly name?: string
  /** How large the whole is. */
  readonly of: GraphSize
}

/** The parts of a graph that may be opened in its place. */
export interface PartOffer {
  readonly whole: GraphSize
  readonly limit: GraphSize
  /** It may be too large as well. */
  readonly component: GraphSize
  /** Undefined where no core fits. */
  readonly core: { readonly k: number; readonly size: GraphSize } | undefined
}

/** What is offered in place of a graph that is too large. */
export function partOffer(graph: Skeleton, limit: GraphSize): PartOffer {
  const core = densestCore(graph, limit)
  return {
    whole: { nodes: graph.nodeCount, edges: graph.edgeCount },
    limit,
    component: largestComponent(graph).size,
    core: core === undefined ? undefined : { k: core.k, size: core.size },
  }
}

/** The part that was chosen; undefined where it does not fit, or is about a node that is not there. */
export function chosenPart(
  graph: Skeleton,
  choice: Exclude<PartChoice, { readonly type: 'whole' }>,
  limit: GraphSize,
): { readonly kind: PartKind; readonly part: GraphPart } | undefined {
  switch (choice.type) {
    case 'component': {
      const part = largestComponent(graph)
      return fitsIn(part.size, limit) ? { kind: choice, part } : undefined
    }
    case 'core': {
      const part = densestCore(graph, limit)
      return part === undefined ? undefined : { kind: { type: 'core', k: part.k }, part }
    }
    case 'neighbourhood': {
      const node = graph.ids.indexOf(choice.id)
      const part = node === -1 ? undefined : widestNeighbourhood(graph, node, limit)
      return part === undefined ? undefined : { kind: { ...choice, steps: part.steps }, part }
    }
  }
}
