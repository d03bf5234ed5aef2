declare module 'graphology-layout-forceatlas2/iterate.js' {
  export interface IterateOptions {
    readonly linLogMode: boolean
    readonly outboundAttractionDistribution: boolean
    readonly adjustSizes: boolean
    readonly edgeWeightInfluence: number
    readonly scalingRatio: number
    readonly strongGravityMode: boolean
    readonly gravity: number
    readonly slowDown: number
    readonly barnesHutOptimize: boolean
    readonly barnesHutTheta: number
  }
  /** One step, in place: ten numbers per node, three per edge. */
  export default function iterate(
    options: IterateOptions,
    nodes: Float32Array,
    edges: Float32Array,
  ): object
}
