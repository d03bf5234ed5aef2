import type { AmountWords } from './amount-words.ts'
import { amountColour, rampColour } from './node-colour.ts'
import type { ColourScale } from './node-colour.ts'
import type { Scheme } from './palette.ts'

/** What the colours of nodes tell, as plain data: on the page and in every picture. */
export interface ColourLegend {
  readonly title: string
  /** Why colours are not even in the amount; undefined where they are. */
  readonly sentence: string | undefined
  /** The ramp in narrow stripes, from the least amount to the greatest; none without any amount. */
  readonly stripes: readonly string[]
  readonly ticks: readonly LegendTick[]
  /** Of nodes without an amount, and how many these are. */
  readonly none: { readonly colour: string; readonly count: number }
}

export interface LegendTick {
  /** Where it stands on the ramp, from 0 to 1. */
  readonly share: number
  readonly text: string
  readonly colour: string
}

/** Narrow enough that each next to another looks like one ramp. */
const stripes = 48

/** The legend of a scale, `without` being how many nodes have no amount. */
export function colourLegend(
  scale: ColourScale | undefined,
  { title, text }: AmountWords,
  without: number,
  scheme: Scheme,
): ColourLegend {
  return {
    title,
    sentence: scale === undefined ? undefined : sentences[scale.evenIn],
    stripes:
      scale === undefined
        ? []
        : Array.from({ length: stripes }, (_, at) => rampColour(at / (stripes - 1), scheme)),
    ticks: (scale?.ticks ?? []).map(({ amount, share }) => ({
      share,
      text: text(amount),
      colour: amountColour(scale, amount, scheme),
    })),
    none: { colour: amountColour(undefined, undefined, scheme), count: without },
  }
}

const sentences: Readonly<Record<ColourScale['evenIn'], string | undefined>> = {
  amount: undefined,
  root: 'Most figures are small, so the colours follow their square root.',
  rank: 'Very few figures are large, so the colours follow the rank among all nodes.',
}
