import type { Reference, Source } from '../../model/knowledge.ts'
import { paragraphsWith, textParagraphs } from './source-text.ts'
import { shownParagraphs, wordsAsShown } from './source-texts.ts'

/**
 * A source's text as a file of a dataset folder; undefined where reading that file would not give
 * the same paragraphs again. Each heading is one of the first level: readers see no levels.
 */
export function writtenText(
  { paragraphs }: Pick<Source, 'paragraphs'>,
  text: readonly string[],
): string | undefined {
  const blocks = text.map((paragraph, index) => {
    const { role, heading } = paragraphs.get(index + 1) ?? {}
    return role === 'heading' ? `# ${heading}` : paragraph
  })
  const written = `${blocks.join('\n\n')}\n`
  const same =
    isUnicode(written) &&
    sameTexts(shownParagraphs(written), text) &&
    paragraphs.size === text.length &&
    textParagraphs(written).every(({ heading, role }, index) => {
      const known = paragraphs.get(index + 1)
      return known?.heading === heading && known.role === role
    })
  return same ? written : undefined
}

/**
 * How a reference names its place in a text that `writtenText` gave: by its words, by its number, or
 * by both where several paragraphs have the words. Undefined where the words are not to be found.
 */
export function writtenPlace(
  { paragraph, words }: { readonly [Key in 'paragraph' | 'words']?: Reference[Key] | undefined },
  text: string,
): Pick<Reference, 'paragraph' | 'words'> | undefined {
  if (words === undefined) return paragraph === undefined ? {} : { paragraph }
  const own = paragraph === undefined ? undefined : textParagraphs(text)[paragraph - 1]
  if (own === undefined || words === '' || wordsAsShown(words, own.text) !== words) return undefined
  const found = paragraphsWith(words, textParagraphs(text))
  if (paragraph === undefined || !found.includes(paragraph)) return undefined
  return found.length === 1 ? { words } : { paragraph, words }
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index])
}

/** False for what bytes do not give back: half characters, and a byte order mark at the start. */
function isUnicode(text: string): boolean {
  return !/^\ufeff|\p{Surrogate}/u.test(text)
}
