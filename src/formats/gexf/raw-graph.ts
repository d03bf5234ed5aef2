import type { EdgeDrawing, NodeDrawing, Span } from '../../model/knowledge.ts'
import type { Draft } from '../draft.ts'

/** A GEXF document's records as they stand, before anything is checked. */
export interface RawGraph {
  readonly root: RawElement
  readonly graph: RawHead | undefined
  /** Element name and text, in the order of the file. */
  readonly meta: readonly (readonly [string, string])[]
  readonly modified: string | undefined
  readonly columns: readonly RawColumn[]
  readonly nodes: readonly RawNode[]
  readonly edges: readonly RawEdge[]
  /** `<nodes>` and `<edges>` with what they hold. */
  readonly groups: readonly RawGroup[]
  readonly instruction: string | undefined
  /** Elements that no version of GEXF has at their place, first of each name. */
  readonly strangers: readonly RawElement[]
}

export interface RawElement {
  readonly local: string
  readonly offset: number
}

/** What the `<graph>` tag says of all its edges. */
export interface RawHead extends RawElement {
  readonly usualType: string | undefined
}

export interface RawColumn {
  readonly offset: number
  readonly class: string | undefined
  readonly dynamic: boolean
  readonly id: string | undefined
  readonly title: string | undefined
  readonly type: string | undefined
  defaultText: string | undefined
  options: string | undefined
}

export interface RawCell {
  readonly column: string | undefined
  readonly text: string | undefined
  readonly span: Span | undefined
  readonly offset: number
}

/** A part of the drawing that cannot be read: what it is, and its text as the file has it. */
export interface Unreadable {
  readonly what: string
  readonly text: string
  readonly offset: number
}

/** A node or an edge; what it does not have is undefined, because most have little. */
export interface RawRecord {
  readonly offset: number
  readonly id: string | undefined
  readonly label: string | undefined
  cells: RawCell[] | undefined
  spans: Span[]
  unreadable: Unreadable[] | undefined
}

export interface RawNode extends RawRecord {
  /** The ids that are meant to be above this node, with their places. */
  parents: RawParent[] | undefined
  drawing: Draft<NodeDrawing> | undefined
}

export interface RawParent {
  readonly id: string
  readonly offset: number
}

export interface RawEdge extends RawRecord {
  readonly source: string | undefined
  readonly target: string | undefined
  readonly type: string | undefined
  readonly kind: string | undefined
  readonly weight: string | undefined
  drawing: Draft<EdgeDrawing> | undefined
}

export interface RawGroup extends RawElement {
  readonly count: string | undefined
  /** Those that stand directly in it. */
  records: number
}
