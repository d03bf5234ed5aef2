import type { Extent } from '../layout/extent.ts'
import type { Palette } from './palette.ts'
import type { SceneGraph } from './scene-graph.ts'

/** What the scene shows now: the one thing that its parts share and that `show` replaces. */
export interface World {
  graph: SceneGraph
  frame: Extent
  readonly palette: Palette
}
