import type { ColumnTable } from './column-table.ts'
import type { RawEdges } from './raw-edges.ts'
import type { RawNode } from './raw-records.ts'

/** A GEXF document's records as they stand, before they are compared with one another. */
export interface RawGraph {
  readonly root: RawElement
  /** Undefined where there is no `<graph>`. */
  readonly graph: RawElement | undefined
  /** Element name and text, in the order of the file. */
  readonly meta: readonly (readonly [string, string])[]
  readonly modified: string | undefined
  readonly columns: ColumnTables
  readonly nodes: readonly RawNode[]
  readonly edges: RawEdges
  /** `<nodes>` and `<edges>` with what they hold. */
  readonly groups: readonly RawGroup[]
  readonly instruction: string | undefined
}

/** The columns of the file by what they describe. */
export interface ColumnTables {
  readonly entity: ColumnTable
  readonly statement: ColumnTable
}

export interface RawElement {
  readonly local: string
  readonly offset: number
}

export interface RawGroup extends RawElement {
  readonly count: string | undefined
  /** Those that stand directly in it. */
  records: number
}
