import type { ChangeClass } from '../model/change-class.ts'
import { emptyDraft } from '../model/draft.ts'
import type { Draft } from '../model/draft.ts'
import { emptyNotebook } from '../model/notebook.ts'
import type { Notebook } from '../model/notebook.ts'
import type { ColumnId, EntityId, KindId, PredicateId, StatementId } from '../model/ids.ts'
import type { Evidence } from '../model/evidence.ts'
import type { GroupMetric, SizeMetric } from './measured.ts'
import { sameQuestion } from './question.ts'
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
  readonly mode: Mode
  /** What the table shows, and in which order. */
  readonly table: TableChoice
  /** Where the kinds come from, and with them colours, shapes and legend. */
  readonly kinds: KindChoice
  /** What the sizes of nodes tell. */
  readonly size: SizeChoice
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

/** The ways to show the graph. */
export const modes = ['picture', 'places', 'list', 'table', 'sources'] as const
export type Mode = (typeof modes)[number]

export interface TableChoice {
  readonly of: 'nodes' | 'statements'
  readonly sort: { readonly column: string; readonly descending: boolean } | undefined
  /** Only rows with these words. */
  readonly query: string
}

export type SizeChoice =
  | { readonly by: 'degree' }
  | { readonly by: 'metric'; readonly metric: SizeMetric }
  | { readonly by: 'column'; readonly column: ColumnId }

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
}

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
  mode: 'picture',
  table: { of: 'nodes', sort: undefined, query: '' },
  kinds: { from: 'opening' },
  size: { by: 'degree' },
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

/** True where both views show the same, whichever objects they are made of. */
export function sameView(a: View, b: View): boolean {
  return (
    a.draft === b.draft &&
    a.notebook === b.notebook &&
    a.mode === b.mode &&
    sameTable(a.table, b.table) &&
    sameSize(a.size, b.size) &&
    sameKinds(a.kinds, b.kinds) &&
    sameTrail(a.trail, b.trail) &&
    a.focus?.centre === b.focus?.centre &&
    a.focus?.steps === b.focus?.steps &&
    sameChoice(a.only, b.only) &&
    a.grownFrom === b.grownFrom &&
    sameQuestion(a.question, b.question) &&
    a.compared?.with === b.compared?.with &&
    sameChoice(a.compared?.hidden, b.compared?.hidden) &&
    sameSet(a.hidden.kinds, b.hidden.kinds) &&
    sameSet(a.hidden.predicates, b.hidden.predicates) &&
    sameSet(a.hidden.evidence, b.hidden.evidence) &&
    a.hidden.range?.min === b.hidden.range?.min &&
    a.hidden.range?.max === b.hidden.range?.max &&
    sameTime(a.hidden.time, b.hidden.time) &&
    sameLayout(a.layout, b.layout) &&
    sameMoved(a.moved, b.moved) &&
    a.camera?.x === b.camera?.x &&
    a.camera?.y === b.camera?.y &&
    a.camera?.ratio === b.camera?.ratio
  )
}

/** True where one view is made of the other by moves of the camera alone. */
export function sameButCamera(a: View, b: View): boolean {
  return (Object.keys(a) as (keyof View)[]).every(
    (part) => part === 'camera' || a[part] === b[part],
  )
}

/** True where both select the same node, edge, path or connection, or nothing. */
export function sameSelection(a: Selection, b: Selection): boolean {
  if (a.type === 'nothing' || b.type === 'nothing') return a.type === b.type
  if (a.type === 'path' || b.type === 'path') {
    return a.type === 'path' && b.type === 'path' && a.at === b.at && samePaths(a, b)
  }
  if (a.type === 'connection' || b.type === 'connection') {
    return a.type === 'connection' && b.type === 'connection' && sameList(a.seeds, b.seeds)
  }
  return a.type === b.type && a.id === b.id
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

/** True where both ask for the same paths, whichever of them is looked at. */
export function samePaths(a: PathSelection, b: PathSelection): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.directed === b.directed &&
    a.avoidHubs === b.avoidHubs &&
    sameList(a.avoid, b.avoid)
  )
}

/** True where places tell the same in both. */
export function sameLayout(a: LayoutChoice, b: LayoutChoice): boolean {
  if (a.by === 'radial') return b.by === 'radial' && a.centre === b.centre
  if (a.by !== 'hierarchy') return a.by === b.by
  return b.by === 'hierarchy' && a.predicate === b.predicate && a.turned === b.turned
}

/** True where both take the kinds from the same place. */
export function sameKinds(a: KindChoice, b: KindChoice): boolean {
  if (a.from === 'column') return b.from === 'column' && a.column === b.column
  if (a.from === 'metric') return b.from === 'metric' && a.metric === b.metric
  return a.from === b.from
}

function sameTime(a: Hidden['time'], b: Hidden['time']): boolean {
  return a?.from === b?.from && a?.to === b?.to && sameChoice(a?.hides, b?.hides)
}

function sameTable(a: TableChoice, b: TableChoice): boolean {
  return (
    a.of === b.of &&
    a.query === b.query &&
    a.sort?.column === b.sort?.column &&
    a.sort?.descending === b.sort?.descending
  )
}

/** True where both size by the same. */
export function sameSize(a: SizeChoice, b: SizeChoice): boolean {
  if (a.by === 'metric') return b.by === 'metric' && a.metric === b.metric
  if (a.by === 'column') return b.by === 'column' && a.column === b.column
  return b.by === 'degree'
}

function sameTrail(a: Trail, b: Trail): boolean {
  if (a === b) return true
  if (a.at !== b.at || a.visited.length !== b.visited.length) return false
  return a.visited.every((selection, index) =>
    sameSelection(selection, b.visited[index] ?? nothing),
  )
}

function sameChoice(
  a: ReadonlySet<string> | undefined,
  b: ReadonlySet<string> | undefined,
): boolean {
  return a === b || (a !== undefined && b !== undefined && sameSet(a, b))
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((value) => b.has(value)))
}

function sameMoved(a: View['moved'], b: View['moved']): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  return [...a].every(([id, { x, y, pinned, guest }]) => {
    const other = b.get(id)
    return other?.x === x && other.y === y && other.pinned === pinned && other.guest === guest
  })
}
