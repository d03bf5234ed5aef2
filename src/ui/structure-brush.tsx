import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Session } from '../app/session.ts'
import { createBrush } from '../app/structure-brush.ts'
import type { Structure } from '../app/structure.ts'
import { amountWords } from '../display/amount-words.ts'
import { RangeBrush } from './range-brush.tsx'

interface Props {
  readonly session: Session
  readonly structure: Structure
}

/** How many nodes have which amount, with a brush that shows only those between two amounts. */
export function StructureBrush({ session, structure }: Props): JSX.Element | null {
  const brush = useMemo(() => createBrush(session), [session])
  const axis = brush.axis.value
  const histogram = brush.histogram.value
  if (axis === undefined || histogram === undefined) return null
  const { from, to } = brush.place.value
  const { bars, tallest } = histogram
  const highest = bars.findIndex(({ all }) => all === tallest)
  const [start = 0, end = 0] = axis.edges.slice(highest, highest + 2)
  const { size, hidden } = session.choices.value
  // A link's range need not lie on the steps of the brush.
  const range = hidden.range ?? axis.rangeBetween(from, to)
  const { text } = amountWords(size, session.content, structure.facts)
  return (
    <fieldset class="structure-brush">
      <legend>Show only between</legend>
      <RangeBrush
        {...histogram}
        label={`Histogram of ${bars.length} bars: the tallest, from ${text(start)} to ${text(end)}, has ${tallest} nodes`}
        steps={axis.steps}
        place={brush.place}
        choose={brush.choose}
        least={{ label: 'At least', text: text(range.min) }}
        most={{ label: 'At most', text: text(range.max) }}
      />
      <p class="structure-range">
        <span>
          {text(range.min)} to {text(range.max)}
        </span>
        {hidden.range !== undefined && (
          <button type="button" class="text-button" onClick={brush.clear}>
            Show all
          </button>
        )}
      </p>
      {histogram.without > 0 && (
        <p class="structure-words muted">
          {histogram.without} {histogram.without === 1 ? 'node has' : 'nodes have'} no figure and{' '}
          {hidden.range === undefined ? 'would be hidden by a range.' : 'are hidden by the range.'}
        </p>
      )}
    </fieldset>
  )
}
