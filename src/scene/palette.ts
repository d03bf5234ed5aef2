import type { PictureTheme } from '../display/picture.ts'
import { mixColours } from './colour.ts'
import type { Detail } from './level-of-detail.ts'

/** How nodes and edges are painted; read anew for each frame, and changed in place. */
export interface Palette {
  theme: PictureTheme
  detail: Detail
  /** By how much crowded nodes are smaller than they would be alone: the picture's `crowding`. */
  crowding: number
}

/** The colour of edges that stand back behind others. */
export function paleEdge(theme: PictureTheme): string {
  return mixColours(theme.faded, theme.background, 0.35)
}
