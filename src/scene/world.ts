import type { PictureGuide } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import type { Ink } from './level-of-detail.ts'
import type { Palette } from './palette.ts'
import type { EdgeStrips } from './edge-strips.ts'
import type { SceneEdges } from './scene-edges.ts'
import type { SceneNodes } from './scene-nodes.ts'

/** What the scene shows now: the one thing that its parts share and that `show` replaces. */
export interface World {
  nodes: SceneNodes
  edges: SceneEdges
  /** The edges as they are painted and found, in `frame`. */
  strips: EdgeStrips
  /** Undefined where there are so few edges that all are always painted. */
  ink: Ink | undefined
  frame: Extent
  guides: readonly PictureGuide[]
  readonly palette: Palette
}
