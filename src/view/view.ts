import type { ChangeClass } from '../model/change-class.ts'
import { emptyDraft } from '../model/draft.ts'
import type { Draft } from '../model/draft.ts'
import { emptyNotebook } from '../model/notebook.ts'
import type { Notebook } from '../model/notebook.ts'
import type {
  ColumnId,
  EntityId,
  KindId,
  PredicateId,
  SourceId,
  StatementId,
} from '../model/ids.ts'
import type { Evidence } from '../model/evidence.ts'
import type { GroupMetric, SizeMetric } from './measured.ts'
import type { Question } from './question.ts'

/**
 * What the reader has chosen and a link must restore, and the draft and notebook, of which links have
 * only the named sets. It changes only through `update`.
 */
export interface View {
  /** What was selected, one after the other; the present selection is the one at `at`. */
  readonly trail: Trail
  /** The ego network that the picture is narrowed to. */
  readonly focus: Focus | undefined
  /** The nodes that the picture is narrowed to, one by one; undefined for all. */
  readonly only: ReadonlySet<EntityId> | undefined
  /** One of them: the node that this narrowed picture was grown from. */
  readonly grownFrom: EntityId | undefined
  /** What is being asked; its answer changes nothing in the picture by itself. */
  readonly question: Question | undefined
  /** What the legend hides. */
  readonly hidden: Hidden
  /** What places tell. */
  readonly layout: LayoutChoice
  /** Nodes that are not where the layout has them. */
  readonly moved: ReadonlyMap<EntityId, MovedPoint>
  /** Undefined: the whole picture, fitted. */
  readonly camera: Camera | undefined
  /** Undefined: every place of the map in sight. */
  readonly mapCamera: MapCamera | undefined
  readonly mode: Mode
  /** What the table shows, and in which order. */
  readonly table: TableChoice
  /** Sources of which only what nothing cites is listed. */
  readonly uncitedOnly: ReadonlySet<SourceId>
  /** Where the kinds come from, and with them colours, shapes and legend. */
  readonly kinds: KindChoice
  /** What the sizes of nodes tell. */
  readonly size: AmountChoice
  /** The amount that the colours of nodes tell; undefined where they tell the kind. */
  readonly colour: AmountChoice | undefined
  /** An older version that the graph is laid beside. */
  readonly compared: Compared | undefined
  /** What the reader has changed of the graph itself; undone like all else, kept in the browser. */
  readonly draft: Draft
  /** What the reader has written about the graph; undone and kept like the draft. */
  readonly notebook: Notebook
}

export interface Compared {
  /** The name of its file, or its address where it came by one. */
  readonly with: string
  /** Changes that are not marked. */
  readonly hidden: ReadonlySet<ChangeClass>
}

/** The ways to show the graph; `beside` is the table below the picture. */
export const modes = ['picture', 'beside', 'places', 'list', 'table', 'sources'] as const
export type Mode = (typeof modes)[number]

/** True where the picture is what is shown, or part of it. */
export function hasPicture(mode: Mode): boolean {
  return mode === 'picture' || mode === 'beside'
}

export interface TableChoice {
  readonly of: 'nodes' | 'statements'
  readonly sort: { readonly column: string; readonly descending: boolean } | undefined
  /** Only rows with these words. */
  readonly query: string
  /** Only rows whose cells are like this, by the column's id; nothing is asked of the others. */
  readonly filters: ReadonlyMap<string, ColumnFilter>
}

/** What is asked of a column's cells. */
export interface ColumnFilter {
  /** Words or an amount as they were typed, or a cell's whole text. */
  readonly by: 'typed' | 'value'
  readonly text: string
}

/** A number that nodes have, or some of them. */
export type AmountChoice =
  | { readonly by: 'degree' }
  | { readonly by: 'metric'; readonly metric: SizeMetric }
  | { readonly by: 'column'; readonly column: ColumnId }
  /** The value of a fact of which an entity has one at most. */
  | { readonly by: 'fact'; readonly predicate: PredicateId }

export type KindChoice =
  /** As the graph was opened: its own kinds, else those of its best column. */
  | { readonly from: 'opening' }
  | { readonly from: 'nothing' }
  | { readonly from: 'column'; readonly column: ColumnId }
  /** Groups that are found by what is joined with what. */
  | { readonly from: 'metric'; readonly metric: GroupMetric }

export type LayoutChoice =
  /** What is connected is near: the places that the graph was opened with. */
  | { readonly by: 'force' }
  | { readonly by: 'kind' }
  /** Rings by the number of steps from a node. */
  | { readonly by: 'radial'; readonly centre: EntityId }
  /** Layers along a relation, which leads downwards, or upwards where it is turned over. */
  | { readonly by: 'hierarchy'; readonly predicate: PredicateId; readonly turned: boolean }

export type Selection =
  | { readonly type: 'nothing' }
  | { readonly type: 'node'; readonly id: EntityId }
  | { readonly type: 'edge'; readonly id: StatementId }
  | PathSelection
  | ConnectionSelection
  | GoneSelection

/** The ways from one entity to another, with one of them looked at. */
export interface PathSelection {
  readonly type: 'path'
  readonly from: EntityId
  readonly to: EntityId
  /** Which of the paths, from 0. */
  readonly at: number
  /** True to go along the statements only. */
  readonly directed: boolean
  /** True where every node on the way costs more, the more neighbours it has. */
  readonly avoidHubs: boolean
  /** Predicates that no path goes through. */
  readonly avoid: readonly PredicateId[]
  /** True where a path goes only through what filters, the timeline and a narrowed picture show. */
  readonly shownOnly: boolean
}

/**
 * What the graph does not have any more: of the version that it is compared with, by the id that it
 * has there, or of the graph before the reader's draft.
 */
export type GoneSelection = { readonly type: 'gone'; readonly from: 'compared' | 'draft' } & (
  | { readonly of: 'entity'; readonly id: EntityId }
  | { readonly of: 'statement'; readonly id: StatementId }
)

/** What connects some entities: two to `mostSeeds` different ones. */
export interface ConnectionSelection {
  readonly type: 'connection'
  readonly seeds: readonly EntityId[]
}

/** With more seeds nothing that connects them all says much. */
export const mostSeeds = 5

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
  /** Hides nodes with another amount, or none, of what the sizes tell. */
  readonly range?: Range
  /** Hides what is dated outside of it. */
  readonly time?: TimeChoice
}

/** What a statement can be against a range of time, if not certain, and still be shown. */
export type TimeDoubt = 'possible' | 'undated'

/** Whole days since 1970-01-01, both of them included; what has no date is shown unless hidden. */
export interface TimeChoice {
  readonly from: number
  readonly to: number
  readonly hides: ReadonlySet<TimeDoubt>
}

/** Finite amounts, both of them included. */
export interface Range {
  readonly min: number
  readonly max: number
}

export interface MovedPoint {
  readonly x: number
  readonly y: number
  /** True where the reader put it there: laying out leaves it alone. */
  readonly pinned: boolean
  /** It stands there only as long as the picture is narrowed. */
  readonly guest?: true
}

/** The camera in the scene's own coordinates; a smaller ratio is nearer. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly ratio: number
}

/** The part of the map that is seen: the point in the middle, and CSS pixels per unit of the map. */
export interface MapCamera {
  readonly x: number
  readonly y: number
  readonly scale: number
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
  only: undefined,
  grownFrom: undefined,
  question: undefined,
  hidden: nothingHidden,
  layout: { by: 'force' },
  moved: new Map(),
  camera: undefined,
  mapCamera: undefined,
  mode: 'picture',
  table: { of: 'nodes', sort: undefined, query: '', filters: new Map() },
  uncitedOnly: new Set(),
  kinds: { from: 'opening' },
  size: { by: 'degree' },
  colour: undefined,
  compared: undefined,
  draft: emptyDraft,
  notebook: emptyNotebook,
}

/** How far from the origin anything may be, in whatever unit: what a link can write. */
export const furthest = 1e9

/** How many days from 1970-01-01 a choice may be: what JavaScript's dates can write. */
export const furthestDay = 1e8

/** What is selected now. */
export function selectionOf(view: Pick<View, 'trail'>): Selection {
  return view.trail.visited[view.trail.at] ?? nothing
}
