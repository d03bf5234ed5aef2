/** What the page says to the layout worker. Node indices are those of `ids`. */
export type LayoutOrder =
  | LayoutStart
  /** Holds the node at this place until `unpin`, as while the reader drags it. */
  | { readonly type: 'pin'; readonly index: number; readonly x: number; readonly y: number }
  | { readonly type: 'unpin'; readonly index: number }
  /** Ends the run without another word. */
  | { readonly type: 'stop' }

export interface LayoutStart {
  readonly type: 'start'
  readonly ids: readonly string[]
  /** x, y, size, and 1 for fixed or 0: four numbers per node; NaN where there is no place yet. */
  readonly nodes: Float32Array
  /** Two node indices per edge. */
  readonly edges: Uint32Array
  /** One per edge. */
  readonly weights: Float32Array
}

/** What the worker answers: interleaved x, y in the order of `ids`, handed over, not copied. */
export type LayoutReport =
  | {
      readonly type: 'frame'
      readonly positions: Float32Array
      /** Mean movement per iteration relative to the extent. */
      readonly movement: number
      /** From 0 to 1: how much of the greatest number of iterations is done. */
      readonly progress: number
    }
  | { readonly type: 'done'; readonly positions: Float32Array; readonly settled: boolean }
