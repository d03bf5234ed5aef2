import { inCalendar } from '../../model/calendar-date.ts'
import { beyondPlain } from '../../model/in-columns.ts'
import type { Entity, Knowledge, Span, Statement } from '../../model/knowledge.ts'
import { breather } from '../../model/steps.ts'
import type { Steps } from '../../model/steps.ts'
import { xmlAttribute } from '../xml/xml-text.ts'

export type GexfVersion = '1.3' | '1.2draft'

/** How the times of one file are written. */
export interface TimeFormat {
  /** The graph's `timeformat`; undefined where nothing in it has a time. */
  readonly name: 'date' | 'dateTime' | 'double' | undefined
  readonly version: GexfVersion
}

const date = /^-?(?!0000)(?:\d{4}|[1-9]\d{4,})-\d{2}-\d{2}(?:Z|[+-]\d{2}:\d{2})?$/
const dateTime =
  /^-?(?!0000)(?:\d{4}|[1-9]\d{4,})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/
const double = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** GEXF has one format for all times of a file: dates where there are any, else numbers. */
export function* timeFormat(knowledge: Knowledge, version: GexfVersion): Steps<TimeFormat> {
  const { entity, statement } = knowledge.columns
  const seen = { dateTime: false, date: false, double: false }
  let isTimed = [...entity, ...statement].some((column) => column.dynamic)
  const pauses = breather()
  for (const record of timedRecords(knowledge)) {
    if (pauses()) yield
    for (const { start, end } of spansOf(record)) {
      isTimed = true
      for (const bound of [start, end]) {
        if (bound === undefined) continue
        seen.dateTime ||= isDateTime(bound)
        seen.date ||= isDate(bound)
        seen.double ||= double.test(bound)
      }
    }
  }
  const name = (['dateTime', 'date', 'double'] as const).find((each) => seen[each])
  return { name: name ?? (isTimed ? 'date' : undefined), version }
}

/** True where `span` can be written; what it leaves out of its bounds is another matter. */
export function canWrite({ start, end }: Span, { name, version }: TimeFormat): boolean {
  const bounds = [start, end]
  // NetworkX reads no open bound where times are numbers.
  if (version === '1.2draft' && name === 'double' && bounds.includes(undefined)) return false
  return bounds.every(
    (bound) =>
      bound === undefined ||
      (name === 'double' ? double.test(bound) : isDate(bound) || isDateTime(bound)),
  )
}

/** The span as a reader of the file sees it: 1.3 has no word for a bound that is left out. */
export function asWritten(
  { start, end, startExcluded, endExcluded }: Span,
  time: TimeFormat,
): Span {
  const old = time.version === '1.2draft'
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(old && startExcluded === true && start !== undefined ? { startExcluded } : {}),
    ...(old && endExcluded === true && end !== undefined ? { endExcluded } : {}),
  }
}

/** The attributes of a span that `asWritten` gave. */
export function spanAttributes({ start, end, startExcluded, endExcluded }: Span): string {
  return (
    xmlAttribute(startExcluded === true ? 'startopen' : 'start', start) +
    xmlAttribute(endExcluded === true ? 'endopen' : 'end', end)
  )
}

/** What `timeformat` says: NetworkX knows no dateTime, but keeps either as text under `date`. */
export function timeAttributes({ name, version }: TimeFormat): string {
  if (name === undefined) return ''
  return ` timeformat="${version === '1.2draft' && name === 'dateTime' ? 'date' : name}"`
}

/** Records that may have times. */
function* timedRecords({ entities, statements }: Knowledge): Iterable<Entity | Statement> {
  yield* entities.values()
  yield* beyondPlain(statements)
}

function spansOf({ spans, attributes }: Entity | Statement): readonly Span[] {
  const ofCells = attributes.flatMap(({ span }) => (span === undefined ? [] : [span]))
  return ofCells.length === 0 ? spans : [...spans, ...ofCells]
}

function isDate(text: string): boolean {
  return date.test(text) && inCalendar(text)
}

function isDateTime(text: string): boolean {
  return dateTime.test(text) && inCalendar(text) && /T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d/.test(text)
}

/** True where `text` is a date of XML Schema, as `lastmodifieddate` must be. */
export function isXmlDate(text: string): boolean {
  return isDate(text)
}
