import type { PictureTheme } from '../display/picture.ts'
import type { Detail } from './level-of-detail.ts'

/**
 * What the node and edge programs share and read anew for each frame. The scene changes it in
 * place: sigma makes the programs itself, so nothing can be handed to them later.
 */
export interface Palette {
  theme: PictureTheme
  /** True while something is brought out, and so painted in a second pass over the rest. */
  layered: boolean
  detail: Detail
  /** By how much crowded nodes are smaller than they would be alone: the picture's `crowding`. */
  crowding: number
}
