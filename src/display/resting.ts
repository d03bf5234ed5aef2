import { evidenceOf } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import { numbered } from './citation.ts'
import type { NumberedCitation } from './citation.ts'
import { sentenceText } from './sentence.ts'

/** One statement that something rests on. */
export interface RestingLine {
  readonly id: StatementId
  /** Where its card is: a fact stands in that of its subject. */
  readonly card:
    | { readonly type: 'edge'; readonly id: StatementId }
    | { readonly type: 'node'; readonly id: EntityId }
  readonly text: string
  readonly evidence: Evidence
  /** Numbers in the list of citations. */
  readonly markers: readonly number[]
}

/** Statements in words, with one list of citations for all. */
export function restingOn(
  knowledge: Knowledge,
  statements: readonly Statement[],
): { readonly lines: readonly RestingLine[]; readonly citations: readonly NumberedCitation[] } {
  const { citations, markers } = numbered(knowledge, statements)
  const lines = statements.map((statement): RestingLine => ({
    id: statement.id,
    card:
      statement.value.type === 'entity'
        ? { type: 'edge', id: statement.id }
        : { type: 'node', id: statement.subject },
    text: sentenceText(knowledge, statement),
    evidence: evidenceOf(statement),
    markers: markers(statement),
  }))
  return { lines, citations }
}
