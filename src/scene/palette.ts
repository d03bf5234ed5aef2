import type { PictureTheme } from '../display/picture.ts'
import { mixColours, shaderColour } from './colour.ts'
import type { Detail } from './level-of-detail.ts'

/** How nodes and edges are painted; read anew for each frame, and changed in place. */
export interface Palette {
  theme: PictureTheme
  /** True while all that is not brought out is faded. */
  fading: boolean
  detail: Detail
  /** By how much crowded nodes are smaller than they would be alone: the picture's `crowding`. */
  crowding: number
}

/** The colour of edges that are not brought out. */
export function fadedEdge(theme: PictureTheme): string {
  return mixColours(theme.faded, theme.background, 0.35)
}

/** For the shaders: the colour of what is not brought out, and 1 while there is any, else 0. */
export function fadedTo(palette: Palette, colour: string): readonly number[] {
  return [...shaderColour(colour), palette.fading ? 1 : 0]
}
