import { gexfSample } from '../gexf-sample.ts'
import { sampleGraph } from '../layout-graphs.ts'

export interface Size {
  readonly name: string
  readonly nodes: number
  readonly edges: number
}

/** The sizes that a graph is measured at. */
export const sizes: readonly Size[] = [
  { name: '1k', nodes: 1000, edges: 3000 },
  { name: '10k', nodes: 10_000, edges: 50_000 },
  { name: '50k', nodes: 50_000, edges: 250_000 },
  { name: '100k', nodes: 100_000, edges: 500_000 },
]

/**
 * A GEXF file with communities and few nodes of many edges; always the same for a size. The
 * last of the edges, about one in a hundred, join any two nodes.
 */
export function sizedSample({ nodes, edges }: Size, placed: boolean): string {
  const { edges: pairs } = sampleGraph('communities', nodes)
  return gexfSample({ nodes, edges, seed: 1, pairs, placed })
}
