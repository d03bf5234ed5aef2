import type { Graph } from '../graph/graph.ts'
import type { Knowledge, Layout, Point } from '../model/knowledge.ts'
import type { LayoutChoice } from '../view/view.ts'
import type { Scheme } from '../display/palette.ts'
import type { Picture } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import type { Scene } from '../scene/scene.ts'

export type OtherLayout = Exclude<LayoutChoice, { readonly by: 'force' }>

/** A picture as it is in the scene. */
export interface Shown {
  readonly picture: Picture
  readonly frame: Extent
}

/** Goes over from one picture to another; what it gives breaks that off. */
export type Glide = (
  scene: Pick<Scene, 'show' | 'positions'>,
  before: Shown,
  after: Shown,
) => () => void

/** A graph laid out so that places tell something. */
export interface Arrangement {
  readonly choice: OtherLayout
  readonly layout: Layout
  /** Points at the rim of what is drawn beside the nodes. */
  readonly rim: readonly Point[]
  /** The picture with what helps to read these places. */
  readonly dressed: (picture: Picture, scheme: Scheme) => Picture
  /** Shows this or another picture with its nodes gliding there. */
  readonly glide: Glide
  /** How many nodes it says nothing of: they stand apart. */
  readonly unsaid: number
  /** What it was made of. */
  readonly knowledge: Knowledge
  readonly graph: Graph
}

/** A graph as it is to be laid out: kinds are those of the view. */
export type ToArrange = Pick<Arrangement, 'choice' | 'knowledge' | 'graph'>

/** What computes a layout: it gives its own end, and tells undefined where it fails. */
export type Arrange = (
  wanted: ToArrange,
  done: (arrangement: Arrangement | undefined) => void,
) => () => void
