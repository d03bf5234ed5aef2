import type { PictureTheme } from '../display/picture.ts'
import { mixColours, shaderColour } from './colour.ts'
import type { Detail } from './level-of-detail.ts'

/**
 * What the node and edge programs share and read anew for each frame. The scene changes it in
 * place: sigma makes the programs itself, so nothing can be handed to them later.
 */
export interface Palette {
  theme: PictureTheme
  /** True while something is brought out, and so painted in a second pass over the rest. */
  layered: boolean
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
