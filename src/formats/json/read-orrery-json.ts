import * as v from 'valibot'
import { statementId, type EntityId } from '../../model/ids.ts'
import type { Issue, ReadResult } from '../../model/issue.ts'
import type {
  Knowledge,
  LaidOut,
  Layout,
  Point,
  Source,
  SourceTexts,
  Statement,
  Value,
} from '../../model/knowledge.ts'
import { usualId } from '../../model/usual-id.ts'
import { notebookOf } from './notebook-record.ts'
import { orreryFile } from './schema.ts'
import type { OrreryFile } from './schema.ts'

/** Finds the line and column of what a path of names and numbers leads to. */
export type PlaceOfPath = (path: readonly unknown[]) => Pick<Issue, 'line' | 'column'>

const nowhere: PlaceOfPath = () => ({})

/** Reads Orrery JSON (version 1). `file` names it in issues, `placeOf` tells where in it. */
export function readOrreryJson(
  text: string,
  file: string,
  placeOf: PlaceOfPath = nowhere,
): ReadResult<LaidOut> {
  const json = parse(text, file)
  if (!json.ok) return json
  const parsed = v.safeParse(orreryFile, json.content)
  if (!parsed.success) {
    return {
      ok: false,
      issues: parsed.issues.map((issue) => ({
        severity: 'error',
        file,
        message: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`,
        ...placeOf(issue.path?.map(({ key }) => key) ?? []),
      })),
    }
  }
  const record = parsed.output
  const issues: Issue[] = []
  const report: Report = (message, path) =>
    void issues.push({ severity: 'warning', file, message, ...placeOf(path) })
  const entities = keyed(record.entities, 'entity', 'entities', report)
  const knowledge: Knowledge = {
    dataset: record.dataset,
    kinds: keyed(record.kinds, 'kind', 'kinds', report),
    predicates: keyed(record.predicates, 'predicate', 'predicates', report),
    qualifiers: keyed(record.qualifiers, 'qualifier', 'qualifiers', report),
    sources: keyed(record.sources.map(sourceOf), 'source', 'sources', report),
    columns: record.columns,
    entities,
    statements: keyed(statementsOf(record, entities, report), 'statement', 'statements', report),
  }
  const layout = layoutOf(record, report)
  const texts = textsOf(record, knowledge, report)
  const { view, notebook, tour } = record
  return {
    ok: true,
    content: {
      knowledge,
      layout,
      ...(view === undefined ? {} : { view }),
      ...(notebook === undefined ? {} : { notebook: notebookOf(notebook) }),
      ...(texts.size === 0 ? {} : { texts }),
      ...(tour === undefined ? {} : { tour }),
    },
    issues,
  }
}

/** Tells of one record, by its path in the file. */
type Report = (message: string, path: readonly unknown[]) => void

function parse(text: string, file: string): ReadResult<unknown> {
  try {
    return { ok: true, content: JSON.parse(text) as unknown, issues: [] }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, issues: [{ severity: 'error', file, message: `not JSON: ${message}` }] }
  }
}

/** By id; the first of several with one id wins. */
function keyed<Record extends { readonly id: string }>(
  records: readonly Record[],
  what: string,
  list: string,
  report: Report,
): ReadonlyMap<Record['id'], Record> {
  const map = new Map<Record['id'], Record>()
  for (const [index, record] of records.entries()) {
    if (map.has(record.id)) {
      report(`the ${what} “${record.id}” is there twice; the first is kept`, [list, index])
    } else map.set(record.id, record)
  }
  return map
}

function statementsOf(
  record: OrreryFile,
  entities: ReadonlyMap<EntityId, unknown>,
  report: Report,
): readonly Statement[] {
  return record.statements.flatMap((one, index) => {
    const { subject, entity } = one
    const missing = [subject, ...(entity === undefined ? [] : [entity])].find(
      (end) => !entities.has(end),
    )
    if (missing === undefined) return statementOf(one)
    for (const { id } of statementOf(one)) {
      const message = `the statement “${id}” is about “${missing}”, which is not there`
      report(`${message}; it is skipped`, ['statements', index])
    }
    return []
  })
}

/** A statement of the file; none where it has no value. */
export function statementOf({
  id,
  entity,
  literal,
  ...rest
}: OrreryFile['statements'][number]): readonly Statement[] {
  const value = valueOf(entity, literal)
  if (value === undefined) return []
  return [{ id: id ?? statementId(usualId(rest.subject, rest.predicate, value)), ...rest, value }]
}

function valueOf(
  entity: EntityId | undefined,
  literal: OrreryFile['statements'][number]['literal'],
): Value | undefined {
  if (entity !== undefined) return { type: 'entity', entity }
  return literal === undefined ? undefined : { type: 'literal', literal }
}

/** A source of the file. */
export function sourceOf({ paragraphs, ...source }: OrreryFile['sources'][number]): Source {
  return {
    ...source,
    paragraphs: new Map(paragraphs.map(({ number, ...rest }) => [number, rest])),
  }
}

function textsOf({ texts }: OrreryFile, { sources }: Knowledge, report: Report): SourceTexts {
  return new Map(
    texts.flatMap(({ source, paragraphs }, index) => {
      if (sources.get(source)?.hasText === true) return [[source, paragraphs] as const]
      report(`no source “${source}” says that it has a text; the text is skipped`, ['texts', index])
      return []
    }),
  )
}

function layoutOf(record: OrreryFile, report: Report): Layout {
  const layout = new Map<EntityId, Point>()
  const numbers = record.layout ?? []
  if (record.layout !== undefined && numbers.length !== record.entities.length * 2) {
    const message = `the layout has ${numbers.length} numbers for ${record.entities.length} entities`
    report(message, ['layout'])
    return layout
  }
  for (const [index, { id }] of record.entities.entries()) {
    const [x, y] = [numbers[index * 2], numbers[index * 2 + 1]]
    if (x !== undefined && y !== undefined && !layout.has(id)) layout.set(id, { x, y })
  }
  return layout
}
