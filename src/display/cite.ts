import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Source, Statement } from '../model/knowledge.ts'
import { evidenceOf, evidences } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import { nameOf } from './appearance.ts'
import { citationOf } from './citation.ts'
import { sentenceText } from './sentence.ts'

/** What is cited: one statement, everything about one entity, some statements, or what is on screen. */
export type Citable =
  | { readonly type: 'statement'; readonly id: StatementId }
  | { readonly type: 'node'; readonly id: EntityId }
  | {
      /** Such as those of a path, which has a name. */
      readonly type: 'statements'
      readonly ids: readonly StatementId[]
      readonly title: string
    }
  | { readonly type: 'view' }

export const citationStyles = ['text', 'markdown', 'bibtex', 'csl-json'] as const
export type CitationStyle = (typeof citationStyles)[number]

export interface CitationContext {
  /** The link that restores the view. */
  readonly link: string
  /** Today, YYYY-MM-DD. */
  readonly accessed: string
  /** What a view shows where it does not show everything: "27 of 218 entities". */
  readonly shown?: string
  /** True where the reader has changed the graph, which no link carries. */
  readonly changed?: boolean
}

/** A work in a list of references. */
interface Work {
  readonly key: string
  readonly type: 'dataset' | 'source'
  readonly title: string
  readonly container?: string | undefined
  readonly author?: string | undefined
  readonly publisher?: string | undefined
  readonly version?: string | undefined
  /** ISO date. */
  readonly issued?: string | undefined
  readonly accessed?: string | undefined
  readonly url?: string | undefined
  readonly places?: readonly string[]
  /** Sentences without their full stops. */
  readonly remarks?: readonly string[]
}

/**
 * The citation of something in the graph, followed by the sources that it rests on with the places
 * in them: in words, as Markdown, as BibTeX entries, or as CSL-JSON (citationstyles.org, schema 1.0).
 */
export function cite(
  knowledge: Knowledge,
  citable: Citable,
  context: CitationContext,
  style: CitationStyle,
): string {
  const works = [datasetWork(knowledge, citable, context), ...sourceWorks(knowledge, citable)]
  switch (style) {
    case 'text':
      return works.map(inWords).join('\n')
    case 'markdown':
      return works.map(inMarkdown).join('\n\n')
    case 'bibtex':
      return works.map(bibtexEntry).join('\n\n')
    case 'csl-json':
      return JSON.stringify(works.map(cslItem), undefined, 2)
  }
}

function datasetWork(knowledge: Knowledge, citable: Citable, context: CitationContext): Work {
  const { dataset } = knowledge
  const part = titleOf(knowledge, citable)
  return {
    key: keyOf(`${dataset.id}-${nameOfCitable(citable)}`),
    type: 'dataset',
    title: part ?? dataset.title,
    container: part === undefined ? undefined : dataset.title,
    author: dataset.creator,
    version: dataset.version,
    issued: dataset.modified,
    accessed: context.accessed,
    url: context.link,
    remarks: remarksOn(knowledge, citable, context),
  }
}

/** What tells it from all else that is cited of the same graph. */
function nameOfCitable(citable: Citable): string {
  switch (citable.type) {
    case 'view':
      return 'view'
    case 'statements':
      return citable.title
    case 'node':
    case 'statement':
      return citable.id
  }
}

/** What a reader of the citation has to know of what it says. */
function remarksOn(
  knowledge: Knowledge,
  citable: Citable,
  { shown, changed = false }: CitationContext,
): readonly string[] {
  const remarks: string[] = []
  if (citable.type === 'view' && shown !== undefined) remarks.push(`Shows ${shown}`)
  if (citable.type === 'statement' || citable.type === 'statements') {
    const statements = statementsOf(knowledge, citable)
    remarks.push(...evidences.flatMap((evidence) => stateText(statements, evidence)))
  }
  if (changed) remarks.push('With changes of its reader’s own, which neither version nor link has')
  return remarks
}

/** What is said of statements that are not simply cited. */
const states: Readonly<Partial<Record<Evidence, string>>> = {
  inferred: 'inferred from what the sources say',
  disputed: 'disputed',
  uncited: 'without a source',
}

function stateText(statements: readonly Statement[], evidence: Evidence): readonly string[] {
  const count = statements.filter((statement) => evidenceOf(statement) === evidence).length
  const state = states[evidence]
  if (count === 0 || state === undefined) return []
  return statements.length === 1
    ? [`The statement is ${state}`]
    : [`${count} of ${statements.length} statements ${count === 1 ? 'is' : 'are'} ${state}`]
}

function titleOf(knowledge: Knowledge, citable: Citable): string | undefined {
  if (citable.type === 'view') return undefined
  if (citable.type === 'statements') return citable.title
  if (citable.type === 'node') {
    const entity = knowledge.entities.get(citable.id)
    return entity === undefined ? citable.id : nameOf(entity)
  }
  const statement = knowledge.statements.get(citable.id)
  return statement === undefined ? citable.id : sentenceText(knowledge, statement)
}

function sourceWorks(knowledge: Knowledge, citable: Citable): readonly Work[] {
  const references = statementsOf(knowledge, citable).flatMap((statement) => statement.references)
  const ids = new Set(references.map(({ source }) => source))
  return [...ids].map((id): Work => {
    const source: Partial<Source> = knowledge.sources.get(id) ?? {}
    const places = new Set(
      references
        .filter((reference) => reference.source === id)
        .flatMap((reference) => citationOf(knowledge, reference).locator ?? []),
    )
    return {
      key: keyOf(id),
      type: 'source',
      title: source.title ?? id,
      author: source.author,
      publisher: source.publisher,
      issued: source.published,
      accessed: source.read,
      url: source.url,
      // A view rests on whole sources.
      places: citable.type === 'view' ? [] : [...places],
    }
  })
}

function statementsOf(knowledge: Knowledge, citable: Citable): readonly Statement[] {
  const all = [...knowledge.statements.values()]
  if (citable.type === 'view') return all
  if (citable.type === 'statement') return all.filter(({ id }) => id === citable.id)
  if (citable.type === 'statements') return all.filter(({ id }) => citable.ids.includes(id))
  return all.filter(
    ({ subject, value }) =>
      subject === citable.id || (value.type === 'entity' && value.entity === citable.id),
  )
}

function inWords(work: Work): string {
  return sentences(work, `“${work.title}”`, work.container, work.url)
}

function inMarkdown(work: Work): string {
  const title = `“${markdown(work.title)}”`
  const link =
    work.url === undefined ? undefined : `<${work.url.replace(/[<>\s]/g, encodeURIComponent)}>`
  const container = work.container === undefined ? undefined : `*${markdown(work.container)}*`
  return sentences(work, title, container, link)
}

function sentences(
  work: Work,
  title: string,
  container: string | undefined,
  link: string | undefined,
): string {
  const version = work.version === undefined ? undefined : `version ${work.version}`
  const lead = work.type === 'source' ? 'Source: ' : ''
  const parts = [
    [work.author],
    [title],
    [container, version, work.type === 'dataset' ? 'Orrery' : undefined],
    [work.publisher, work.issued],
    [work.places?.join(', ')],
    ...(work.remarks ?? []).map((remark) => [remark]),
    [link],
    [work.accessed === undefined ? undefined : `Accessed ${work.accessed}`],
  ]
    .map((part) => part.filter((one) => one !== undefined && one !== '').join(', '))
    .filter((part) => part !== '')
  return `${lead}${parts.join('. ')}.`
}

function markdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
}

function noteOf({ places = [], remarks = [] }: Work): string {
  return [...(places.length === 0 ? [] : [places.join(', ')]), ...remarks].join('. ')
}

function bibtexEntry(work: Work): string {
  const [year, month] = (work.issued ?? '').split('-')
  const fields = [
    ['title', `{${latex(work.title)}}`],
    ['author', work.author === undefined ? undefined : `{${latex(work.author)}}`],
    ['howpublished', work.container === undefined ? undefined : latex(work.container)],
    ['publisher', work.publisher === undefined ? undefined : latex(work.publisher)],
    ['year', year],
    ['month', month],
    ['version', work.version === undefined ? undefined : latex(work.version)],
    ['url', work.url?.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', work.accessed],
    ['note', latex(noteOf(work))],
  ] as const
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = {${value}},`],
  )
  return [`@misc{${work.key},`, ...lines, '}'].join('\n')
}

const latexSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function latex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (sign) => latexSigns[sign] ?? `\\${sign}`)
}

function cslItem(work: Work): object {
  const date = (text: string | undefined): object | undefined =>
    text === undefined ? undefined : { 'date-parts': [text.slice(0, 10).split('-').map(Number)] }
  const fields = {
    id: work.key,
    type: work.type === 'dataset' ? 'dataset' : 'article',
    title: work.title,
    'container-title': work.container,
    author: work.author === undefined ? undefined : [{ literal: work.author }],
    publisher: work.publisher,
    version: work.version,
    issued: date(work.issued),
    accessed: date(work.accessed),
    URL: work.url,
    note: noteOf(work) === '' ? undefined : noteOf(work),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** A key that BibTeX takes: other characters become hyphens. */
function keyOf(id: string): string {
  return `orrery-${id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`
}
