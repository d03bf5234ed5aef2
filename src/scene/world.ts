import type { PictureGuide } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import type { Point } from '../model/knowledge.ts'
import type { Palette } from './palette.ts'
import type { SceneContent } from './scene-content.ts'

/** Words for a part of the picture; the point is in graph units. */
export interface RegionName extends Point {
  readonly text: string
}

/** What the scene shows now: the one thing that its parts share and that `show` replaces. */
export interface World extends SceneContent {
  frame: Extent
  guides: readonly PictureGuide[]
  /** What is there, for whoever looks from afar. */
  regions: readonly RegionName[]
  readonly palette: Palette
}
