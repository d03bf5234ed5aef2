import type { NumberedCitation } from './citation.ts'
import type { Prose } from './path-prose.ts'

/** The formats in which prose is copied. */
export type ProseFormat = 'text' | 'markdown' | 'html'

/** The prose with its list of sources, for pasting elsewhere. */
export function proseText(prose: Prose, format: ProseFormat): string {
  const write = writers[format]
  const sentence = prose.pieces
    .map(({ type, text }) => (type === 'node' ? write.name(text) : write.plain(text)))
    .join('')
  return write.page(
    [sentence, ...prose.cautions.map(write.plain)],
    prose.citations.map((citation) => ({ number: citation.number, ...sourceOf(citation, write) })),
  )
}

interface Source {
  readonly number: number
  readonly text: string
}

interface Writer {
  readonly plain: (text: string) => string
  readonly name: (text: string) => string
  readonly link: (text: string, address: string) => string
  readonly page: (paragraphs: readonly string[], sources: readonly Source[]) => string
}

function sourceOf(citation: NumberedCitation, write: Writer): { readonly text: string } {
  const { sourceTitle, sourceUrl, locator, heading, glosses } = citation
  const title =
    sourceUrl === undefined ? write.plain(sourceTitle) : write.link(sourceTitle, sourceUrl)
  const place = [locator, heading === undefined ? undefined : `“${heading}”`]
    .filter((part) => part !== undefined)
    .join(', ')
  const gloss = glosses.length === 0 ? '' : `: ${glosses.join(' ')}`
  return { text: `${title}${write.plain(`${place === '' ? '' : `, ${place}`}${gloss}`)}` }
}

const numberedLines = (sources: readonly Source[]): readonly string[] =>
  sources.map(({ number, text }) => `[${number}] ${text}`)

const writers: Readonly<Record<ProseFormat, Writer>> = {
  text: {
    plain: (text) => text,
    name: (text) => text,
    link: (text, address) => `${text} <${address}>`,
    page: (paragraphs, sources) =>
      [
        paragraphs.join(' '),
        ...(sources.length === 0 ? [] : [numberedLines(sources).join('\n')]),
      ].join('\n\n'),
  },
  markdown: {
    plain: markdown,
    name: (text) => `**${markdown(text)}**`,
    link: (text, address) =>
      `[${markdown(text)}](<${address.replace(/[<>\n]/g, encodeURIComponent)}>)`,
    page: (paragraphs, sources) =>
      [
        paragraphs.join(' '),
        ...(sources.length === 0
          ? []
          : [sources.map(({ number, text }) => `${number}. ${text}`).join('\n')]),
      ].join('\n\n'),
  },
  html: {
    plain: html,
    name: (text) => `<strong>${html(text)}</strong>`,
    link: (text, address) =>
      /^(?:https?|mailto):/i.test(address)
        ? `<a href="${html(address)}">${html(text)}</a>`
        : html(`${text} <${address}>`),
    page: (paragraphs, sources) =>
      [
        `<p>${paragraphs.join(' ')}</p>`,
        ...(sources.length === 0
          ? []
          : [`<ol>${sources.map(({ text }) => `<li>${text}</li>`).join('')}</ol>`]),
      ].join('\n'),
  },
}

/** Markers such as [1] stay readable: a bracket alone makes no link. */
function markdown(text: string): string {
  return text.replace(/[\\`*_<>&#|~]/g, '\\$&').replaceAll('](', ']\\(')
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
