import type { Statement } from '../model/knowledge.ts'

/** Which way a relation leads, for reading. */
export const directionWords: Readonly<Record<Statement['direction'], string>> = {
  directed: 'from subject to value',
  undirected: 'without direction',
  mutual: 'both ways',
}
