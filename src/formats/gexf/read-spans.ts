import type { Span } from '../../model/knowledge.ts'
import type { Unfinished } from '../../model/unfinished.ts'
import type { XmlAttributes } from '../xml/xml-tag.ts'

/** The attributes that say when. */
export const timeNames: ReadonlySet<string> = new Set([
  'start',
  'startopen',
  'end',
  'endopen',
  'timestamp',
  'intervals',
  'timestamps',
])

/**
 * The stretches of time of a node or an edge: its own bounds, its lists of intervals and
 * timestamps, then its spells. A timestamp is a stretch that starts and ends there.
 */
export function readSpans(
  own: XmlAttributes,
  spells: readonly XmlAttributes[] = [],
): readonly Span[] {
  const span = readSpan(own)
  return [
    ...(span === undefined ? [] : [span]),
    ...intervals(own.get('intervals') ?? ''),
    ...timestamps(own.get('timestamps') ?? ''),
    ...spells.map((spell) => readSpan(spell) ?? {}),
  ]
}

/** The bounds that stand on one element; undefined where none does. */
export function readSpan(attributes: XmlAttributes): Span | undefined {
  const timestamp = attributes.get('timestamp')
  if (timestamp !== undefined) return { start: timestamp, end: timestamp }
  const startOpen = attributes.get('startopen')
  const endOpen = attributes.get('endopen')
  const start = attributes.get('start')
  const end = attributes.get('end')
  const span: Unfinished<Span> = {}
  const [first, last] = [start ?? startOpen, end ?? endOpen]
  if (first !== undefined) span.start = first
  if (last !== undefined) span.end = last
  if (start === undefined && startOpen !== undefined) span.startExcluded = true
  if (end === undefined && endOpen !== undefined) span.endExcluded = true
  return first === undefined && last === undefined ? undefined : span
}

/** `<[1, 2); (3, 4]>`, as Gephi writes it: a round bracket leaves its bound out. */
function intervals(text: string): readonly Span[] {
  return [...text.matchAll(/([[(\]])\s*([^,;[\]()]*?)\s*,\s*([^,;[\]()]*?)\s*([\])[])/g)].map(
    ([, opening, start = '', end = '', closing]) => ({
      ...(unbounded(start) ? {} : { start }),
      ...(unbounded(end) ? {} : { end }),
      ...(opening === '[' || unbounded(start) ? {} : { startExcluded: true }),
      ...(closing === ']' || unbounded(end) ? {} : { endExcluded: true }),
    }),
  )
}

/** `<[1, 2, 3]>` or `[1, 2, 3]`. */
function timestamps(text: string): readonly Span[] {
  return text
    .replace(/[<>[\]]/g, '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ start: part, end: part }))
}

function unbounded(bound: string): boolean {
  return bound === '' || /^[+-]?inf(?:inity)?$/i.test(bound)
}
