import type { EntityId, StatementId } from '../../model/ids.ts'
import type { Drawing, Knowledge, Span, Statement } from '../../model/knowledge.ts'
import type { Steps } from '../../model/steps.ts'
import { writeOrreryJson } from '../json/write-orrery-json.ts'
import type { LossCount } from '../loss-count.ts'
import { sameJson, stableJson } from '../stable-json.ts'
import { illegalCount, xmlSafeJson, xmlText } from '../xml/xml-text.ts'
import { FileColumns, lostTimes, replaced } from './write-columns.ts'
import type { WrittenColumn } from './write-columns.ts'
import type { GexfVersion, TimeFormat } from './write-time.ts'
import { asWritten, canWrite, spanAttributes, timeFormat } from './write-time.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** What writing a node or an edge needs to know of the whole. */
export interface Pen {
  readonly knowledge: Knowledge
  readonly drawing: Drawing
  readonly version: GexfVersion
  readonly time: TimeFormat
  readonly losses: LossCount
  /** Ids as XML can hold them; only entities and statements that are written have one. */
  readonly entityNames: ReadonlyMap<EntityId, string>
  readonly statementNames: ReadonlyMap<StatementId, string>
  readonly entityColumns: FileColumns
  readonly statementColumns: FileColumns
  /** Statements that are facts of an entity, by that entity. */
  readonly facts: ReadonlyMap<EntityId, readonly Statement[]>
  readonly edges: readonly Statement[]
  /** The place of each statement among all, where there are facts: edges alone are in order. */
  readonly order: ReadonlyMap<StatementId, number>
  /** What is true of the whole, as Orrery JSON. */
  readonly frame: JsonObject
}

/** Takes stock of the knowledge before anything is written. */
export function* takePen(
  knowledge: Knowledge,
  drawing: Drawing,
  version: GexfVersion,
  losses: LossCount,
): Steps<Pen> {
  const { entities, statements, columns } = knowledge
  const time = timeFormat(knowledge, version)
  yield
  const whole = [...statements.values()].filter(({ subject, value }) => {
    const there = entities.has(subject) && (value.type !== 'entity' || entities.has(value.entity))
    if (!there) losses.add('statements about entities that are not there')
    return there
  })
  yield
  const edges = whole.filter(({ value }) => value.type === 'entity')
  const facts = grouped(whole.filter(({ value }) => value.type === 'literal'))
  const entityNames = writtenNames([...entities.keys()], losses)
  yield
  const edgeIds = edges.map(({ id }) => id)
  const statementNames = writtenNames(edgeIds, losses)
  yield
  const entityColumns = yield* FileColumns.of(columns.entity, entities.values(), time, losses)
  yield
  const statementColumns = yield* FileColumns.of(
    columns.statement,
    statements.values(),
    time,
    losses,
  )
  yield
  const mixed = facts.size > 0 ? [...statements.keys()] : []
  const order = new Map(mixed.map((id, index) => [id, index]))
  yield
  return {
    knowledge,
    drawing,
    version,
    time,
    losses,
    entityNames,
    statementNames,
    entityColumns,
    statementColumns,
    facts,
    edges,
    order,
    frame: frameOf(knowledge),
  }
}

/**
 * The fields of `record` that differ from what GEXF itself says, which are the ones to add; those
 * called one of `apart` are another matter.
 */
export function beyondGexf(
  record: JsonObject,
  native: JsonObject,
  apart: ReadonlySet<string> = none,
): Record<string, unknown> {
  const beyond: Record<string, unknown> = {}
  for (const key of Object.keys(record)) {
    if (!apart.has(key) && !sameJson(record[key], native[key])) beyond[key] = record[key]
  }
  return beyond
}

const none: ReadonlySet<string> = new Set()

/** A span's attributes on the element itself, or `<spells>`; and what a reader will see. */
export function spansXml(
  spans: readonly Span[],
  { time, losses }: Pen,
): {
  readonly attributes: string
  readonly lines: readonly string[]
  readonly seen: readonly Span[]
} {
  const seen = spans.filter((span) => canWrite(span, time)).map((span) => asWritten(span, time))
  losses.add(lostTimes, spans.length - seen.length)
  const [only] = seen
  if (only === undefined) return { attributes: '', lines: [], seen }
  if (seen.length === 1 && (only.start !== undefined || only.end !== undefined)) {
    return { attributes: spanAttributes(only), lines: [], seen }
  }
  const spells = seen.map((span) => `  <spell${spanAttributes(span)}/>`)
  return { attributes: '', lines: ['<spells>', ...spells, '</spells>'], seen }
}

/** Text as it will be read back, with a count of what XML could not hold. */
export function counted(text: string, { losses }: Pen): string {
  const written = xmlText(text)
  if (written !== text) losses.add(replaced, illegalCount(text))
  return written
}

/** JSON for a cell; undefined where there is nothing to say. */
export function jsonCell(record: JsonObject): string | undefined {
  return Object.keys(record).length === 0 ? undefined : xmlSafeJson(stableJson(record))
}

/** A title that none of `taken` is, because NetworkX keeps one value per title. */
export function freeTitle(title: string, taken: readonly WrittenColumn[]): string {
  let free = xmlText(title)
  while (taken.some((column) => column.title === free)) free += ' (Orrery)'
  return free
}

/** An element over several lines, or one tag where it holds nothing. */
export function elementXml(start: string, name: string, inner: readonly string[]): string {
  if (inner.length === 0) return `      <${start}/>\n`
  return `      <${start}>\n        ${inner.join('\n        ')}\n      </${name}>\n`
}

/** `<attvalues>` with its lines. */
export function attvalues(lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? []
    : ['<attvalues>', `  ${lines.join('\n          ')}`, '</attvalues>']
}

function grouped(statements: readonly Statement[]): ReadonlyMap<EntityId, readonly Statement[]> {
  const groups = new Map<EntityId, Statement[]>()
  for (const statement of statements) {
    const group = groups.get(statement.subject)
    if (group === undefined) groups.set(statement.subject, [statement])
    else group.push(statement)
  }
  return groups
}

function writtenNames<Id extends string>(
  ids: readonly Id[],
  losses: LossCount,
): ReadonlyMap<Id, string> {
  let taken: Set<string> | undefined
  const names = new Map<Id, string>()
  for (const id of ids) {
    let name = xmlText(id)
    if (name !== id) {
      taken ??= new Set<string>(ids)
      while (taken.has(name)) name += '\uFFFD'
      taken.add(name)
      losses.add(replaced, illegalCount(id))
    }
    names.set(id, name)
  }
  return names
}

function frameOf(knowledge: Knowledge): JsonObject {
  const whole = { ...knowledge, entities: new Map(), statements: new Map() }
  const { entities: _, statements: __, ...frame } = parsed(writeOrreryJson(whole, new Map()))
  return frame
}

function parsed(text: string): JsonObject {
  const json: unknown = JSON.parse(text)
  return asObject(json)
}

function asObject(value: unknown): JsonObject {
  if (typeof value === 'object' && value !== null) return { ...value }
  throw new Error(`Orrery JSON without a record: ${JSON.stringify(value)}`)
}
