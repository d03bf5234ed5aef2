import type { SourceId } from '../model/ids.ts'
import type { Knowledge, Reference, Statement } from '../model/knowledge.ts'

/** A reference made ready for reading. */
export interface Citation {
  /** "China's AI ambitions, ¶ 26" */
  readonly place: string
  /** "¶ 26" */
  readonly locator: string | undefined
  /** Our own heading of that paragraph, where the dataset has one. */
  readonly heading: string | undefined
  readonly gloss: string | undefined
  /** Words of the source there. */
  readonly words: string | undefined
  readonly source: SourceId
  readonly paragraph: number | undefined
  /** True where the dataset carries the source's text, and so the passage. */
  readonly hasPassage: boolean
  readonly sourceTitle: string
  readonly sourceUrl: string | undefined
}

/** Where a reference points, in words; a source that is not known is named by its id. */
export function citationOf(knowledge: Knowledge, reference: Reference): Citation {
  const source = knowledge.sources.get(reference.source)
  const title = source?.title ?? reference.source
  const { paragraph } = reference
  const locator = paragraph === undefined ? undefined : `¶\u00a0${paragraph}`
  return {
    place: locator === undefined ? title : `${title}, ${locator}`,
    locator,
    heading: paragraph === undefined ? undefined : source?.paragraphs.get(paragraph)?.heading,
    gloss: reference.gloss,
    words: reference.words,
    source: reference.source,
    paragraph,
    hasPassage: paragraph !== undefined && source?.hasText === true,
    sourceTitle: title,
    sourceUrl: source?.url,
  }
}

/** One place in a source with everything that is cited from it. */
export interface NumberedCitation extends Omit<Citation, 'gloss' | 'words'> {
  readonly number: number
  readonly glosses: readonly string[]
  readonly words: readonly string[]
}

/** Statements' references as a numbered list: one number a place in a source, from 1. */
export interface Numbered {
  readonly citations: readonly NumberedCitation[]
  /** The numbers of a statement's references, ascending. */
  readonly markers: (statement: Statement) => readonly number[]
}

/** Numbers the references of `statements` in their order. */
export function numbered(knowledge: Knowledge, statements: readonly Statement[]): Numbered {
  const places = new Map<string, NumberedCitation>()
  for (const reference of statements.flatMap(({ references }) => references)) {
    const { gloss, words: quoted, ...citation } = citationOf(knowledge, reference)
    const before = places.get(placeKey(reference))
    const glosses = new Set(before?.glosses)
    if (gloss !== undefined) glosses.add(gloss)
    const words = new Set(before?.words)
    if (quoted !== undefined) words.add(quoted)
    const number = before?.number ?? places.size + 1
    places.set(placeKey(reference), {
      ...citation,
      number,
      glosses: [...glosses],
      words: [...words],
    })
  }
  return {
    citations: [...places.values()],
    markers: ({ references }) => {
      const numbers = references.flatMap(
        (reference) => places.get(placeKey(reference))?.number ?? [],
      )
      return [...new Set(numbers)].toSorted((a, b) => a - b)
    },
  }
}

function placeKey({ source, paragraph }: Reference): string {
  return JSON.stringify([source, paragraph])
}
