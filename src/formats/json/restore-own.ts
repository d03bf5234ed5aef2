import type { EntityId, StatementId } from '../../model/ids.ts'
import { entityId, statementId } from '../../model/ids.ts'
import type { ReadResult } from '../../model/issue.ts'
import type { Column, Knowledge, LaidOut } from '../../model/knowledge.ts'
import type { JsonValue } from './json-value.ts'
import { jsonText } from './json-value.ts'
import { laidOut } from './laid-out.ts'
import { isRecord, plainRecords, recordsIn, withBeyond } from './own-fields.ts'
import type { FieldNames, JsonRecord, OwnFrame } from './own-fields.ts'
import type { RawGraph } from './raw-graph.ts'
import { readOrreryJson } from './read-orrery-json.ts'

/**
 * The knowledge that a file of ours holds: `plain` is what its fields say, our extension adds
 * the rest and corrects what the fields cannot say exactly. Undefined where the file is none of
 * ours; not ok where the extension is damaged.
 */
export function restoreOwn(
  plain: Knowledge,
  raw: RawGraph,
  file: string,
): ReadResult<LaidOut> | undefined {
  const record = ownRecord(raw.own)
  if (record === undefined || record['orrery'] === undefined) return undefined
  const { facts, fields, ...rest } = record
  const frame = frameOf(rest, fields)
  const seen = plainRecords(plain, frame)
  const ofNodes = ownById<EntityId>(raw.nodes, entityId)
  const ofEdges = ownById<StatementId>(raw.edges, statementId)
  const edges = [...plain.statements.keys()].map((id, index) => {
    const beyond = ofEdges.get(id)
    return { beyond, record: withBeyond(seen.statements[index] ?? {}, beyond ?? {}) }
  })
  const added = edges.flatMap(({ beyond, record: edge }) => (beyond === undefined ? [edge] : []))
  const text = JSON.stringify({
    ...rest,
    predicates: [...recordsIn(rest['predicates']), ...addedPredicates(plain, rest, added)],
    columns: {
      entity: columnsOf(rest, 'entity', frame.entity, plain.columns.entity),
      statement: columnsOf(rest, 'statement', frame.statement, plain.columns.statement),
    },
    entities: [...plain.entities.keys()].map((id, index) =>
      withBeyond(seen.entities[index] ?? {}, ofNodes.get(id) ?? {}),
    ),
    statements: inOrder(
      recordsIn(facts),
      edges.map((edge) => edge.record),
    ),
  })
  const result = readOrreryJson(text, file)
  return result.ok ? { ...result, content: laidOut(result.content.knowledge) } : result
}

function ownRecord(own: JsonValue | undefined): JsonRecord | undefined {
  if (own === undefined) return undefined
  const record: unknown = JSON.parse(jsonText(own))
  return isRecord(record) ? record : undefined
}

function ownById<Id extends string>(
  records: readonly { readonly id?: string | undefined; readonly own?: JsonValue | undefined }[],
  make: (text: string) => Id,
): ReadonlyMap<Id, JsonRecord> {
  const own = new Map<Id, JsonRecord>()
  for (const { id, own: value } of records) {
    const record = ownRecord(value)
    if (id !== undefined && record !== undefined && !own.has(make(id))) own.set(make(id), record)
  }
  return own
}

function frameOf(record: JsonRecord, fields: unknown): OwnFrame {
  const of = (part: string): FieldNames => {
    const names = isRecord(fields) ? fields[part] : undefined
    const { own, columns } = isRecord(names) ? names : {}
    return { own: texts(own), columns: pairs(columns) }
  }
  return { record, entity: of('entity'), statement: of('statement') }
}

function texts(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}

function pairs(list: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((pair: unknown) => {
    const [name, id] = texts(pair)
    return name === undefined || id === undefined ? [] : [[name, id] as const]
  })
}

/** Our own columns, then those that another program has added since. */
function columnsOf(
  record: JsonRecord,
  part: 'entity' | 'statement',
  names: FieldNames,
  inFile: readonly Column[],
): readonly unknown[] {
  const all = isRecord(record['columns']) ? record['columns'] : {}
  const columns = recordsIn(all[part])
  const known = new Set<unknown>([...names.own, ...names.columns.map(([name]) => name)])
  for (const { id } of columns) known.add(id)
  return [...columns, ...inFile.filter(({ id }) => !known.has(id))]
}

/** Predicates of edges that another program has added since. */
function addedPredicates(
  plain: Knowledge,
  record: JsonRecord,
  added: readonly JsonRecord[],
): readonly unknown[] {
  const known = new Set(recordsIn(record['predicates']).map(({ id }) => id))
  const used = new Set(added.map(({ predicate }) => predicate))
  return [...plain.predicates.values()].filter(({ id }) => used.has(id) && !known.has(id))
}

/** Facts at their places among all statements, edges in between. */
function inOrder(
  facts: readonly JsonRecord[],
  edges: readonly JsonRecord[],
): readonly JsonRecord[] {
  const placeOf = ({ at }: JsonRecord): number => (typeof at === 'number' ? at : Infinity)
  const open = facts.toSorted((a, b) => placeOf(a) - placeOf(b)).toReversed()
  const all: JsonRecord[] = []
  const placeFacts = (most: number): void => {
    for (let fact = open.at(-1); fact !== undefined && placeOf(fact) <= most; fact = open.at(-1)) {
      all.push(fact)
      open.pop()
    }
  }
  for (const edge of edges) {
    while (open.length > 0 && placeOf(open.at(-1) ?? {}) <= all.length) placeFacts(all.length)
    all.push(edge)
  }
  placeFacts(Infinity)
  return all
}
