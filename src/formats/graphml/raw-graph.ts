import type { XmlElement } from '../xml/read-xml.ts'

/** A GraphML document's records as they stand, before anything is checked. */
export interface RawDocument {
  readonly root: XmlElement
  readonly keys: readonly RawKey[]
  /** The graph that is read, then those nested in it, in the order of the file. */
  readonly graphs: readonly RawGraph[]
  /** Graphs beside the first one, with what they hold. */
  readonly others: readonly OtherGraph[]
  readonly nodes: readonly RawNode[]
  readonly edges: readonly RawEdge[]
  readonly hyperedges: readonly Hyperedge[]
  readonly ports: readonly XmlElement[]
  /** What the document and its graph say of themselves. */
  readonly whole: RawRecord
  /** Elements that GraphML does not have at their place, first of each name. */
  readonly strangers: readonly XmlElement[]
}

export interface RawKey {
  readonly element: XmlElement
  defaultText: string | undefined
}

/** A `<data>` element: there may be millions, so that nothing else of it is kept. */
export interface RawCell {
  readonly key: string | undefined
  readonly offset: number
  text: string
  /** The elements in it that yEd draws with; undefined where there is no element in it at all. */
  markup: Markup[] | undefined
}

export interface Markup {
  readonly local: string
  readonly attributes: ReadonlyMap<string, string>
  /** What stands before the first element inside. */
  text: string
}

export interface RawRecord {
  readonly element: XmlElement
  readonly cells: RawCell[]
  description: string | undefined
}

export interface RawNode extends RawRecord {
  /** The node that this one stands inside. */
  readonly outer: RawNode | undefined
}

export interface RawEdge extends RawRecord {
  readonly graph: RawGraph
}

export interface RawGraph {
  readonly element: XmlElement
  readonly outer: RawGraph | undefined
  /** Those that stand directly in it. */
  nodes: number
  edges: number
}

export interface OtherGraph {
  readonly element: XmlElement
  nodes: number
  edges: number
}

export interface Hyperedge {
  readonly element: XmlElement
  ends: number
}
