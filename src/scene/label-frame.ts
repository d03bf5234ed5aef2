import type { LabelCandidate } from '../display/label-placement.ts'
import type { PictureGuide, PictureNode, PictureTheme } from '../display/picture.ts'
import type { Point } from '../model/knowledge.ts'
import type { Focus } from './emphasis.ts'
import type { LabelText } from './label-text.ts'
import type { SceneEdges } from './scene-edges.ts'
import type { SceneNodes } from './scene-nodes.ts'
import type { RegionName } from './world.ts'

/** What the label layer needs to know of one frame. Lengths are in CSS pixels, y downwards. */
export interface LabelFrame {
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  readonly ratio: number
  /** CSS pixels for each unit of the graph. */
  readonly scale: number
  readonly nodes: SceneNodes
  readonly edges: SceneEdges
  readonly guides: readonly PictureGuide[]
  readonly regions: readonly RegionName[]
  readonly focus: Focus
  readonly theme: PictureTheme
  screenPoint(point: Point): Point
  screenRadius(node: PictureNode): number
}

/** A text that would like a place. */
export interface Wish extends LabelCandidate {
  readonly text: LabelText
  readonly colour: string
  /** The point of the screen that it belongs to, where that is not its own middle. */
  readonly at?: Point
}

/** Wishes with a lesser order are heard first. */
export interface OrderedWish {
  readonly order: number
  readonly wish: Wish
}
