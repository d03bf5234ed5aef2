import type { XmlElement } from '../xml/read-xml.ts'

/** A GEXF document's records as they stand, before anything is checked. */
export interface RawGraph {
  readonly root: XmlElement
  readonly graph: XmlElement | undefined
  /** Element name and text, in the order of the file. */
  readonly meta: readonly (readonly [string, string])[]
  readonly modified: string | undefined
  readonly columns: readonly RawColumn[]
  readonly nodes: readonly RawNode[]
  readonly edges: readonly RawRecord[]
  /** `<nodes>` and `<edges>` with what they hold. */
  readonly groups: readonly RawGroup[]
  readonly instruction: string | undefined
  /** Elements that no version of GEXF has at their place, first of each name. */
  readonly strangers: readonly XmlElement[]
}

export interface RawColumn {
  readonly element: XmlElement
  readonly class: string | undefined
  readonly dynamic: boolean
  defaultText: string | undefined
  options: string | undefined
}

export interface RawRecord {
  readonly element: XmlElement
  readonly cells: XmlElement[]
  readonly spells: XmlElement[]
  readonly drawing: XmlElement[]
}

export interface RawNode extends RawRecord {
  /** The node that this one stands inside. */
  readonly outer: RawNode | undefined
  /** `<parent>` elements. */
  readonly parents: XmlElement[]
}

export interface RawGroup {
  readonly element: XmlElement
  /** Those that stand directly in it. */
  records: number
}
