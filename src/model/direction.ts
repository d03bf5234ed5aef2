/** What a statement between two entities can say of its direction. */
export const directions = ['directed', 'undirected', 'mutual'] as const

export type Direction = (typeof directions)[number]

/** The direction that a text names; undefined where it names none. */
export function directionOf(text: string): Direction | undefined {
  return directions.find((each) => each === text)
}
