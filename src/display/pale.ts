import { mixColours } from './mixed-colours.ts'
import type { PictureTheme } from './picture.ts'

/** The colour of a node that is the same in both versions of a comparison. */
export function paleNode(colour: string, background: string): string {
  return mixColours(colour, background, 0.72)
}

/** The colour of edges that stand back behind others. */
export function paleEdge(theme: PictureTheme): string {
  return mixColours(theme.faded, theme.background, 0.35)
}
