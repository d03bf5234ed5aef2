import type { Draft } from '../model/draft.ts'
import type { Evidence } from '../model/evidence.ts'
import type { EntityId, KindId, PredicateId, SourceId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { withSets } from '../model/named-sets.ts'
import type { Notebook } from '../model/notebook.ts'
import type { Question } from './question.ts'
import { legalMapCamera } from './map-camera.ts'
import {
  guestsOf,
  isFinitePoint,
  laidOut,
  rounded,
  withGuests,
  withoutPin,
  withPinned,
} from './moved.ts'
import { legalFilters } from './table-filters.ts'
import { sameKinds, sameLayout, sameSelection, sameAmount, sameView } from './same-view.ts'
import { firstView, furthestDay, nothing, nothingHidden, selectionOf } from './view.ts'
import type {
  Camera,
  Compared,
  Focus,
  Hidden,
  KindChoice,
  LayoutChoice,
  MapCamera,
  Range,
  Selection,
  AmountChoice,
  TableChoice,
  TimeChoice,
  View,
} from './view.ts'

/** One value of one facet. */
export type FacetChoice =
  | { readonly facet: 'kinds'; readonly value: KindId }
  | { readonly facet: 'predicates'; readonly value: PredicateId }
  | { readonly facet: 'evidence'; readonly value: Evidence }

type Places = ReadonlyMap<EntityId, Point>

/** Every change that a reader can make to the view. */
export type Action =
  | { readonly type: 'select'; readonly selection: Selection }
  | { readonly type: 'back' }
  | { readonly type: 'forward' }
  | { readonly type: 'focus'; readonly focus: Focus | undefined }
  /** Only these nodes; undefined for all. */
  | {
      readonly type: 'narrow'
      readonly to: ReadonlySet<EntityId> | undefined
      /** Where a growing picture begins, and where its nodes stand as long as it is narrowed. */
      readonly grown?: { readonly from: EntityId; readonly places: Places }
    }
  /**
   * Other nodes in a narrowed picture, the new ones at these places; what was there stays where it
   * is, and so does the camera, which stands at `camera`.
   */
  | {
      readonly type: 'grow'
      readonly to: ReadonlySet<EntityId>
      readonly places: Places
      readonly camera: Camera | undefined
    }
  | { readonly type: 'ask'; readonly question: Question | undefined }
  | { readonly type: 'toggle'; readonly choice: FacetChoice }
  /** Hides all values of the facet but one; `all` are the facet's values. */
  | { readonly type: 'only'; readonly choice: FacetChoice; readonly all: readonly FacetChoice[] }
  /** Without filters, and without what narrows the picture: a focus or a choice of nodes. */
  | { readonly type: 'show-all' }
  | { readonly type: 'move'; readonly id: EntityId; readonly point: Point }
  | { readonly type: 'unpin'; readonly id: EntityId }
  /** Another layout, with every node where that has it. */
  | { readonly type: 'take-layout'; readonly layout: LayoutChoice }
  /** Where forces have moved nodes from wherever they were. */
  | { readonly type: 'lay-out'; readonly points: Places }
  | { readonly type: 'reset-layout' }
  | { readonly type: 'camera'; readonly camera: Camera | undefined }
  | { readonly type: 'map-camera'; readonly camera: MapCamera | undefined }
  | { readonly type: 'mode'; readonly mode: View['mode'] }
  /** Other kinds, which the colours tell. */
  | { readonly type: 'take-kinds'; readonly kinds: KindChoice }
  | { readonly type: 'size'; readonly size: AmountChoice }
  | { readonly type: 'colour'; readonly colour: AmountChoice }
  /** Only nodes with such an amount of what the sizes tell; undefined for all. */
  | { readonly type: 'range'; readonly range: Range | undefined }
  /** Only what is dated so; undefined for all. */
  | { readonly type: 'time'; readonly time: TimeChoice | undefined }
  | { readonly type: 'table'; readonly table: TableChoice }
  /** Lists of a source only what nothing cites, or all again. */
  | { readonly type: 'uncited-only'; readonly source: SourceId; readonly on: boolean }
  | { readonly type: 'compare'; readonly compared: Compared | undefined }
  /** Another draft, with what is `left` of choices about what it takes away. */
  | { readonly type: 'edit'; readonly draft: Draft; readonly left: Partial<View> }
  | { readonly type: 'write'; readonly notebook: Notebook }
  /** All but the draft and the notebook, which is only given the named sets that it lacks. */
  | { readonly type: 'restore'; readonly view: View }

/** The view after `action`; the same object where nothing changes. */
export function update(view: View, action: Action): View {
  const next = changed(view, action)
  return sameView(view, next) ? view : next
}

function changed(view: View, action: Action): View {
  switch (action.type) {
    case 'select':
      return select(view, action.selection)
    case 'back':
      return travel(view, -1)
    case 'forward':
      return travel(view, 1)
    case 'focus':
      return { ...view, focus: action.focus, camera: undefined }
    case 'narrow':
      return narrow(view, action.to, action.grown)
    case 'grow':
      return grow(view, action.to, action.places, action.camera)
    case 'ask':
      return { ...view, question: action.question }
    case 'toggle':
      return { ...view, hidden: toggle(view.hidden, action.choice) }
    case 'only':
      return { ...view, hidden: showOnly(view.hidden, action.choice, action.all) }
    case 'show-all':
      return showAll(view)
    case 'move':
      return { ...view, moved: withPinned(view.moved, action.id, action.point) }
    case 'unpin':
      return { ...view, moved: withoutPin(view.moved, action.id) }
    case 'take-layout':
      return takeLayout(view, action.layout)
    case 'lay-out': {
      const moved = laidOut(view.moved, action.points, view.only)
      // In a narrowed picture the nodes are guests, and the whole one stays as it is.
      const layout = view.only === undefined ? firstView.layout : view.layout
      return { ...view, layout, moved, camera: undefined }
    }
    case 'reset-layout':
      return { ...view, moved: guestsOf(view.moved), camera: undefined }
    case 'camera':
      return { ...view, camera: roundedCamera(action.camera) }
    case 'map-camera':
      return { ...view, mapCamera: action.camera && legalMapCamera(action.camera) }
    case 'mode':
      return { ...view, mode: action.mode }
    case 'take-kinds':
      return takeKinds(view, action.kinds)
    case 'size':
      return takeSize(view, action.size)
    case 'colour':
      return { ...view, colour: action.colour }
    case 'range':
      return { ...view, hidden: within(view.hidden, action.range) }
    case 'time':
      return { ...view, hidden: at(view.hidden, action.time) }
    case 'table':
      return {
        ...view,
        table: { ...action.table, filters: legalFilters(action.table.filters) },
      }
    case 'uncited-only': {
      const others = [...view.uncitedOnly].filter((source) => source !== action.source)
      return { ...view, uncitedOnly: new Set(action.on ? [...others, action.source] : others) }
    }
    case 'compare':
      return compare(view, action.compared)
    case 'edit':
      return { ...view, ...action.left, draft: action.draft }
    case 'write':
      return { ...view, notebook: action.notebook }
    case 'restore':
      return {
        ...action.view,
        draft: view.draft,
        notebook: withSetsOf(view.notebook, action.view.notebook),
      }
  }
}

/** A notebook with the named sets of another one that it lacks. */
export function withSetsOf(notebook: Notebook, other: Notebook): Notebook {
  const sets = withSets(notebook.sets, other.sets)
  return sets === notebook.sets ? notebook : { ...notebook, sets }
}

/** What only a version has that is compared no longer cannot be looked at. */
function compare(view: View, compared: Compared | undefined): View {
  const { trail } = view
  if (compared?.with === view.compared?.with) return { ...view, compared }
  const stays = (one: Selection): boolean => one.type !== 'gone' || one.from !== 'compared'
  const visited = trail.visited.map((each) => (stays(each) ? each : nothing))
  return { ...view, compared, trail: { ...trail, visited } }
}

/** The camera stays where all that is cleared are filters. */
function showAll(view: View): View {
  const shown = { ...view, hidden: nothingHidden }
  if (view.only === undefined && view.focus === undefined) return shown
  return narrow({ ...shown, focus: undefined }, undefined)
}

function narrow(
  view: View,
  to: View['only'],
  grown?: { readonly from: EntityId; readonly places: Places },
): View {
  const begun = grown !== undefined && to?.has(grown.from) === true
  return {
    ...view,
    only: to,
    grownFrom: begun ? grown.from : undefined,
    // A picture that grows is not the ego network that was looked at before.
    focus: begun ? undefined : view.focus,
    moved: withGuests(view.moved, to, grown?.places),
    camera: undefined,
  }
}

function grow(
  view: View,
  to: ReadonlySet<EntityId>,
  places: Places,
  camera: Camera | undefined,
): View {
  if (view.only === undefined) return view
  return {
    ...view,
    only: to,
    grownFrom: view.grownFrom !== undefined && to.has(view.grownFrom) ? view.grownFrom : undefined,
    moved: withGuests(view.moved, to, places),
    camera: roundedCamera(camera) ?? view.camera,
  }
}

/** Places by another layout would say nothing in this one. */
function takeLayout(view: View, layout: LayoutChoice): View {
  if (sameLayout(view.layout, layout)) return view
  return { ...view, layout, moved: firstView.moved, camera: undefined }
}

/** Kinds that were hidden or asked for are not there any more, whatever they are called. */
function takeKinds(view: View, kinds: KindChoice): View {
  const coloured = { ...view, colour: undefined }
  if (sameKinds(view.kinds, kinds)) return coloured
  const hidden = { ...view.hidden, kinds: nothingHidden.kinds }
  return { ...coloured, kinds, hidden, question: undefined }
}

/** A range of other amounts says nothing about these. */
function takeSize(view: View, size: AmountChoice): View {
  if (sameAmount(view.size, size)) return view
  return { ...view, size, hidden: within(view.hidden, undefined) }
}

function within({ range: _before, ...hidden }: Hidden, range: Range | undefined): Hidden {
  if (range === undefined || !Number.isFinite(range.min) || !Number.isFinite(range.max)) {
    return hidden
  }
  // Adding 0 makes 0 of -0, which a link could not tell apart.
  const [min, max] = [range.min + 0, range.max + 0]
  return { ...hidden, range: { min: Math.min(min, max), max: Math.max(min, max) } }
}

function at({ time: _before, ...hidden }: Hidden, time: TimeChoice | undefined): Hidden {
  if (time === undefined || Number.isNaN(time.from) || Number.isNaN(time.to)) return hidden
  const [from, to] = [wholeDay(time.from), wholeDay(time.to)]
  return {
    ...hidden,
    time: { from: Math.min(from, to), to: Math.max(from, to), hides: new Set(time.hides) },
  }
}

function wholeDay(day: number): number {
  return Math.round(Math.min(furthestDay, Math.max(-furthestDay, day))) + 0
}

function select(view: View, selection: Selection): View {
  if (sameSelection(selectionOf(view), selection)) return view
  const visited = [...view.trail.visited.slice(0, view.trail.at + 1), selection]
  return { ...view, trail: { visited, at: visited.length - 1 } }
}

function travel(view: View, by: 1 | -1): View {
  const at = view.trail.at + by
  if (view.trail.visited[at] === undefined) return view
  return { ...view, trail: { ...view.trail, at } }
}

function toggle(hidden: Hidden, choice: FacetChoice): Hidden {
  const values = hidden[choice.facet] as ReadonlySet<string>
  const next = new Set(values)
  if (!next.delete(choice.value)) next.add(choice.value)
  return { ...hidden, [choice.facet]: next }
}

/** Asked again of the only value shown, it shows all values of the facet. */
function showOnly(hidden: Hidden, choice: FacetChoice, all: readonly FacetChoice[]): Hidden {
  const others = all.map(({ value }) => value).filter((value) => value !== choice.value)
  const before: ReadonlySet<string> = hidden[choice.facet]
  const alone = !before.has(choice.value) && others.every((value) => before.has(value))
  return { ...hidden, [choice.facet]: new Set(alone ? [] : others) }
}

function roundedCamera(camera: Camera | undefined): Camera | undefined {
  if (camera === undefined || !isFinitePoint(camera) || Number.isNaN(camera.ratio)) return undefined
  const round = (value: number): number => rounded(value, 10_000)
  return { x: round(camera.x), y: round(camera.y), ratio: Math.max(0.0001, round(camera.ratio)) }
}
