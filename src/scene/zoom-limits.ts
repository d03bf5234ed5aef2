/** The camera's largest ratio. */
export const mostZoomedOut = 4

/** How far one may zoom in on a graph of so many nodes: until a handful fill the window. */
export function mostZoomedIn(nodes: number): number {
  return Math.min(0.12, 0.3 / Math.sqrt(Math.max(1, nodes)))
}
