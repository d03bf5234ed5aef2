import type { FormatId } from '../format.ts'
import { field } from './json-value.ts'
import type { JsonValue } from './json-value.ts'
import type { RawGraph } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/** One way of writing a graph as JSON. */
export interface Dialect {
  readonly format: FormatId
  /** What the values are in this dialect; undefined where they are something else. */
  readonly recognise: (values: readonly JsonValue[]) => Recognised | undefined
}

export interface Recognised {
  /** Half a sentence: "it has nodes and links". */
  readonly why: string
  readonly read: (log: IssueLog) => RawGraph
}

/** The value of a file that has only one. */
export function single(values: readonly JsonValue[]): JsonValue | undefined {
  return values.length === 1 ? values[0] : undefined
}

/**
 * True where a list is one of such records, although a few of them may be at fault: the first is
 * one, and most are.
 */
export function mostly(
  items: readonly JsonValue[],
  isRecord: (item: JsonValue) => boolean,
): boolean {
  const [first] = items
  if (first === undefined || !isRecord(first)) return false
  return items.filter(isRecord).length * 2 > items.length
}

/** True for a file of some program that says its format and version: no mere wrapper of a graph. */
export function namesFormat(file: JsonValue | undefined): boolean {
  return typeof field(file, 'format') === 'string' && field(file, 'version') !== undefined
}
