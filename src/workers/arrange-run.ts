import type { Arranged } from '../layout/arranged.ts'
import { byKind } from '../layout/by-kind.ts'
import type { GraphColumns } from '../layout/canonical-graph.ts'
import { alongEdges } from '../layout/hierarchy.ts'
import { aroundNode } from '../layout/radial.ts'

/** What the page asks of the worker: a graph, and what its places are to tell. */
export interface ArrangeOrder {
  readonly columns: GraphColumns
  readonly by:
    /** The kind of each node. */
    | { readonly type: 'kind'; readonly groups: readonly string[] }
    /** The index of the node in the middle. */
    | { readonly type: 'radial'; readonly centre: number }
    /** The edges are those that lead downwards, and no others. */
    | { readonly type: 'hierarchy' }
}

/** Lays the graph out; places have no more digits than a link keeps of them. */
export function runArrange({ columns, by }: ArrangeOrder): Arranged {
  const { x, y, guides } = arrangedBy(columns, by)
  return { x: x.map(tenth), y: y.map(tenth), guides }
}

function arrangedBy(columns: GraphColumns, by: ArrangeOrder['by']): Arranged {
  switch (by.type) {
    case 'kind':
      return byKind(columns, by.groups)
    case 'radial':
      return aroundNode(columns, by.centre)
    case 'hierarchy':
      return alongEdges(columns)
  }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0
}
