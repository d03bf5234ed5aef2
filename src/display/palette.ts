import type { PictureTheme } from './picture.ts'
import type { Shape } from './shape.ts'

export type Scheme = 'light' | 'dark'

/**
 * Eight colours a scheme, in pairs: the same place is the same kind in both. Chosen by computation:
 * at least 3:1 against the background, and told apart in normal vision and in all three kinds of
 * dichromacy (worst pair ΔE2000 17.6, as Machado and others simulate it).
 * `tests/display/palette.test.ts` computes both again.
 */
export const kindColours: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#6800e4', '#d7720b', '#236969', '#4e90d9', '#7a4800', '#002854', '#8d8e80', '#2d291e'],
  dark: ['#903cf6', '#f4a100', '#497b81', '#6bb9fa', '#a85b00', '#e5f3fe', '#959a83', '#ffebbf'],
}

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
      ...['#c38400', '#c36603', '#b74e2d', '#a63943', '#8f2a52'],
      ...['#741f5c', '#581661', '#3b0e60', '#1f0658'],
    ],
    none: '#8d9197',
  },
  dark: {
    ramp: [
      ...['#b23e46', '#c15345', '#cd6845', '#d87d49', '#e19351'],
      ...['#e9a95e', '#efbe6f', '#f4d483', '#f9e99a'],
    ],
    none: '#868c96',
  },
}

/** Shapes in the order of kinds; past the last they begin again in other colours. */
export const kindShapes: readonly Shape[] = [
  'circle',
  'star',
  'square',
  'triangle',
  'diamond',
  'hexagon',
  'triangle-down',
  'pentagon',
  'star-four',
  'octagon',
  'cross',
]

export const pictureThemes: Readonly<Record<Scheme, PictureTheme & { readonly edge: string }>> = {
  light: {
    background: '#ffffff',
    label: '#1f2328',
    faded: '#e4e6ea',
    accent: '#0b5cd6',
    disputed: '#c4164a',
    added: '#1a7f37',
    removed: '#59616c',
    changed: '#9a6700',
    edge: '#bcc2cb',
  },
  dark: {
    background: '#14171c',
    label: '#e8eaee',
    faded: '#272c34',
    accent: '#7db4ff',
    disputed: '#ff6f91',
    added: '#3fb950',
    removed: '#a5aeb9',
    changed: '#d29922',
    edge: '#464e5a',
  },
}
