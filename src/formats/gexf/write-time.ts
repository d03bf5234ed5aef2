import { beyondPlain } from '../../model/in-columns.ts'
import type { Knowledge, Span } from '../../model/knowledge.ts'
import { inCalendar } from '../../model/calendar-date.ts'
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
export function timeFormat(knowledge: Knowledge, version: GexfVersion): TimeFormat {
  const spans = spansIn(knowledge)
  const bounds = spans.flatMap(({ start, end }) =>
    [start, end].filter((bound) => bound !== undefined),
  )
  const dynamic = [...knowledge.columns.entity, ...knowledge.columns.statement].some(
    (column) => column.dynamic,
  )
  const name = bounds.some(isDateTime)
    ? 'dateTime'
    : bounds.some(isDate)
      ? 'date'
      : bounds.some((bound) => double.test(bound))
        ? 'double'
        : dynamic || spans.length > 0
          ? 'date'
          : undefined
  return { name, version }
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

function spansIn({ entities, statements }: Knowledge): readonly Span[] {
  return [...entities.values(), ...beyondPlain(statements)].flatMap(({ spans, attributes }) => [
    ...spans,
    ...attributes.flatMap(({ span }) => (span === undefined ? [] : [span])),
  ])
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
