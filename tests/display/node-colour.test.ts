import fc from 'fast-check'
import { oklab } from 'culori'
import { describe, expect, test } from 'vitest'
import { colourLegend } from '../../src/display/colour-legend.ts'
import { amountColour, colourScale } from '../../src/display/node-colour.ts'
import { amountColours } from '../../src/display/amount-palette.ts'
import type { Scheme } from '../../src/display/palette.ts'

const words = { title: 'Rank', text: String }
const anyAmounts = fc.array(
  fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -9, max: 99 })),
  { minLength: 1, maxLength: 40 },
)
const anyScheme = fc.constantFrom<Scheme>('light', 'dark')
const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

describe('colours of amounts', () => {
  test('have the legend name what the picture shows', () => {
    fc.assert(
      fc.property(anyAmounts, anyScheme, (amounts, scheme) => {
        const scale = colourScale(amounts)
        const { ticks, stripes } = colourLegend(scale, words, 0, scheme)
        for (const { text, colour } of ticks)
          expect(colour).toBe(amountColour(scale, Number(text), scheme))
        expect(amounts.map(String)).toEqual(
          expect.arrayContaining([ticks[0]?.text, ticks.at(-1)?.text].map((each) => String(each))),
        )
        // A single amount has its tick in the middle of the ramp.
        const ends = [ticks[0]?.colour, ticks.at(-1)?.colour]
        expect(ends).toEqual(ticks.length > 1 ? [stripes[0], stripes.at(-1)] : ends)
      }),
    )
  })

  test('stand out the more, the greater the amount is', () => {
    fc.assert(
      fc.property(anyAmounts, anyScheme, (amounts, scheme) => {
        const scale = colourScale(amounts)
        const towards = scheme === 'light' ? -1 : 1
        const lights = amounts
          .toSorted((a, b) => a - b)
          .map((amount) => towards * (oklab(amountColour(scale, amount, scheme))?.l ?? Number.NaN))
        // A channel is a whole number, so that a next colour may be a little off.
        expect(
          lights.every((light, at) => at === 0 || light >= (lights[at - 1] ?? 0) - 0.004),
        ).toBe(true)
      }),
    )
  })

  test('are even in the amount, and in the root or the rank where most amounts are small', () => {
    const even = colourScale(range(101))
    const squares = colourScale(range(101).map((each) => each ** 4))
    const steep = colourScale(range(41).map((each) => 2 ** each))
    expect([even?.evenIn, even?.ticks]).toEqual([
      'amount',
      [
        { amount: 0, share: 0 },
        { amount: 50, share: 0.5 },
        { amount: 100, share: 1 },
      ],
    ])
    expect(squares?.evenIn).toBe('amount')
    const skewed = colourScale([...range(95).map(() => 1), 5, 9, 16])
    expect([skewed?.evenIn, steep?.evenIn]).toEqual(['rank', 'rank'])
    const root = colourScale([...range(20).map((each) => each / 10), 10])
    expect([root?.evenIn, root?.ticks.map(({ amount }) => amount)]).toEqual(['root', [0, 3, 10]])
    expect(root?.shareOf(2.5)).toBe(0.5)
  })

  test('give equal amounts one colour, that of the middle where all are equal', () => {
    const scale = colourScale([7, 7, 7])
    expect(scale?.ticks).toEqual([{ amount: 7, share: 0.5 }])
  })

  test('are grey where there is no amount, and there is no ramp where no node has one', () => {
    expect(amountColour(colourScale([1, 2]), undefined, 'light')).toBe(amountColours.light.none)
    expect(colourLegend(colourScale([]), words, 3, 'dark')).toEqual({
      title: 'Rank',
      sentence: undefined,
      stripes: [],
      ticks: [],
      none: { colour: amountColours.dark.none, count: 3 },
    })
  })
})
