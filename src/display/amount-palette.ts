import type { Scheme } from './palette.ts'

/** How amounts are coloured. */
export interface AmountColours {
  /** From the least amount to the greatest, evenly spaced. */
  readonly ramp: readonly string[]
  /** Of nodes without an amount. */
  readonly none: string
}

/**
 * Lines through OKLCH, even in lightness: the greater the amount, the more it stands out from the
 * background. Amber to indigo in light, red to pale yellow in dark. Lightness alone tells amounts
 * apart in all three kinds of dichromacy, and none looks like the grey of no amount;
 * `tests/display/palette.test.ts` computes it all again.
 */
export const amountColours: Readonly<Record<Scheme, AmountColours>> = {
  light: {
    ramp: [
      '#c38400',
      '#c36603',
      '#b74e2d',
      '#a63943',
      '#8f2a52',
      '#741f5c',
      '#581661',
      '#3b0e60',
      '#1f0658',
    ],
    none: '#8d9197',
  },
  dark: {
    ramp: [
      '#b23e46',
      '#c15345',
      '#cd6845',
      '#d87d49',
      '#e19351',
      '#e9a95e',
      '#efbe6f',
      '#f4d483',
      '#f9e99a',
    ],
    none: '#868c96',
  },
}
