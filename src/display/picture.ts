import type { EntityId, StatementId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import type { ChangeClass } from '../model/change-class.ts'
import type { Line } from './line.ts'
import type { Shape } from './shape.ts'

/**
 * The picture as plain data: what the scene paints, what the SVG export writes.
 * Nodes come most important first; edges refer to nodes that are in `nodes`.
 */
export interface Picture {
  readonly nodes: readonly PictureNode[]
  readonly edges: readonly PictureEdge[]
  /** By how much the nodes are smaller than alone, for there are so many; 1 where it is not said. */
  readonly crowding?: number
  /** What helps to read the places, if they tell something. */
  readonly guides?: readonly PictureGuide[]
}

/** A thin circle with words above it; the words alone where its radius is 0. In graph units. */
export interface PictureGuide extends Point {
  readonly radius: number
  readonly text: string
}

export interface PictureNode {
  readonly id: EntityId
  /** Position in graph units; y grows upwards. */
  readonly x: number
  readonly y: number
  /** Radius in CSS pixels when the whole graph fits the window. */
  readonly size: number
  /** `#rrggbb`. */
  readonly colour: string
  readonly shape: Shape
  readonly label: string
  /** True where one of its facts is disputed; drawn as a ring. */
  readonly disputed: boolean
  /** What became of it since the version that it is compared with, or in the reader's draft. */
  readonly change?: ChangeClass | 'same'
}

export interface PictureEdge {
  readonly id: StatementId
  readonly source: EntityId
  readonly target: EntityId
  readonly label: string
  /** `#rrggbb`. */
  readonly colour: string
  /** CSS pixels. */
  readonly width: number
  /**
   * How far the middle of the line bends to the left of source → target, as a share of its
   * length; 0 is straight. For a self-loop: its number at that node (1, 2, …), a larger loop each.
   */
  readonly bend: number
  readonly arrow: 'none' | 'target' | 'both'
  /** Tells what the statement rests on. */
  readonly line: Line
  readonly change?: ChangeClass | 'same'
}

/** Colours of everything around the nodes and edges. All `#rrggbb`. */
export interface PictureTheme {
  readonly background: string
  readonly label: string
  /** Nodes and edges outside the neighbourhood that is brought out. */
  readonly faded: string
  readonly accent: string
  readonly disputed: string
  readonly added: string
  readonly removed: string
  readonly changed: string
}
