import type { PictureTheme } from '../display/picture.ts'
import type { Detail } from './level-of-detail.ts'

/** How nodes and edges are painted; read anew for each frame, and changed in place. */
export interface Palette {
  theme: PictureTheme
  detail: Detail
  /** By how much crowded nodes are smaller than they would be alone: the picture's `crowding`. */
  crowding: number
}
