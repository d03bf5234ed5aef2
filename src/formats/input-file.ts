import type { ReadResult } from '../model/issue.ts'
import type { LaidOut } from '../model/knowledge.ts'
import type { FormatId } from './format.ts'

/** A file as it comes from a disk, a clipboard or a server. */
export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What a reader made of a file. */
export interface Opened {
  /** Undefined where it could not even be told. */
  readonly format: FormatId | undefined
  /** What the format was recognised by, as half a sentence: "its root element is <gexf>". */
  readonly why: string
  readonly result: ReadResult<LaidOut>
  /**
   * What the file holds as its format counts it, where that is not what becomes entities and
   * relations: RDF counts types, labels and descriptions too.
   */
  readonly counts?: { readonly nodes: number; readonly edges: number }
}
