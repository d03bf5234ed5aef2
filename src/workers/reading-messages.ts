import type { Kept } from '../display/import-report.ts'
import type { TableChoice } from '../formats/csv/parse-tables.ts'
import type { TableMapping } from '../formats/csv/table-mapping.ts'
import type { FormatId } from '../formats/format.ts'
import type { OpenedPart, PartChoice, PartOffer } from '../graph/part-choice.ts'
import type { GraphSize } from '../graph/part.ts'
import type { Issue } from '../model/issue.ts'
import type { ColumnId, EntityId } from '../model/ids.ts'
import type { Knowledge, LaidOut } from '../model/knowledge.ts'
import type { StatementBlock } from '../model/statement-block.ts'
import type { PackedEntities } from './packed-entities.ts'
import type { TableSketch } from './sketch-tables.ts'

/** What the page asks the reading worker for. */
export interface ReadingOrder {
  /** As they come from a disk, a clipboard or a server: the page itself never touches their bytes. */
  readonly files: readonly { readonly name: string; readonly content: Blob }[]
  readonly from?: FormatId
  /** What tables mean; without it they are sketched and not read, unless Orrery wrote them. */
  readonly mappings?: readonly TableMapping[]
  /** How to cut tables for the sketch. */
  readonly choices?: readonly TableChoice[]
  /** How large a graph may be to be shown. */
  readonly limit: GraphSize
  /** Which part of a larger one is wanted; without it the page is asked. */
  readonly part?: PartChoice
}

/** What the page may ask while a graph that is too large is held back. */
export type ReadingRequest =
  | { readonly type: 'find'; readonly query: string }
  | { readonly type: 'open'; readonly choice: PartChoice }

/** A node that was searched for, and the widest part around it that fits, if any does. */
export interface FoundPart {
  readonly id: EntityId
  readonly name: string
  readonly kind?: string
  readonly around?: { readonly steps: number; readonly size: GraphSize }
}

export type ReadingPhase = 'loading' | 'reading' | 'laying-out' | 'handing-over'

/** How far it is; `total` is undefined where nobody can know. */
export interface ReadingProgress {
  readonly phase: ReadingPhase
  /** Bytes, iterations or records. */
  readonly done: number
  readonly total: number | undefined
}

/** Everything that came out beside the graph. */
export interface ReadingReport {
  readonly format: FormatId | undefined
  /** Half a sentence: "its root element is <gexf>". */
  readonly why: string
  readonly issues: readonly Issue[]
}

/** The knowledge but for what may be long, which follows in slices. */
export type KnowledgeHead = Omit<Knowledge, 'entities' | 'statements'>

/** What a file of ours holds beside the graph. */
export type SavedSession = Pick<LaidOut, 'view' | 'notebook' | 'texts'>

/**
 * What the worker answers: progress, then `rejected`, or `tables` that a person has to look at, or
 * `head`, slices and `end`; before these `too-large` and what is `found`, where a part has to be
 * chosen.
 */
export type ReadingAnswer =
  | ({ readonly type: 'progress' } & ReadingProgress)
  | { readonly type: 'rejected'; readonly report: ReadingReport }
  | { readonly type: 'tables'; readonly sketches: readonly TableSketch[] }
  | { readonly type: 'too-large'; readonly offer: PartOffer }
  | { readonly type: 'found'; readonly query: string; readonly found: readonly FoundPart[] }
  | {
      readonly type: 'head'
      readonly head: KnowledgeHead
      readonly report: ReadingReport
      readonly kept: Kept
      /** Columns that can give kinds, the best first. */
      readonly kindColumns: readonly ColumnId[]
      /** What the reader saw and had written when the file was saved, where the file holds that. */
      readonly session: SavedSession
      /** What was opened of a graph that is too large. */
      readonly part: OpenedPart | undefined
    }
  | {
      readonly type: 'entities'
      readonly packed: PackedEntities
      /** x, y in the order of the slice. */
      readonly positions: Float64Array
    }
  | { readonly type: 'statements'; readonly block: StatementBlock }
  | { readonly type: 'end' }
  /** The reader itself is at fault. */
  | { readonly type: 'failed'; readonly message: string }
