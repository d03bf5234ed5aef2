import { sourceId } from '../model/ids.ts'
import type { SourceId } from '../model/ids.ts'
import type { Knowledge, Reference, Source } from '../model/knowledge.ts'
import { newId } from '../model/new-id.ts'
import type { WrittenStatement } from '../model/statement-rules.ts'
import type { FieldProblem } from './field-problem.ts'

/** A reference as it is typed. */
export interface ReferenceFields {
  /** "" while none is chosen, `newSource` for one that the graph does not know yet. */
  readonly source: string
  readonly paragraph: string
  readonly gloss: string
  /** Words of the source, which hold only at the place where they stand. */
  readonly quoted?: Pick<Reference, 'source' | 'paragraph' | 'words'>
  /** Of a new source. */
  readonly title: string
  readonly url: string
}

/** Stands for a source that the graph does not know; no id has a line break in it. */
export const newSource = 'new\n'

/** A reference with nothing in it. */
export const blankReference: ReferenceFields = {
  source: '',
  paragraph: '',
  gloss: '',
  title: '',
  url: '',
}

/** The fields of a reference that is there. */
export function fieldsOfReference(reference: Reference): ReferenceFields {
  const { source, paragraph, words, gloss } = reference
  return {
    ...blankReference,
    source,
    paragraph: paragraph === undefined ? '' : String(paragraph),
    gloss: gloss ?? '',
    ...(words === undefined ? {} : { quoted: reference }),
  }
}

/** The references with the sources that they need, and what is still missing in them. */
export function sourcesOfFields(
  content: Knowledge,
  fields: readonly ReferenceFields[],
): {
  readonly references: WrittenStatement['references']
  /** All sources, the new ones too. */
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly added: readonly Source[]
  readonly problems: readonly FieldProblem[]
  /** Which fields each of `references` is made of. */
  readonly places: readonly number[]
} {
  const sources = new Map(content.sources)
  const added: Source[] = []
  const problems: FieldProblem[] = []
  const places: number[] = []
  const references = fields.flatMap(({ source, paragraph, gloss, quoted, title, url }, index) => {
    const number = paragraph.trim()
    const told = gloss.trim()
    const path = ['references', index]
    const missing = (message: string): void =>
      void problems.push({ path, message, unwritten: true })
    let id = source
    if (source === newSource) {
      if (title.trim() === '') missing('The source needs a title.')
      const address = url.trim()
      const unfit = addressProblem(address)
      if (unfit !== undefined) {
        problems.push({ path: [...path, 'url'], message: unfit, unwritten: false })
      }
      const made: Source = {
        id: sourceId(newId(title, (taken) => sources.has(sourceId(taken)), 'source')),
        title: title.trim(),
        ...(address === '' ? {} : { url: address }),
        paragraphs: new Map(),
      }
      sources.set(made.id, made)
      added.push(made)
      id = made.id
    } else if (source === '') {
      missing('Choose the source, or remove this reference.')
      return []
    }
    if (number !== '' && !/^\d+$/.test(number)) missing('A paragraph is a number.')
    places.push(index)
    const reference = {
      source: id,
      ...(/^\d+$/.test(number) ? { paragraph: Number(number) } : {}),
      ...(quoted?.source === source && String(quoted.paragraph) === number
        ? { words: quoted.words }
        : {}),
      ...(told === '' ? {} : { gloss: told }),
    }
    return [reference]
  })
  return { references, sources, added, problems, places }
}

/** Why it is no address that a reader could follow; undefined where it is one, or nothing. */
function addressProblem(address: string): string | undefined {
  const text = address.trim()
  if (text === '') return undefined
  if (!/^https?:/i.test(text)) return 'An address begins with https:// or http://.'
  if (/\s/.test(text)) return 'An address has no spaces.'
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text)
    ? undefined
    : 'This is no address that a browser can open.'
}
