import { sourceId } from '../../model/ids.ts'
import type { SourceId } from '../../model/ids.ts'
import type { Knowledge, Paragraph, Reference, Source, SourceTexts } from '../../model/knowledge.ts'
import type { LossCount } from '../loss-count.ts'
import { firstText, keptTexts } from './kept-texts.ts'
import { datePattern } from './schema.ts'
import { renamed, slugOf, slugsOf } from './slugs.ts'
import type { Slugs } from './slugs.ts'
import { writtenText } from './written-text.ts'

/** Sources as a folder can hold them. */
export interface FittedSources {
  readonly sources: Knowledge['sources']
  /** Their ids there. */
  readonly names: Slugs
  /** Texts that are read back as they are, as files have them, by the ids of the folder. */
  readonly texts: ReadonlyMap<SourceId, string>
}

/** The sources as sources.yaml can hold them, those that are only referred to last. */
export function fittedSources(
  { sources, statements }: Knowledge,
  known: SourceTexts,
  count: LossCount,
): FittedSources {
  const cited = citedParagraphs([...statements.values()].flatMap(({ references }) => references))
  const names = slugsOf([...sources.keys(), ...cited.keys()], 'source')
  count.add('ids that are not slugs, which are written as slugs', renamed(names))
  const texts = new Map<SourceId, string>()
  return {
    names,
    texts,
    sources: new Map(
      [...names.keys()].map((key) => {
        const id = sourceId(key)
        const source = sources.get(id)
        if (source === undefined) count.add('sources that are not described, called by their ids')
        const described = source ?? { id, title: key, paragraphs: new Map<number, Paragraph>() }
        const name = sourceId(slugOf(names, key))
        const numbers = cited.get(id) ?? new Set()
        const text = heldText(described, known.get(id), numbers)
        if (text !== undefined) texts.set(name, text)
        const kept = fittedSource(
          described,
          name,
          text === undefined ? numbers : 'as the text',
          count,
        )
        return [name, kept] as const
      }),
    ),
  }
}

/** True where sources.yaml can number a paragraph so. */
export function isParagraphNumber(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0
}

function citedParagraphs(
  references: readonly Reference[],
): ReadonlyMap<SourceId, ReadonlySet<number>> {
  const cited = new Map<SourceId, Set<number>>()
  for (const { source, paragraph } of references) {
    const numbers = cited.get(source) ?? new Set()
    if (paragraph !== undefined) numbers.add(paragraph)
    cited.set(source, numbers)
  }
  return cited
}

/** The text of a source as a file, where it gives all that is known of its paragraphs. */
function heldText(
  source: Source,
  text: readonly string[] | undefined,
  cited: ReadonlySet<number>,
): string | undefined {
  if (source.hasText !== true || text === undefined) return undefined
  if ([...cited].some((number) => !source.paragraphs.has(number))) return undefined
  return writtenText(source, text)
}

/** `cited` are the numbers that statements refer to, unless a text has all paragraphs. */
function fittedSource(
  source: Source,
  id: SourceId,
  cited: ReadonlySet<number> | 'as the text',
  count: LossCount,
): Source {
  const { title, author, publisher, url, published, read, licence, note, hasText } = source
  const { add } = count
  if (title === '') add('sources without a title, which are called by their ids')
  if (hasText === true && cited !== 'as the text') add('texts of sources, which the folder lacks')
  const day = (text: string | undefined): string | undefined => {
    if (text === undefined || datePattern.test(text)) return text
    add('dates of sources that are not days')
    return undefined
  }
  const address = url === undefined || URL.canParse(url) ? url : undefined
  if (address !== url) add('addresses of sources that are none')
  return {
    id,
    title: firstText(title, source.id, id),
    ...keptTexts({ author, publisher, url: address, licence, note }, count),
    ...keptTexts({ published: day(published), read: day(read) }, count),
    ...(cited === 'as the text'
      ? { hasText: true, paragraphs: source.paragraphs }
      : { paragraphs: fittedParagraphs(source.paragraphs, cited, count) }),
  }
}

/** In the order of their numbers; those that statements refer to are there, whatever the file says. */
function fittedParagraphs(
  paragraphs: Source['paragraphs'],
  cited: ReadonlySet<number>,
  { add }: LossCount,
): Source['paragraphs'] {
  const numbers = [...new Set([...paragraphs.keys(), ...cited])].toSorted((a, b) => a - b)
  return new Map(
    numbers.filter(isParagraphNumber).map((number): [number, Paragraph] => {
      const { heading = '', role = 'text' } = paragraphs.get(number) ?? {}
      if (heading === '') add('paragraphs without a heading, which are called by their numbers')
      return [number, { heading: firstText(heading, `Paragraph ${number}`), role }]
    }),
  )
}
