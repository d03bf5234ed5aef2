import { sourceId } from '../../model/ids.ts'
import type { SourceTexts } from '../../model/knowledge.ts'
import { sourcesFile } from './schema.ts'
import { textParagraphs } from './source-text.ts'
import { readYaml } from './yaml-file.ts'

/** The files that sources.yaml names as texts, as paths from the folder; none where it is at fault. */
export function sourceTextPaths(files: ReadonlyMap<string, string>): readonly string[] {
  return named(files).map(([, path]) => path)
}

/** The texts that the dataset carries, for reading. */
export function sourceTexts(files: ReadonlyMap<string, string>): SourceTexts {
  return new Map(
    named(files).map(([id, path]) => [sourceId(id), shownParagraphs(files.get(path) ?? '')]),
  )
}

/** The paragraphs of a text as readers see them. */
export function shownParagraphs(text: string): readonly string[] {
  return textParagraphs(text).map((paragraph) => readable(paragraph.text))
}

/** Words of a paragraph as they stand in it where it is shown. */
export function wordsAsShown(words: string, paragraph: string): string {
  return isVerbatim(paragraph) ? words : withoutMarks(words)
}

function readable(text: string): string {
  return isVerbatim(text) ? text : withoutMarks(text)
}

/** True for code and tables. */
function isVerbatim(text: string): boolean {
  return /^(?:```|\|)/.test(text)
}

/** Without Markdown's marks for emphasis, code and links. */
function withoutMarks(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/(^|\s)_([^_\n]+)_(?=[\s.,;:!?]|$)/g, '$1$2')
}

function named(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const { file } = readYaml(files.get('sources.yaml') ?? '', 'sources.yaml', sourcesFile)
  return Object.entries(file?.content ?? {}).flatMap(([id, { text }]) =>
    text === undefined ? [] : [[id, text] as const],
  )
}
