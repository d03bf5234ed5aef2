import type { AttributeValue, Entity, Span, Statement } from '../../model/knowledge.ts'
import type { Draft } from '../draft.ts'
import type { ColumnTable } from './column-table.ts'

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
  readonly edges: readonly RawEdge[]
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

/** A part of a record that cannot be read: what it is, and its text as the file has it. */
export interface Unreadable {
  readonly what: string
  readonly text: string
  readonly offset: number
}

/** What nodes and edges have in common. Most have little, so that lists are made when needed. */
export interface RawRecord {
  readonly id: string | undefined
  readonly offset: number
  cells: AttributeValue[] | undefined
  spells: Span[] | undefined
  unreadable: Unreadable[] | undefined
}

export interface RawNode extends RawRecord {
  /** Without cells, spells and parents; its id is empty where the file has none. */
  readonly record: Draft<Entity>
  /** The ids that are meant to be above this node; undefined where there is none. */
  parents: RawParent[] | undefined
}

export interface RawParent {
  readonly id: string
  readonly offset: number
}

export interface RawEdge extends RawRecord {
  /** Without cells, spells and ends. */
  readonly record: Draft<Statement>
  /** As the file names them, whether they are there or not. */
  readonly source: string | undefined
  readonly target: string | undefined
}

export interface RawGroup extends RawElement {
  readonly count: string | undefined
  /** Those that stand directly in it. */
  records: number
}
