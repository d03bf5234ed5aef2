import type { EntityId, KindId, PredicateId, StatementId } from '../model/ids.ts'
import type { Evidence } from '../model/evidence.ts'

/** What the reader has chosen and a link must restore. It changes only through `update`. */
export interface View {
  /** What was selected, one after the other; the present selection is the one at `at`. */
  readonly trail: Trail
  /** The ego network that the picture is narrowed to. */
  readonly focus: Focus | undefined
  /** What the legend hides. */
  readonly hidden: Hidden
  /** Nodes that are not where the dataset's layout has them. */
  readonly moved: ReadonlyMap<EntityId, MovedPoint>
  /** Undefined: the whole picture, fitted. */
  readonly camera: Camera | undefined
  readonly mode: 'picture' | 'list'
}

export type Selection =
  | { readonly type: 'nothing' }
  | { readonly type: 'node'; readonly id: EntityId }
  | { readonly type: 'edge'; readonly id: StatementId }

export interface Trail {
  readonly visited: readonly Selection[]
  readonly at: number
}

export interface Focus {
  readonly centre: EntityId
  readonly steps: Steps
}

export type Steps = 1 | 2 | 3

export interface Hidden {
  /** Entities without a kind count as of kind "". */
  readonly kinds: ReadonlySet<KindId>
  readonly predicates: ReadonlySet<PredicateId>
  readonly evidence: ReadonlySet<Evidence>
}

export interface MovedPoint {
  readonly x: number
  readonly y: number
  /** True where the reader put it there: laying out leaves it alone. */
  readonly pinned: boolean
}

/** The camera in the scene's own coordinates; a smaller ratio is nearer. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly ratio: number
}

export const nothing: Selection = { type: 'nothing' }

export const nothingHidden: Hidden = {
  kinds: new Set(),
  predicates: new Set(),
  evidence: new Set(),
}

/** The view of a reader who has just opened the graph. */
export const firstView: View = {
  trail: { visited: [nothing], at: 0 },
  focus: undefined,
  hidden: nothingHidden,
  moved: new Map(),
  camera: undefined,
  mode: 'picture',
}

/** What is selected now. */
export function selectionOf(view: View): Selection {
  return view.trail.visited[view.trail.at] ?? nothing
}

export function sameSelection(a: Selection, b: Selection): boolean {
  if (a.type === 'nothing' || b.type === 'nothing') return a.type === b.type
  return a.type === b.type && a.id === b.id
}
