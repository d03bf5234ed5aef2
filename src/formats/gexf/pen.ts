import type { EntityId, StatementId } from '../../model/ids.ts'
import type { Drawing, Knowledge, Span, Statement } from '../../model/knowledge.ts'
import { breather } from '../../model/steps.ts'
import type { Steps } from '../../model/steps.ts'
import { writeOrreryJson } from '../json/write-orrery-json.ts'
import type { LossCount } from '../loss-count.ts'
import { isSaid } from '../orrery-record.ts'
import type { OrreryRecord } from '../orrery-record.ts'
import { sameJson, stableJson } from '../stable-json.ts'
import { illegalCount, xmlSafeJson, xmlText } from '../xml/xml-text.ts'
import { FileColumns, lostTimes, replaced } from './write-columns.ts'
import type { WrittenColumn } from './write-columns.ts'
import type { GexfVersion, TimeFormat } from './write-time.ts'
import { asWritten, canWrite, spanAttributes, timeFormat } from './write-time.ts'

/** What writing a node or an edge needs to know of the whole. */
export interface Pen {
  readonly knowledge: Knowledge
  readonly drawing: Drawing
  readonly version: GexfVersion
  readonly time: TimeFormat
  readonly losses: LossCount
  /** Ids as XML can hold them. */
  readonly entityName: (id: EntityId) => string
  readonly statementName: (id: StatementId) => string
  readonly entityColumns: FileColumns
  readonly statementColumns: FileColumns
  /** Statements that are facts of an entity, by that entity. */
  readonly facts: ReadonlyMap<EntityId, readonly Statement[]>
  readonly edges: readonly Statement[]
  /** The place of each statement among all, where there are facts: edges alone are in order. */
  readonly order: ReadonlyMap<StatementId, number>
  /** What is true of the whole, as Orrery JSON. */
  readonly frame: OrreryRecord
}

/** Takes stock of the knowledge before anything is written. */
export function* takePen(
  knowledge: Knowledge,
  drawing: Drawing,
  version: GexfVersion,
  losses: LossCount,
): Steps<Pen> {
  const { entities, statements, columns } = knowledge
  const time = yield* timeFormat(knowledge, version)
  yield
  const { edges, facts } = yield* sortedOut(knowledge, losses)
  const entityName = writtenNames([...entities.keys()], losses)
  yield
  const edgeIds = edges.map(({ id }) => id)
  const statementName = writtenNames(edgeIds, losses)
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
    entityName,
    statementName,
    entityColumns,
    statementColumns,
    facts,
    edges,
    order,
    frame: frameOf(knowledge),
  }
}

/**
 * The fields of `record` that differ from what GEXF itself says, which are the ones to add, as
 * Orrery JSON has them; those called one of `apart` are another matter.
 */
export function beyondGexf(
  record: object,
  native: OrreryRecord,
  apart: ReadonlySet<string> = none,
): Record<string, unknown> {
  const fields = record as OrreryRecord
  const beyond: Record<string, unknown> = {}
  for (const key of Object.keys(fields)) {
    const value = fields[key]
    if (value === native[key] || !isSaid(value) || apart.has(key)) continue
    if (!sameJson(value, native[key])) beyond[key] = value
  }
  return beyond
}

const none: ReadonlySet<string> = new Set()

/** A span's attributes on the element itself, or lines with `<spells>`; and what a reader will see. */
export function spansXml(
  spans: readonly Span[],
  { time, losses }: Pen,
): {
  readonly attributes: string
  readonly lines: string
  readonly seen: readonly Span[]
} {
  const seen = spans.filter((span) => canWrite(span, time)).map((span) => asWritten(span, time))
  losses.add(lostTimes, spans.length - seen.length)
  const [only] = seen
  if (only === undefined) return { attributes: '', lines: '', seen }
  if (seen.length === 1 && (only.start !== undefined || only.end !== undefined)) {
    return { attributes: spanAttributes(only), lines: '', seen }
  }
  const spells = seen.map((span) => `          <spell${spanAttributes(span)}/>\n`).join('')
  return { attributes: '', lines: `        <spells>\n${spells}        </spells>\n`, seen }
}

/** Text as it will be read back, with a count of what XML could not hold. */
export function counted(text: string, { losses }: Pen): string {
  const written = xmlText(text)
  if (written !== text) losses.add(replaced, illegalCount(text))
  return written
}

/** JSON for a cell; undefined where there is nothing to say. */
export function jsonCell(record: OrreryRecord): string | undefined {
  return Object.keys(record).length === 0 ? undefined : xmlSafeJson(stableJson(record))
}

/** A title that none of `taken` is, because NetworkX keeps one value per title. */
export function freeTitle(title: string, taken: readonly WrittenColumn[]): string {
  let free = xmlText(title)
  while (taken.some((column) => column.title === free)) free += ' (Orrery)'
  return free
}

/** An element around whole lines, or one tag where it holds nothing. */
export function elementXml(start: string, name: string, lines: string): string {
  return lines === '' ? `      <${start}/>\n` : `      <${start}>\n${lines}      </${name}>\n`
}

/** The statements about entities that are there: edges, and facts by what they are about. */
function* sortedOut(
  { entities, statements }: Knowledge,
  losses: LossCount,
): Steps<Pick<Pen, 'edges' | 'facts'>> {
  const edges: Statement[] = []
  const facts = new Map<EntityId, Statement[]>()
  const pauses = breather()
  for (const statement of statements.values()) {
    if (pauses()) yield
    const { subject, value } = statement
    if (!entities.has(subject) || (value.type === 'entity' && !entities.has(value.entity))) {
      losses.add('statements about entities that are not there')
    } else if (value.type === 'entity') {
      edges.push(statement)
    } else {
      const known = facts.get(subject)
      if (known === undefined) facts.set(subject, [statement])
      else known.push(statement)
    }
  }
  return { edges, facts }
}

function writtenNames<Id extends string>(
  ids: readonly Id[],
  losses: LossCount,
): (id: Id) => string {
  let taken: Set<string> | undefined
  const renamed = new Map<Id, string>()
  for (const id of ids) {
    let name = xmlText(id)
    if (name === id) continue
    taken ??= new Set<string>(ids)
    while (taken.has(name)) name += '\uFFFD'
    taken.add(name)
    losses.add(replaced, illegalCount(id))
    renamed.set(id, name)
  }
  // Of millions of ids hardly one is another in XML, and to look each up takes long.
  return renamed.size === 0 ? (id) => id : (id) => renamed.get(id) ?? id
}

function frameOf(knowledge: Knowledge): OrreryRecord {
  const whole = { ...knowledge, entities: new Map(), statements: new Map() }
  const { entities: _, statements: __, ...frame } = parsed(writeOrreryJson(whole, new Map()))
  return frame
}

function parsed(text: string): OrreryRecord {
  const json: unknown = JSON.parse(text)
  return asObject(json)
}

function asObject(value: unknown): OrreryRecord {
  if (typeof value === 'object' && value !== null) return { ...value }
  throw new Error(`Orrery JSON without a record: ${JSON.stringify(value)}`)
}
