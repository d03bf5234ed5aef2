import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import type { Colours, Structure } from '../app/structure.ts'
import { amountWords } from '../display/amount-words.ts'
import { colourLegend } from '../display/colour-legend.ts'
import type { LegendTick } from '../display/colour-legend.ts'
import { counted, grouped } from '../display/counted.ts'
import { histogramOf } from '../display/node-size-histogram.ts'
import type { AmountChoice } from '../view/view.ts'
import './amount-colours.css'

interface Props {
  readonly session: Session
  readonly choice: AmountChoice
  readonly structure: Structure
}

/** The legend of colours that tell an amount: how many nodes have which, and which colour it is. */
export function AmountColours({ session, choice, structure }: Props): JSX.Element | null {
  const colours = structure.colours.value
  if (colours === undefined) return null
  const words = amountWords(choice, session.content, structure.facts)
  const legend = colourLegend(colours.scale, words, colours.without, session.scheme.value)
  return (
    <div class="amount-colours" role="group" aria-label={`Colours: ${legend.title}`}>
      {legend.stripes.length > 0 && (
        <>
          <Bars session={session} colours={colours} />
          <svg
            class="amount-ramp"
            viewBox={`0 0 ${legend.stripes.length} 1`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {legend.stripes.map((colour, at) => (
              // Wider than its place, so that no gap shows between two.
              <rect key={at} x={at} width={1.1} height={1} fill={colour} />
            ))}
          </svg>
          <Ticks ticks={legend.ticks} />
        </>
      )}
      {legend.sentence !== undefined && <p class="structure-words muted">{legend.sentence}</p>}
      {legend.none.count > 0 && (
        <p class="amount-none">
          <svg viewBox="-1.2 -1.2 2.4 2.4" width="14" height="14" aria-hidden="true">
            <circle r="1" fill={legend.none.colour} />
          </svg>
          No figure <span class="muted">{grouped(legend.none.count)}</span>
        </p>
      )}
    </div>
  )
}

const bars = 24
const axis = { edges: Array.from({ length: bars + 1 }, (_, at) => at / bars) }

/** How many nodes the picture shows, and would show, of each colour. */
function Bars({
  session,
  colours,
}: {
  readonly session: Session
  readonly colours: Colours
}): JSX.Element {
  const { scale, amountOf } = colours
  const shares = histogramOf(
    axis,
    (id) => {
      const amount = amountOf(id)
      return amount === undefined ? undefined : scale?.shareOf(amount)
    },
    new Set(session.graph.nodes),
    session.visible.value.nodes,
  )
  const tall = (count: number): number => (count === 0 ? 0 : Math.max(0.05, count / shares.tallest))
  return (
    <svg
      class="amount-bars"
      viewBox={`0 0 ${bars} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Histogram along the colours: at most ${counted(shares.tallest, 'node', 'nodes')} of one`}
    >
      {shares.bars.map(({ all, shown }, at) => (
        <g key={at}>
          <rect x={at + 0.06} width={0.88} y={1 - tall(all)} height={tall(all)} />
          <rect
            class="is-shown"
            x={at + 0.06}
            width={0.88}
            y={1 - tall(shown)}
            height={tall(shown)}
          />
        </g>
      ))}
    </svg>
  )
}

/** Words in the middle have room between those at the ends; nearer to an end they would meet them. */
const nearest = 0.25

function Ticks({ ticks }: { readonly ticks: readonly LegendTick[] }): JSX.Element {
  const last = ticks.length - 1
  return (
    <ul class="amount-ticks">
      {ticks.map(({ share, text }, at) => {
        const isEnd = at === 0 || at === last
        if (!isEnd && Math.min(share, 1 - share) < nearest) return null
        return (
          <li key={text} class={isEnd ? 'is-end' : undefined} style={{ left: `${share * 100}%` }}>
            {text}
          </li>
        )
      })}
    </ul>
  )
}
