import type { ReadonlySignal } from '@preact/signals'
import type { ComparedRecord } from '../display/comparison-list.ts'
import type { Scheme } from '../display/palette.ts'
import type { Picture } from '../display/picture.ts'
import type { Graph } from '../graph/graph.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { GoneSelection, Selection } from '../view/view.ts'
import type { Stride } from '../view/walk.ts'

/**
 * What the graph does not have any more: since the version that it is compared with, or by the
 * reader's draft. Its ids are those of the graph that has it still, `before`.
 */
export interface Bygone {
  readonly from: GoneSelection['from']
  /** What it is gone by: "Compared with old.gexf", "Your draft". */
  readonly by: string
  readonly isEmpty: boolean
  readonly removed: { readonly entities: number; readonly statements: number }
  readonly before: Knowledge
  readonly graph: () => Graph
  /** The session's picture with ghosts. */
  readonly picture: ReadonlySignal<Picture>
  /** Another picture of the session with ghosts: in these colours, and all of them where it is whole. */
  readonly drawnOn: (picture: Picture, scheme: Scheme, whole: boolean) => Picture
  /** The nodes that are drawn as ghosts: the same list while the same are, at the same places. */
  readonly nodes: ReadonlySignal<readonly EntityId[]>
  /** What a ghost in the picture stands for; undefined for what is none. */
  readonly ghostNode: (id: EntityId) => GoneSelection | undefined
  readonly ghostEdge: (id: StatementId) => GoneSelection | undefined
  /** The card that tells of a record of `before`, gone or not. */
  readonly leadsTo: (record: RecordOf) => Selection
  readonly whereIs: (selection: GoneSelection) => Whereabouts
  /** What is to be said on the card of what is still there, of its relations that are gone too. */
  readonly recordsAbout: (selection: Selection) => readonly ComparedRecord[]
  /** It in a sentence. */
  readonly told: (selection: GoneSelection) => string
  /** The ways out of a node, gone or not, along relations that are drawn as ghosts. */
  readonly strides: (node: EntityId) => readonly Stride[]
}

/** An entity or a statement of `before`. */
export type RecordOf =
  | { readonly of: 'entity'; readonly id: EntityId }
  | { readonly of: 'statement'; readonly id: StatementId }

/** Where something that is gone is in the picture, or what it was said of. */
export interface Whereabouts {
  readonly selectedNode?: EntityId
  readonly selectedEdge?: StatementId
  /** What the camera must see. */
  readonly seen: readonly EntityId[]
}
