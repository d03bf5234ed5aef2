import type { PictureGuide } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import type { Ink } from './level-of-detail.ts'
import type { Palette } from './palette.ts'
import type { SceneGraph } from './scene-graph.ts'

/** What the scene shows now: the one thing that its parts share and that `show` replaces. */
export interface World {
  graph: SceneGraph
  /** Undefined where there are so few edges that all are always painted. */
  ink: Ink | undefined
  frame: Extent
  guides: readonly PictureGuide[]
  readonly palette: Palette
}
