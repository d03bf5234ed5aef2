import type { Direction } from '../model/direction.ts'

/** Which way a relation leads, for reading. */
export const directionWords: Readonly<Record<Direction, string>> = {
  directed: 'from subject to value',
  undirected: 'without direction',
  mutual: 'both ways',
}
