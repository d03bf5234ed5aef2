import type { PatternMatch } from '../graph/pattern.ts'
import { evidenceOf, supportRank } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { StatementId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import { numbered } from './citation.ts'
import type { NumberedCitation } from './citation.ts'
import { sentenceOf } from './sentence.ts'

/** The statements that make a node an answer, step by step. */
export interface Reasons {
  readonly steps: readonly ReasonStep[]
  readonly citations: readonly NumberedCitation[]
}

export interface ReasonStep {
  readonly lines: readonly ReasonLine[]
  /** How many statements there are beside these. */
  readonly more: number
}

export interface ReasonLine {
  readonly statement: StatementId
  /** "Alibaba launched Qwen, in 2023" */
  readonly text: string
  readonly evidence: Evidence
  /** Numbers in the list of citations. */
  readonly markers: readonly number[]
}

/** A step tells at most so many statements. */
const mostLines = 8

/** Tells a match in statements, those that rest on most first, with their citations. */
export function reasonsOf(knowledge: Knowledge, { places }: PatternMatch): Reasons {
  const told = places.slice(1).map(({ edges }) => {
    const statements = [...edges]
      .flatMap((id) => knowledge.statements.get(id) ?? [])
      .toSorted((a, b) => supportRank(a) - supportRank(b))
    return { statements: statements.slice(0, mostLines), more: statements.length - mostLines }
  })
  const { citations, markers } = numbered(
    knowledge,
    told.flatMap(({ statements }) => statements),
  )
  return {
    steps: told.map(({ statements, more }) => ({
      lines: statements.map((statement) => ({
        statement: statement.id,
        text: lineText(knowledge, statement),
        evidence: evidenceOf(statement),
        markers: markers(statement),
      })),
      more: Math.max(0, more),
    })),
    citations,
  }
}

function lineText(knowledge: Knowledge, statement: Statement): string {
  const { subject, verb, value, qualifiers } = sentenceOf(knowledge, statement)
  return [[subject, verb, value].join(' '), ...qualifiers].join(', ')
}
