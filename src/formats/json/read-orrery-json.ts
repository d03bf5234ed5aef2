import * as v from 'valibot'
import type { EntityId } from '../../model/ids.ts'
import type { Issue, ReadResult } from '../../model/issue.ts'
import type { Knowledge, LaidOut, Layout, Point, Statement } from '../../model/knowledge.ts'
import { orreryFile } from './schema.ts'
import type { OrreryFile } from './schema.ts'

/** Reads Orrery JSON (version 1). `file` names it in issues. */
export function readOrreryJson(text: string, file: string): ReadResult<LaidOut> {
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
      })),
    }
  }
  const record = parsed.output
  const issues: Issue[] = []
  const report = (message: string): void => void issues.push({ severity: 'warning', file, message })
  const entities = keyed(record.entities, 'entity', report)
  const knowledge: Knowledge = {
    dataset: record.dataset,
    kinds: keyed(record.kinds, 'kind', report),
    predicates: keyed(record.predicates, 'predicate', report),
    qualifiers: keyed(record.qualifiers, 'qualifier', report),
    sources: keyed(
      record.sources.map((source) => ({
        ...source,
        paragraphs: new Map(source.paragraphs.map(({ number, ...rest }) => [number, rest])),
      })),
      'source',
      report,
    ),
    columns: record.columns,
    entities,
    statements: keyed(statementsOf(record, entities, report), 'statement', report),
  }
  return { ok: true, content: { knowledge, layout: layoutOf(record, report) }, issues }
}

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
  report: (message: string) => void,
): ReadonlyMap<Record['id'], Record> {
  const map = new Map<Record['id'], Record>()
  for (const record of records) {
    if (map.has(record.id)) report(`the ${what} “${record.id}” is there twice; the first is kept`)
    else map.set(record.id, record)
  }
  return map
}

function statementsOf(
  record: OrreryFile,
  entities: ReadonlyMap<EntityId, unknown>,
  report: (message: string) => void,
): readonly Statement[] {
  return record.statements.flatMap(({ entity, literal, ...rest }): Statement[] => {
    const missing = [rest.subject, ...(entity === undefined ? [] : [entity])].find(
      (id) => !entities.has(id),
    )
    if (missing !== undefined) {
      report(`the statement “${rest.id}” is about “${missing}”, which is not there; it is skipped`)
      return []
    }
    if (entity !== undefined) return [{ ...rest, value: { type: 'entity', entity } }]
    if (literal !== undefined) return [{ ...rest, value: { type: 'literal', literal } }]
    return []
  })
}

function layoutOf(record: OrreryFile, report: (message: string) => void): Layout {
  const layout = new Map<EntityId, Point>()
  const numbers = record.layout ?? []
  if (record.layout !== undefined && numbers.length !== record.entities.length * 2) {
    report(`the layout has ${numbers.length} numbers for ${record.entities.length} entities`)
    return layout
  }
  for (const [index, { id }] of record.entities.entries()) {
    const [x, y] = [numbers[index * 2], numbers[index * 2 + 1]]
    if (x !== undefined && y !== undefined && !layout.has(id)) layout.set(id, { x, y })
  }
  return layout
}
