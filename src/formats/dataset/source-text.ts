import type { Paragraph } from '../../model/knowledge.ts'

/** One paragraph of a source's text, with what sources.yaml would say of it. */
export interface TextParagraph extends Paragraph {
  readonly text: string
}

/**
 * A Markdown or plain text by its paragraphs, which are what stands between empty lines; a fenced
 * block of code is one whatever is in it. A paragraph is named by the heading above it.
 */
export function textParagraphs(text: string): readonly TextParagraph[] {
  let heading = ''
  return blocksOf(text).map((block): TextParagraph => {
    const title = /^#{1,6} +(.+)$/m.exec(block)
    if (title === null || !block.startsWith('#')) return { text: block, heading, role: 'text' }
    heading = title[1] ?? ''
    return { text: heading, heading, role: 'heading' }
  })
}

function blocksOf(text: string): readonly string[] {
  const blocks: string[][] = [[]]
  let fenced = false
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (line.startsWith('```')) fenced = !fenced
    if (line.trim() === '' && !fenced) blocks.push([])
    else blocks.at(-1)?.push(line)
  }
  return blocks.map((lines) => lines.join('\n')).filter((block) => block !== '')
}

/** The numbers of the paragraphs that have these words, however lines are broken. */
export function paragraphsWith(
  words: string,
  paragraphs: readonly Pick<TextParagraph, 'text'>[],
): readonly number[] {
  const plain = (part: string): string => part.replace(/\s+/g, ' ')
  const wanted = plain(words)
  return paragraphs.flatMap(({ text }, index) => (plain(text).includes(wanted) ? [index + 1] : []))
}
