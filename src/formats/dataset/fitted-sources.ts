import { sourceId } from '../../model/ids.ts'
import type { SourceId } from '../../model/ids.ts'
import type { Knowledge, Paragraph, Reference, Source } from '../../model/knowledge.ts'
import type { LossCount } from '../loss-count.ts'
import { firstText, keptTexts } from './kept-texts.ts'
import { datePattern } from './schema.ts'
import { renamed, slugOf, slugsOf } from './slugs.ts'
import type { Slugs } from './slugs.ts'

/** The sources as sources.yaml can hold them, those that are only referred to last. */
export function fittedSources(
  { sources, statements }: Knowledge,
  count: LossCount,
): { readonly sources: Knowledge['sources']; readonly names: Slugs } {
  const cited = citedParagraphs([...statements.values()].flatMap(({ references }) => references))
  const names = slugsOf([...sources.keys(), ...cited.keys()], 'source')
  count.add('ids that are not slugs, which are written as slugs', renamed(names))
  return {
    names,
    sources: new Map(
      [...names.keys()].map((key) => {
        const id = sourceId(key)
        const source = sources.get(id)
        if (source === undefined) count.add('sources that are not described, called by their ids')
        const known = source ?? { id, title: key, paragraphs: new Map<number, Paragraph>() }
        const name = sourceId(slugOf(names, key))
        return [name, fittedSource(known, name, cited.get(id) ?? new Set(), count)] as const
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

function fittedSource(
  source: Source,
  id: SourceId,
  cited: ReadonlySet<number>,
  count: LossCount,
): Source {
  const { title, author, publisher, url, published, read, licence, note, hasText } = source
  const { add } = count
  if (title === '') add('sources without a title, which are called by their ids')
  if (hasText === true) add('texts of sources, which are not in the archive')
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
    paragraphs: fittedParagraphs(source.paragraphs, cited, count),
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
