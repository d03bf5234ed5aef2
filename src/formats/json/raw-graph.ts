import type { EdgeDrawing, NodeDrawing } from '../../model/knowledge.ts'
import type { Datatype, Literal } from '../../model/literal.ts'
import type { JsonValue } from './json-value.ts'

/** What a reader of one dialect found: records as they stand, before anything is checked. */
export interface RawGraph {
  readonly nodes: readonly RawNode[]
  readonly edges: readonly RawEdge[]
  readonly facts?: readonly RawFact[]
  /** What the file says of the graph as a whole. */
  readonly about: readonly Field[]
  readonly declared?: {
    readonly node: readonly DeclaredColumn[]
    readonly edge: readonly DeclaredColumn[]
  }
  /** Our own extension at the graph. */
  readonly own?: JsonValue | undefined
}

export type Field = readonly [name: string, value: JsonValue]

export interface RawNode {
  readonly id: string
  /** Where the id stands, if it is a number that other programs round. */
  readonly wideId?: number | undefined
  readonly offset: number
  readonly label?: string | undefined
  /** Only where the format itself has types. */
  readonly kind?: string | undefined
  /** The node that this one is nested in. */
  readonly parent?: string | undefined
  readonly drawing?: NodeDrawing | undefined
  /** What is left is the node's attributes. */
  readonly fields: readonly Field[]
  /** Our own extension at the node. */
  readonly own?: JsonValue | undefined
}

export interface RawEdge {
  readonly id?: string | undefined
  readonly source: string | undefined
  readonly target: string | undefined
  readonly offset: number
  readonly direction: 'directed' | 'undirected'
  readonly predicate?: string | undefined
  readonly label?: string | undefined
  readonly weight?: number | undefined
  readonly drawing?: EdgeDrawing | undefined
  readonly fields: readonly Field[]
  readonly own?: JsonValue | undefined
}

/** A statement whose value is a literal. */
export interface RawFact {
  readonly subject: string
  readonly predicate: string
  readonly literal: Literal
}

export interface DeclaredColumn {
  readonly name: string
  readonly datatype: Datatype
  readonly fileType?: string
  readonly defaultText?: string
}
