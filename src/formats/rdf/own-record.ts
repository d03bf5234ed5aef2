import type { Issue } from '../../model/issue.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { readOrreryJson } from '../json/read-orrery-json.ts'
import { writeOrreryJson } from '../json/write-orrery-json.ts'
import { statementRecord } from '../orrery-record.ts'
import type { OrreryRecord } from '../orrery-record.ts'
import { stableJson } from '../stable-json.ts'
import type { Interpreted } from './knowledge-of.ts'
import { datasetIri, recordIri } from './own-names.ts'
import type { Triple } from './term.ts'

/** What RDF does not say: JSON for the dataset, and for each entity and statement that needs it. */
export interface OwnRecords {
  readonly dataset: string
  readonly entities: ReadonlyMap<string, string>
  readonly statements: ReadonlyMap<string, string>
}

const frameParts = ['dataset', 'kinds', 'predicates', 'qualifiers', 'sources', 'columns'] as const

/** What must be added to `plain`, which RDF says, to make it `whole`. */
export function ownRecords(plain: Knowledge, whole: Knowledge): OwnRecords {
  const [ours, theirs] = [recordsOf(plain), recordsOf(whole)]
  const frame = difference(pick(ours, frameParts), pick(theirs, frameParts))
  const orders = (['entities', 'statements'] as const).flatMap((part) => {
    const order = objects(theirs[part]).map(({ id }) => id)
    const same = stableJson(objects(ours[part]).map(({ id }) => id)) === stableJson(order)
    return same ? [] : [[part, order] as const]
  })
  return {
    // Without its own, a dataset would be named after its file.
    dataset: stableJson({
      ...frame,
      dataset: theirs['dataset'],
      ...Object.fromEntries(orders),
    }),
    entities: differences(objects(ours['entities']), objects(theirs['entities'])),
    statements: differences(objects(ours['statements']), objects(theirs['statements'])),
  }
}

/** The knowledge that a file of ours holds; what RDF says where the file is none of ours. */
export function restoreOwn(
  triples: readonly Triple[],
  { knowledge, records }: Interpreted,
  file: string,
): { readonly content: Knowledge; readonly issues: readonly Issue[]; readonly isOurs: boolean } {
  const frame = triples.find(
    ({ quad }) => quad.subject.value === datasetIri && quad.predicate.value === recordIri,
  )
  if (frame === undefined) return { content: knowledge, issues: [], isOurs: false }
  const plain = recordsOf(knowledge)
  const {
    entities: entityOrder,
    statements: statementOrder,
    ...parts
  } = parsed(frame.quad.object.value)
  const text = JSON.stringify({
    ...patched(plain, parts),
    entities: inOrder(patchedAll(objects(plain['entities']), records.entities), entityOrder),
    statements: inOrder(
      patchedAll(objects(plain['statements']), records.statements),
      statementOrder,
    ),
  })
  const result = readOrreryJson(text, file)
  if (result.ok) return { content: result.content.knowledge, issues: result.issues, isOurs: true }
  const reason = result.issues[0]?.message ?? 'no reason given'
  const issue: Issue = {
    severity: 'warning',
    message: `Orrery's own JSON is damaged (${reason})`,
    advice: 'what RDF itself says is kept',
    file,
    ...(frame.line === undefined ? {} : { line: frame.line }),
    ...(frame.column === undefined ? {} : { column: frame.column }),
  }
  return { content: knowledge, issues: [issue], isOurs: true }
}

/** Each statement with its id, by which it is found in the other. */
function recordsOf(knowledge: Knowledge): OrreryRecord {
  return {
    ...parsed(writeOrreryJson({ ...knowledge, statements: new Map() }, new Map())),
    statements: [...knowledge.statements.values()].map(statementRecord),
  }
}

function pick(record: OrreryRecord, keys: readonly string[]): OrreryRecord {
  return Object.fromEntries(keys.map((key) => [key, record[key]]))
}

/** The fields of `whole` that differ; null for those that it does not have. */
function difference(plain: OrreryRecord, whole: OrreryRecord): OrreryRecord {
  const keys = new Set([...Object.keys(plain), ...Object.keys(whole)])
  return Object.fromEntries(
    [...keys].flatMap((key) =>
      stableJson(plain[key] ?? null) === stableJson(whole[key] ?? null)
        ? []
        : [[key, whole[key] ?? null]],
    ),
  )
}

function differences(
  plain: readonly OrreryRecord[],
  whole: readonly OrreryRecord[],
): ReadonlyMap<string, string> {
  const known = new Map(plain.map((record) => [record['id'], record]))
  return new Map(
    whole.flatMap((record): readonly (readonly [string, string])[] => {
      const json = difference(known.get(record['id']) ?? { id: record['id'] }, record)
      const needed = Object.keys(json).length > 0 || !known.has(record['id'])
      return needed ? [[String(record['id']), stableJson(json)]] : []
    }),
  )
}

function patched(record: OrreryRecord, patch: OrreryRecord): OrreryRecord {
  const entries = Object.entries({ ...record, ...patch })
  return Object.fromEntries(entries.filter(([, value]) => value !== null))
}

function patchedAll(
  records: readonly OrreryRecord[],
  patches: ReadonlyMap<string, string>,
): readonly OrreryRecord[] {
  return records.map((record) => {
    const patch = patches.get(String(record['id']))
    return patch === undefined ? record : patched(record, { ...parsed(patch), id: record['id'] })
  })
}

/** In the order that the list of ids gives; what it does not name comes last. */
function inOrder(records: readonly OrreryRecord[], order: unknown): readonly OrreryRecord[] {
  if (!Array.isArray(order)) return records
  const places = new Map(order.map((id: unknown, index) => [id, index]))
  const place = ({ id }: OrreryRecord): number => places.get(id) ?? places.size
  return records.toSorted((a, b) => place(a) - place(b))
}

function parsed(text: string): OrreryRecord {
  try {
    const json: unknown = JSON.parse(text)
    return isObject(json) ? json : {}
  } catch {
    return {}
  }
}

function objects(list: unknown): readonly OrreryRecord[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

function isObject(value: unknown): value is OrreryRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
