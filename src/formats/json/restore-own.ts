import type { ReadResult } from '../../model/issue.ts'
import type { Knowledge, LaidOut } from '../../model/knowledge.ts'
import type { RawGraph } from './raw-graph.ts'

export function restoreOwn(
  _plain: Knowledge,
  _raw: RawGraph,
  _file: string,
): ReadResult<LaidOut> | undefined {
  return undefined
}
