import type { Span } from '../model/knowledge.ts'
import { boundText } from './span-words.ts'
import { amountOf } from './table-amount.ts'
import type { ColumnDraft } from './table-column.ts'

interface WithSpans {
  readonly spans: readonly Span[]
}

/** When records begin and end, as far as some of them do; sorted by the first of several. */
export function timeColumns<Thing extends WithSpans>(
  records: readonly Thing[],
): readonly ColumnDraft<Thing>[] {
  const some = (bound: 'start' | 'end'): boolean =>
    records.some(({ spans }) => spans.some((span) => span[bound] !== undefined))
  return [
    ...(some('start') ? [timeColumn<Thing>('start', 'Start', startText)] : []),
    ...(some('end') ? [timeColumn<Thing>('end', 'End', endText)] : []),
  ]
}

/** Before the name of a bound, in the id of a column of the table. */
const timePrefix = 'time:'

/** True for a column of the table that shows when records begin or end. */
export function isTime(id: string): boolean {
  return id.startsWith(timePrefix)
}

function timeColumn<Thing extends WithSpans>(
  bound: 'start' | 'end',
  title: string,
  textOf: (span: Span) => string,
): ColumnDraft<Thing> {
  const amount = (text: string | undefined): number | undefined =>
    text === undefined
      ? undefined
      : (amountOf({ text, datatype: 'date' }) ?? amountOf({ text, datatype: 'decimal' }))
  return {
    id: `${timePrefix}${bound}`,
    title,
    holds: 'dates',
    text: ({ spans }) =>
      spans
        .map(textOf)
        .filter((text) => text !== '')
        .join('; '),
    amount: ({ spans }) => amount(boundText(spans[0]?.[bound])),
  }
}

function startText({ start, startExcluded }: Span): string {
  const text = boundText(start) ?? ''
  return startExcluded === true && text !== '' ? `after ${text}` : text
}

function endText({ end, endExcluded }: Span): string {
  const text = boundText(end) ?? ''
  return endExcluded === true && text !== '' ? `before ${text}` : text
}
