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
