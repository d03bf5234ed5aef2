import { evidenceOf } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { SourceId, StatementId } from '../model/ids.ts'
import type { Knowledge, Paragraph, Statement } from '../model/knowledge.ts'
import { beyondPlain } from '../model/in-columns.ts'
import { sentenceText } from './sentence.ts'
import { sourceDetail } from './source-detail.ts'

/** One source with all that rests on it, paragraph by paragraph. */
export interface SourceView {
  readonly id: SourceId
  readonly title: string
  /** "A. Author · A paper · 2025-04-29", for the line under the title. */
  readonly detail: string
  readonly url: string | undefined
  readonly note: string | undefined
  /** True where the dataset carries its text. */
  readonly hasText: boolean
  /** Ascending; those that nothing cites included. */
  readonly paragraphs: readonly SourceParagraph[]
  /** What cites the source without saying where. */
  readonly elsewhere: readonly RestingStatement[]
  readonly statements: number
  /** How many more rest on it that are not shown. */
  readonly hidden: number
  /** Paragraphs of text that nothing cites: not headings, contents or empty lines. */
  readonly uncited: number
}

export interface SourceParagraph {
  readonly number: number
  readonly heading: string | undefined
  readonly role: Paragraph['role'] | undefined
  readonly statements: readonly RestingStatement[]
  /** True where a statement rests on it, shown or not. */
  readonly cited: boolean
  /** Those of its words that statements rest on, where references name them. */
  readonly words: readonly string[]
}

/** A statement that a place in a source supports, as a line of text. */
export interface RestingStatement {
  readonly id: StatementId
  readonly text: string
  readonly evidence: Evidence
  readonly glosses: readonly string[]
  readonly words: readonly string[]
}

/**
 * Every source, in the order of the data, with what `isShown` lets through of all that rests on each
 * of its paragraphs.
 */
export function sourcesView(
  knowledge: Knowledge,
  isShown: (id: StatementId) => boolean = () => true,
): readonly SourceView[] {
  const resting = restingStatements(knowledge)
  return [...knowledge.sources.values()].map((source) => {
    const places = resting.get(source.id) ?? new Map<number | undefined, RestingStatement[]>()
    const shownAt = (number: number | undefined): readonly RestingStatement[] =>
      (places.get(number) ?? []).filter(({ id }) => isShown(id))
    const all = new Set([...places.values()].flat().map(({ id }) => id))
    const statements = [...all].filter(isShown).length
    const numbers = new Set([
      ...source.paragraphs.keys(),
      ...[...places.keys()].filter((number) => number !== undefined),
    ])
    const paragraphs = [...numbers]
      .toSorted((a, b) => a - b)
      .map((number): SourceParagraph => {
        const known = source.paragraphs.get(number)
        const here = shownAt(number)
        return {
          number,
          heading: known?.heading,
          role: known?.role,
          statements: here,
          cited: places.has(number),
          words: [...new Set(here.flatMap(({ words }) => words))],
        }
      })
    return {
      id: source.id,
      title: source.title,
      detail: sourceDetail(source),
      url: source.url,
      note: source.note,
      hasText: source.hasText === true,
      paragraphs,
      elsewhere: shownAt(undefined),
      statements,
      hidden: all.size - statements,
      uncited: paragraphs.filter(({ role, cited }) => role === 'text' && !cited).length,
    }
  })
}

function restingStatements(
  knowledge: Knowledge,
): ReadonlyMap<SourceId, ReadonlyMap<number | undefined, RestingStatement[]>> {
  const sources = new Map<SourceId, Map<number | undefined, RestingStatement[]>>()
  for (const statement of beyondPlain(knowledge.statements)) {
    for (const [source, paragraph] of placesOf(statement)) {
      const places = sources.get(source) ?? new Map<number | undefined, RestingStatement[]>()
      sources.set(source, places)
      const line = restingOf(knowledge, statement, source, paragraph)
      places.set(paragraph, [...(places.get(paragraph) ?? []), line])
    }
  }
  return sources
}

/** Each place once, however many references point to it. */
function placesOf({ references }: Statement): readonly (readonly [SourceId, number | undefined])[] {
  const places = new Map(
    references.map(({ source, paragraph }) => [
      JSON.stringify([source, paragraph]),
      [source, paragraph] as const,
    ]),
  )
  return [...places.values()]
}

function restingOf(
  knowledge: Knowledge,
  statement: Statement,
  source: SourceId,
  paragraph: number | undefined,
): RestingStatement {
  const here = statement.references.filter(
    (reference) => reference.source === source && reference.paragraph === paragraph,
  )
  return {
    id: statement.id,
    text: sentenceText(knowledge, statement),
    evidence: evidenceOf(statement),
    glosses: here.flatMap(({ gloss }) => gloss ?? []),
    words: here.flatMap(({ words }) => words ?? []),
  }
}
