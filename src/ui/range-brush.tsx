import type { ReadonlySignal } from '@preact/signals'
import type { JSX, TargetedPointerEvent } from 'preact'
import './range-brush.css'

interface Props extends BarsProps {
  readonly least: ThumbWords
  readonly most: ThumbWords
}

interface ThumbWords {
  readonly label: string
  /** Where the thumb stands, in words. */
  readonly text: string
}

/** A histogram that is brushed by pointer or touch, with a slider at each end of the range. */
export function RangeBrush(props: Props): JSX.Element {
  const { steps, place, choose, least, most } = props
  const { from, to } = place.value
  return (
    <>
      <Bars {...props} />
      <div class="brush-thumbs">
        <input
          type="range"
          // Where both thumbs are at the right end, this one alone can be moved away.
          class={from > steps / 2 ? 'is-front' : undefined}
          aria-label={least.label}
          aria-valuetext={least.text}
          min={0}
          max={steps}
          value={from}
          onInput={({ currentTarget, timeStamp }) => {
            choose(Math.min(Number(currentTarget.value), to - 1), to, timeStamp)
            currentTarget.value = String(place.peek().from)
          }}
        />
        <input
          type="range"
          aria-label={most.label}
          aria-valuetext={most.text}
          min={0}
          max={steps}
          value={to}
          onInput={({ currentTarget, timeStamp }) => {
            choose(from, Math.max(Number(currentTarget.value), from + 1), timeStamp)
            currentTarget.value = String(place.peek().to)
          }}
        />
      </div>
    </>
  )
}

interface BarsProps {
  readonly bars: readonly { readonly all: number; readonly shown: number }[]
  readonly tallest: number
  /** What the bars show, in words. */
  readonly label: string
  /** How many steps the brush has from one end of the bars to the other. */
  readonly steps: number
  readonly place: ReadonlySignal<{ readonly from: number; readonly to: number }>
  /** Takes what is between two steps; `at` is in milliseconds since whenever. */
  readonly choose: (from: number, to: number, at: number) => void
}

const height = 48
/** A bar that stands for one among hundreds is seen all the same. */
const lowest = 2

function Bars({ bars, tallest, label, steps, choose }: BarsProps): JSX.Element {
  const tall = (count: number): number =>
    count === 0 ? 0 : Math.max(lowest, (count / tallest) * height)
  const stepAt = (event: TargetedPointerEvent<SVGSVGElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.round(((event.clientX - box.left) / box.width) * steps)
  }
  const drag = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    const anchor = Number(event.currentTarget.dataset['anchor'])
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || Number.isNaN(anchor)) return
    const at = Math.min(steps, Math.max(0, stepAt(event)))
    choose(Math.min(anchor, at), Math.max(anchor, at), event.timeStamp)
  }
  return (
    <svg
      class="brush-bars"
      viewBox={`0 0 ${bars.length} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
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
