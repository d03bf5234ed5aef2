import type { ReadonlySignal } from '@preact/signals'
import type { ImportReport } from '../display/import-report.ts'
import type { TableChoice } from '../formats/csv/parse-tables.ts'
import type { TableMapping } from '../formats/csv/table-mapping.ts'
import type { FormatId } from '../formats/format.ts'
import type { PartChoice } from '../graph/part-choice.ts'
import type { ReadingProgress } from '../workers/reading-messages.ts'
import type { TableSketch } from '../workers/sketch-tables.ts'
import type { Intake, Purpose } from './door.ts'
import type { Keeper } from './keeper.ts'
import type { SiteGraph } from './site-graphs.ts'
import type { TooLarge } from './too-large.ts'

/** What stands before the graph. */
export type IntakeStage =
  | { readonly type: 'nothing' }
  | { readonly type: 'choosing'; readonly purpose: Purpose }
  /** A link wants this address opened; undefined where it is none of the web. */
  | {
      readonly type: 'asking'
      readonly text: string
      readonly url: URL | undefined
      readonly purpose: Purpose
    }
  | { readonly type: 'reading'; readonly name: string }
  /** Tables have been looked at, and the reader says what they mean. */
  | {
      readonly type: 'mapping'
      readonly brought: Brought
      /** The view that a link asks for. */
      readonly hash: string | undefined
      readonly sketches: readonly TableSketch[]
      /** How they were cut. */
      readonly choices: readonly TableChoice[]
    }
  /** All is read, and a part has to be chosen. */
  | { readonly type: 'too-large'; readonly graph: TooLarge }
  | { readonly type: 'rejected'; readonly report: ImportReport }
  | { readonly type: 'report'; readonly report: ImportReport }

/** Files, or one, that make a graph; with what else there is to know of where they came from. */
export interface Brought {
  readonly files: readonly { readonly name: string; readonly content: Blob }[]
  readonly from?: FormatId
  readonly url?: string
  readonly mappings?: readonly TableMapping[]
  /** The part to open, where the whole is too large to be shown. */
  readonly part?: PartChoice
}

/** The intake as its dialogs see it. */
export interface IntakeDesk extends Intake, Keeper {
  readonly stage: ReadonlySignal<IntakeStage>
  /** What is being opened, while that has not taken long enough for a dialog. */
  readonly begun: ReadonlySignal<string | undefined>
  readonly progress: ReadonlySignal<Progress | undefined>
  /** What the site brings; empty until its list is there. */
  readonly siteGraphs: ReadonlySignal<readonly SiteGraph[]>
  /** True while files are dragged over the page. */
  readonly over: ReadonlySignal<boolean>
  /** Fetches an address that the reader has seen, and opens what is there. */
  readonly openAddress: (url: URL) => void
  /** False where the clipboard is closed to the page. */
  readonly copy: (text: string) => Promise<boolean>
  /** Sketches the tables of the dialog anew, cut in another way. */
  readonly cutTables: (choices: readonly TableChoice[]) => void
  /** Reads the tables of the dialog as the reader says. */
  readonly openTables: (mappings: readonly TableMapping[]) => void
  /** Opens the dialog again that was answered with what could not be read. */
  readonly chooseAgain: () => void
  /** Closes whatever dialog is open; a reading ends without a trace. */
  readonly close: () => void
}

export type Progress =
  | ReadingProgress
  /** All is there; the picture is being drawn. */
  | { readonly phase: 'drawing'; readonly done: 0; readonly total: undefined }
