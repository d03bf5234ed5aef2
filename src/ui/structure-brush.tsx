import type { JSX, TargetedPointerEvent } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Session } from '../app/session.ts'
import { createBrush } from '../app/structure-brush.ts'
import type { Brush } from '../app/structure-brush.ts'
import type { Axis, Histogram } from '../display/node-size-histogram.ts'
import { amountText } from './structure-words.tsx'

/** How many nodes have which amount, with a brush that shows only those between two amounts. */
export function StructureBrush({ session }: { readonly session: Session }): JSX.Element | null {
  const brush = useMemo(() => createBrush(session), [session])
  const axis = brush.axis.value
  const histogram = brush.histogram.value
  if (axis === undefined || histogram === undefined) return null
  const { from, to } = brush.place.value
  const { size, hidden } = session.view.value
  // A link's range need not lie on the steps of the brush.
  const range = hidden.range ?? axis.rangeBetween(from, to)
  const column = session.knowledge.columns.entity.find(
    ({ id }) => size.by === 'column' && id === size.column,
  )
  const text = (amount: number): string => amountText(amount, column?.datatype === 'year')
  return (
    <fieldset class="structure-brush">
      <legend>Show only between</legend>
      <Bars axis={axis} histogram={histogram} brush={brush} text={text} />
      <div class="structure-thumbs">
        <input
          type="range"
          // Where both thumbs are at the right end, this one alone can be moved away.
          class={from > axis.steps / 2 ? 'is-front' : undefined}
          aria-label="At least"
          aria-valuetext={text(range.min)}
          min={0}
          max={axis.steps}
          value={from}
          onInput={({ currentTarget, timeStamp }) => {
            brush.choose(Math.min(Number(currentTarget.value), to - 1), to, timeStamp)
            currentTarget.value = String(brush.place.peek().from)
          }}
        />
        <input
          type="range"
          aria-label="At most"
          aria-valuetext={text(range.max)}
          min={0}
          max={axis.steps}
          value={to}
          onInput={({ currentTarget, timeStamp }) => {
            brush.choose(from, Math.max(Number(currentTarget.value), from + 1), timeStamp)
            currentTarget.value = String(brush.place.peek().to)
          }}
        />
      </div>
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

interface BarsProps {
  readonly axis: Axis
  readonly histogram: Histogram
  readonly brush: Brush
  readonly text: (amount: number) => string
}

const height = 48
/** A bar that stands for one node among hundreds is seen all the same. */
const lowest = 2

function Bars({ axis, histogram, brush, text }: BarsProps): JSX.Element {
  const { bars, tallest } = histogram
  const place = bars.findIndex(({ all }) => all === tallest)
  const [start = 0, end = 0] = axis.edges.slice(place, place + 2)
  const tall = (count: number): number =>
    count === 0 ? 0 : Math.max(lowest, (count / tallest) * height)
  const stepAt = (event: TargetedPointerEvent<SVGSVGElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.round(((event.clientX - box.left) / box.width) * axis.steps)
  }
  const drag = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    const anchor = Number(event.currentTarget.dataset['anchor'])
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || Number.isNaN(anchor)) return
    const at = Math.min(axis.steps, Math.max(0, stepAt(event)))
    brush.choose(Math.min(anchor, at), Math.max(anchor, at), event.timeStamp)
  }
  return (
    <svg
      class="structure-bars"
      viewBox={`0 0 ${bars.length} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Histogram of ${bars.length} bars: the tallest, from ${text(start)} to ${text(end)}, has ${tallest} nodes`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.dataset['anchor'] = String(stepAt(event))
      }}
      onPointerMove={drag}
    >
      {bars.map(({ all, shown }, index) => (
        <g key={index}>
          <rect x={index + 0.06} width={0.88} y={height - tall(all)} height={tall(all)} />
          <rect
            class="is-shown"
            x={index + 0.06}
            width={0.88}
            y={height - tall(shown)}
            height={tall(shown)}
          />
        </g>
      ))}
    </svg>
  )
}
