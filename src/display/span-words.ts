import type { Span } from '../model/knowledge.ts'

/**
 * Stretches of time for reading: "2001–2004", "since 2001", "until 2004"; "after" and "before" where
 * the bound itself is left out. One without a bound says nothing. Dates are as the file has them.
 */
export function spanWords(spans: readonly Span[]): readonly string[] {
  return spans.map(wordsOf).filter((words) => words !== undefined)
}

function wordsOf({ start, end, startExcluded, endExcluded }: Span): string | undefined {
  const [first, last] = [boundText(start), boundText(end)]
  const until =
    last === undefined ? undefined : `${endExcluded === true ? 'before' : 'until'} ${last}`
  if (first === undefined) return until
  if (startExcluded === true)
    return ['after', first, ...(until === undefined ? [] : [until])].join(' ')
  if (until === undefined || last === undefined) return `since ${first}`
  if (endExcluded === true) return `from ${first} ${until}`
  if (first === last) return first
  // A dash between dates that have hyphens themselves needs room.
  return /^\d+$/.test(first + last) ? `${first}–${last}` : `${first} – ${last}`
}

/** Years that a file has as decimals are years. */
export function boundText(bound: string | undefined): string | undefined {
  return bound === '' ? undefined : bound?.replace(/^([+-]?\d+)\.0+$/, '$1')
}
