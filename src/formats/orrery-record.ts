import type { Entity, Statement } from '../model/knowledge.ts'

/** A record as Orrery JSON has it, before it is text. */
export type OrreryRecord = Readonly<Record<string, unknown>>

/** An entity without empty lists and `false`, which the reader puts back. */
export function entityRecord(entity: Entity): OrreryRecord {
  return slim(entity)
}

/** A statement, with its value under the name of what it is. */
export function statementRecord(statement: Statement): OrreryRecord {
  const { value, direction, ...rest } = statement
  const record = slim(rest)
  if (value.type === 'entity') record['entity'] = value.entity
  else record['literal'] = value.literal
  if (direction !== 'directed') record['direction'] = direction
  return record
}

function slim(full: object): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(full) as [string, unknown][]) {
    if (value !== false && !(Array.isArray(value) && value.length === 0)) record[key] = value
  }
  return record
}
