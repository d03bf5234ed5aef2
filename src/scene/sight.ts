import type { Point } from '../model/knowledge.ts'

/** How what is in framed coordinates is seen on the screen; lengths in CSS pixels. */
export interface Sight {
  /** Where (0, 0) of the framed coordinates lies, y downwards. */
  readonly origin: Point
  /** The length of one framed unit. */
  readonly unit: number
  /** As sigma's: by how much sizes shrink. */
  readonly sizeRatio: number
}
