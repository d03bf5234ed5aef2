import type { Knowledge } from '../../model/knowledge.ts'
import { entityRecord, statementRecord } from '../orrery-record.ts'
import { stableJson } from '../stable-json.ts'
import { writeOrreryJson } from './write-orrery-json.ts'

/**
 * Our extension of other programs' JSON, under the name `orrery`: at the graph everything but
 * entities and edges, at each of these what its plain fields do not say exactly. `null` says
 * that a plain field is not meant.
 */
export const ownName = 'orrery'

export type JsonRecord = Readonly<Record<string, unknown>>

/** How the names of plain fields are to be read. */
export interface FieldNames {
  /** Our own words for people, which the extension says better. */
  readonly own: readonly string[]
  /** Names with the ids of their columns. */
  readonly columns: readonly (readonly [string, string])[]
}

export interface OwnFrame {
  /** Orrery JSON without entities and statements. */
  readonly record: JsonRecord
  readonly entity: FieldNames
  readonly statement: FieldNames
}

/** Entities and statements as the records of Orrery JSON. */
export function recordsOf(knowledge: Knowledge): {
  readonly entities: readonly JsonRecord[]
  readonly statements: readonly JsonRecord[]
} {
  return {
    entities: [...knowledge.entities.values()].map(entityRecord),
    statements: [...knowledge.statements.values()].map(statementRecord),
  }
}

/** Everything but entities and statements, as Orrery JSON. */
export function frameOf(knowledge: Knowledge): JsonRecord {
  const empty = { ...knowledge, entities: new Map(), statements: new Map() }
  const json: unknown = JSON.parse(writeOrreryJson(empty, new Map()))
  if (!isRecord(json)) throw new Error('Orrery JSON that is no object')
  const { entities: _, statements: __, ...frame } = json
  return frame
}

/** What the plain fields of a file say, in the words of Orrery JSON. */
export function plainRecords(
  plain: Knowledge,
  { record, entity, statement }: OwnFrame,
): { readonly entities: readonly JsonRecord[]; readonly statements: readonly JsonRecord[] } {
  const { entities, statements } = recordsOf(plain)
  const labels = new Map(recordsIn(record['predicates']).map(({ id, label }) => [id, label]))
  const [ofEntity, ofStatement] = [cellReader(entity), cellReader(statement)]
  return {
    entities: entities.map(ofEntity),
    statements: statements.map((one) => {
      const { label, ...rest } = ofStatement(one)
      // An edge shows its predicate's label where it has none of its own.
      const shown = label === undefined || label === labels.get(rest['predicate'])
      return shown ? rest : { ...rest, label }
    }),
  }
}

/** The fields of `record` that differ from the plain ones, which are those to add. */
export function beyondPlain(record: JsonRecord, plain: JsonRecord): JsonRecord {
  const names = new Set([...Object.keys(record), ...Object.keys(plain)])
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const [meant, seen] = [record[name], plain[name]]
      if (meant === seen) return []
      const same =
        (meant === undefined) === (seen === undefined) && stableJson(meant) === stableJson(seen)
      return same ? [] : [[name, meant ?? null]]
    }),
  )
}

/** The opposite of `beyondPlain`. */
export function withBeyond(plain: JsonRecord, beyond: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries({ ...plain, ...beyond }).filter(([, value]) => value !== null),
  )
}

/** Cells under the ids of their columns, without our own words. */
function cellReader({ own, columns }: FieldNames): (record: JsonRecord) => JsonRecord {
  const ours = new Set<unknown>(own)
  const real = new Map<unknown, string>(columns)
  return (record) => {
    const { attributes, ...rest } = record
    const cells = recordsIn(attributes).flatMap(({ column, ...cell }) =>
      ours.has(column) ? [] : [{ column: real.get(column) ?? column, ...cell }],
    )
    return cells.length === 0 ? rest : { ...rest, attributes: cells }
  }
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list; none where `value` is no list. */
export function recordsIn(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
