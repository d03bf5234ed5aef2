import type { PictureGuide } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import type { Palette } from './palette.ts'
import type { SceneContent } from './scene-content.ts'

/** What the scene shows now: the one thing that its parts share and that `show` replaces. */
export interface World extends SceneContent {
  frame: Extent
  guides: readonly PictureGuide[]
  readonly palette: Palette
}
