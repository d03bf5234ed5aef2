import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Session } from '../app/session.ts'
import { createTimeline } from '../app/timeline.ts'
import type { Timeline as Model } from '../app/timeline.ts'
import { boundTexts, periodText, timeTicks } from '../display/time-axis.ts'
import type { TimeAxis, TimeHistogram } from '../display/time-axis.ts'
import type { TimeDoubt } from '../view/view.ts'
import { Icon } from './icon.tsx'
import { RangeBrush } from './range-brush.tsx'
import './timeline.css'

/** The strip under the graph: how much is dated when, and a brush that shows only some of it. */
export function Timeline({ session }: { readonly session: Session }): JSX.Element | null {
  const timeline = useMemo(() => createTimeline(session), [session])
  if (session.timeline.chronology.value === undefined) return null
  const [axis, histogram] = [timeline.axis.value, timeline.histogram.value]
  return (
    <section class="timeline" aria-label="Timeline">
      <p class="timeline-head">
        <strong>{axis === undefined ? 'Timeline' : periodText(timeline.range.value)}</strong>
        {session.choices.value.hidden.time !== undefined && (
          <button type="button" class="text-button" onClick={timeline.clear}>
            All time
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label="Close the timeline"
          onClick={() => {
            session.timeline.open.value = false
            // The focus does not go down with the strip.
            document.querySelector<HTMLElement>('.timeline-toggle')?.focus()
          }}
        >
          <Icon name="close" />
        </button>
      </p>
      {axis === undefined || histogram === undefined ? (
        <p>Nothing in this graph is dated by the calendar.</p>
      ) : (
        <>
          <Bars timeline={timeline} axis={axis} histogram={histogram} />
          <Counts timeline={timeline} />
        </>
      )}
    </section>
  )
}

interface BarsProps {
  readonly timeline: Model
  readonly axis: TimeAxis
  readonly histogram: TimeHistogram
}

function Bars({ timeline, axis, histogram }: BarsProps): JSX.Element {
  const { bars, tallest } = histogram
  const { unit, width, edges } = axis
  const bounds = boundTexts(timeline.range.value)
  const highest = bars.findIndex(({ all }) => all === tallest)
  const [start = 0, beyond = 0] = edges.slice(highest, highest + 2)
  const each = width === 1 ? unit.slice(0, -1) : `${width} ${unit}`
  return (
    <>
      <RangeBrush
        {...histogram}
        label={`How much is dated in each ${each}: most in ${periodText({ from: start, to: beyond - 1 })}, which has ${tallest}`}
        steps={bars.length}
        place={timeline.place}
        choose={timeline.choose}
        least={{ label: 'From', text: bounds.from }}
        most={{ label: 'To', text: bounds.to }}
      />
      <p class="timeline-ticks" aria-hidden="true">
        {timeTicks(axis).map(({ at, text }) => (
          <span key={at} style={{ left: `${(100 * (at + 0.5)) / bars.length}%` }}>
            {text}
          </span>
        ))}
      </p>
    </>
  )
}

function Counts({ timeline }: { readonly timeline: Model }): JSX.Element {
  const { certain, possible, undated, outside } = timeline.counts.value
  const hides = timeline.hides.value
  const dated = timeline.datedEntities.value
  return (
    <p class="timeline-counts">
      <span>
        Statements: <strong>{certain}</strong> within
      </span>
      {(possible > 0 || hides.has('possible')) && (
        <Doubt timeline={timeline} doubt="possible" count={possible} word="partly or perhaps" />
      )}
      <Doubt timeline={timeline} doubt="undated" count={undated} word="undated" />
      {outside > 0 && <span class="muted">{outside} outside, hidden</span>}
      {dated > 0 && (
        <span class="muted">
          {dated} {dated === 1 ? 'entity has dates of its own' : 'entities have dates of their own'}
        </span>
      )}
    </p>
  )
}

interface DoubtProps {
  readonly timeline: Model
  readonly doubt: TimeDoubt
  readonly count: number
  readonly word: string
}

function Doubt({ timeline, doubt, count, word }: DoubtProps): JSX.Element {
  const hidden = timeline.hides.value.has(doubt)
  return (
    <label>
      <input type="checkbox" checked={!hidden} onChange={() => timeline.toggle(doubt)} />
      {count} {word}
      {hidden && ', hidden'}
    </label>
  )
}
