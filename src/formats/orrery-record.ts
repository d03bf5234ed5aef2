import type { Entity, Statement } from '../model/knowledge.ts'

/** A record as Orrery JSON has it, before it is text. */
export type OrreryRecord = Readonly<Record<string, unknown>>

/** An entity without empty lists and `false`, which the reader puts back. */
export function entityRecord(entity: Entity): OrreryRecord {
  return slim(entity)
}

/** A statement, with its value under the name of what it is. */
export function statementRecord(statement: Statement): OrreryRecord {
  const { value, direction } = statement
  const record = slim(statement, own)
  if (value.type === 'entity') record['entity'] = value.entity
  else record['literal'] = value.literal
  if (direction !== 'directed') record['direction'] = direction
  return record
}

const none: ReadonlySet<string> = new Set()
const own: ReadonlySet<string> = new Set(['value', 'direction'])

/** Any record without empty lists and `false`, and without some of its fields. */
export function slim(full: object, without = none): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  // A copy made field by field is several times as fast as one from a list of entries.
  const fields = full as Readonly<Record<string, unknown>>
  for (const key of Object.keys(full)) {
    const value = fields[key]
    if (isSaid(value) && !without.has(key)) record[key] = value
  }
  return record
}

/** False for what the reader puts back: an empty list, or `false`. */
export function isSaid(value: unknown): boolean {
  return value !== false && (!Array.isArray(value) || value.length > 0)
}
