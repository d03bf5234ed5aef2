import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { EntityId } from '../model/ids.ts'
import type { Column, Knowledge, Layout } from '../model/knowledge.ts'
import { emptyNotebook } from '../model/notebook.ts'
import type { Notebook } from '../model/notebook.ts'
import { RecordMap } from '../model/record-map.ts'
import { paced } from '../model/steps.ts'
import type { Draft } from '../model/draft.ts'
import { graphSteps } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { facetSteps } from '../view/facets.ts'
import type { Facets } from '../view/facets.ts'
import { advance, redo, startHistory, undo } from '../view/history.ts'
import type { History } from '../view/history.ts'
import { lateConflicts } from './late-conflicts.ts'
import { lateArrangement } from './late-arrangement.ts'
import type { LateArrangement } from './late-arrangement.ts'
import { lateStructure } from './structure-late.ts'
import type { LateStructure, LoadStructure } from './structure-late.ts'
import { lateSearch } from './late-search.ts'
import type { LateSearch } from './late-search.ts'
import type { Passages } from './passages.ts'
import type { Bygone } from './bygone.ts'
import type { Comparison } from './comparison.ts'
import { stepwise } from './stepwise.ts'
import { lateTimeline } from './late-timeline.ts'
import type { LateTimeline } from './late-timeline.ts'
import type { Action } from '../view/update.ts'
import type { GraphName } from '../view/url.ts'
import { sameButCameras } from '../view/same-view.ts'
import { firstView, nothing, selectionOf } from '../view/view.ts'
import type { KindChoice, Selection, View } from '../view/view.ts'
import { visibleSteps } from '../view/visible.ts'
import type { Visible } from '../view/visible.ts'
import type { Scheme } from '../display/palette.ts'
import { noMarks } from '../display/marks.ts'
import type { Marks } from '../display/marks.ts'
import { edgeSteps, nodeSteps, shownEdgeSteps, shownNodeSteps } from '../display/picture-of.ts'
import type { Picture } from '../display/picture.ts'

/** `attached`: the action follows from the one before and is undone together with it. */
export type Dispatch = (action: Action, attached?: boolean) => void

/** One plain sentence, perhaps with something to do about it. */
export type Notice =
  string | { readonly text: string; readonly action: string; readonly act: () => void }

/** Where the kinds of a graph can come from. */
export interface Kinding {
  /** The columns that can give them, the best first; none where the dataset says its kinds itself. */
  readonly columns: readonly Column[]
  /** What stands for `from: 'opening'`. */
  readonly opening: Exclude<KindChoice, { readonly from: 'opening' }> | undefined
  /** Knowledge, edited or not, with the kinds that were chosen. */
  readonly knowledgeWith: (choice: KindChoice, knowledge: Knowledge) => Knowledge
  /** The title of the column that gives the kinds; undefined where none does. */
  readonly titleOf?: (choice: KindChoice) => string | undefined
}

/** A graph as it was read, before anything is chosen. */
export interface OpenGraph {
  /** Whether a dataset or a file of the reader's: how links name it. */
  readonly name: GraphName
  readonly knowledge: Knowledge
  readonly layout: Layout
  readonly kinding: Kinding
  /** What its file has of a reader's notebook. */
  readonly notebook: Notebook
  /** True where columns of its file hold the coordinates of entities. */
  readonly placedByColumns?: boolean
  /** True where the build has looked for conflicts, which it refuses. */
  readonly checked?: true
  /** The tour that the site has of it, and where it lies. */
  readonly tour?: { readonly title: string; readonly address: string }
  /** The texts of its sources, where the site has them. */
  readonly passages?: Passages
}

/** What is loaded before there is anything in a draft. */
export interface Drafting {
  /** The graph that was opened with a draft applied; the very same where the draft is empty. */
  readonly apply: (opened: OpenGraph, draft: Draft) => Pick<OpenGraph, 'knowledge' | 'layout'>
  readonly marks: (draft: Draft, opened: Knowledge) => Omit<Marks, 'notes'>
  readonly ghosts: (session: Session) => Bygone
}

/** One open graph: what it says, what the reader has chosen, and all that follows from both. */
export interface Session {
  readonly name: GraphName
  readonly kinding: Kinding
  /** Before any draft. */
  readonly opened: OpenGraph
  /** With the draft applied and the kinds as they were read: what data formats export. */
  readonly content: Knowledge
  /** With the kinds of the present view, and conflicts; reading it in an effect follows them. */
  readonly knowledge: Knowledge
  readonly graph: Graph
  /** Where nodes are that nothing has moved: by the layout of the view. */
  readonly layout: Layout
  /** The graph's own places, whichever layout the view has. */
  readonly ownLayout: Layout
  readonly arrangement: LateArrangement
  readonly passages: Passages | undefined
  /** True where an entity has coordinates. */
  readonly hasPlaces: boolean
  readonly search: LateSearch
  /** What sizes and groups tell, and the figures of the whole graph. */
  readonly structure: LateStructure
  /** What has which dates, and what the view's time lets through. */
  readonly timeline: LateTimeline
  readonly history: ReadonlySignal<History>
  readonly view: ReadonlySignal<View>
  /** The view, and the same one while only its cameras move: for what that would draw in vain. */
  readonly choices: ReadonlySignal<Omit<View, 'camera' | 'mapCamera'>>
  readonly selection: ReadonlySignal<Selection>
  readonly visible: ReadonlySignal<Visible>
  readonly facets: ReadonlySignal<Facets>
  readonly picture: ReadonlySignal<Picture>
  /** Works out what the first picture and its legend show, with `pace` awaited between pieces. */
  readonly prepare: (pace: () => Promise<void>) => Promise<void>
  /** Gets ready for questions about single records. */
  readonly noteIds: (pace: () => Promise<void>) => Promise<void>
  /** What stands beside the graph; undefined where nothing does, or while it is not here yet. */
  readonly comparison: ReadonlySignal<Comparison | undefined>
  /** What is gone since the version that is compared, or by the draft, once that is here. */
  readonly bygone: (from: Bygone['from']) => Bygone | undefined
  /** The ghosts that the picture has: those of the comparison, else those of the draft, if any. */
  readonly ghosts: ReadonlySignal<Bygone | undefined>
  /** Other versions that are here, by what the view calls them; each compares itself. */
  readonly versions: Signal<ReadonlyMap<string, () => Comparison>>
  readonly scheme: ReadonlySignal<Scheme>
  /** What the reader should know once: one plain sentence each. */
  readonly notices: Signal<readonly Notice[]>
  readonly dispatch: Dispatch
  readonly drafting: Signal<Drafting | undefined>
  readonly undo: () => void
  readonly redo: () => void
}

export const layoutFailed = 'The layout stopped: its worker could not run in this browser.'

/** A graph whose kinds are its own. */
export function withOwnKinds(knowledge: Knowledge, layout: Layout): OpenGraph {
  const kinding = { columns: [], opening: undefined, knowledgeWith: asItIs }
  return { name: knowledge.dataset, knowledge, layout, kinding, notebook: emptyNotebook }
}

const asItIs: Kinding['knowledgeWith'] = (_choice, knowledge) => knowledge

/** Opens a graph at the view `first`; with `loadedDrafting` where that view has a draft. */
export function createSession(
  opened: OpenGraph,
  first: View,
  scheme: ReadonlySignal<Scheme>,
  loadedDrafting?: Drafting,
  loadStructure?: LoadStructure,
): Session {
  const { name, kinding, passages } = opened
  const history = signal(startHistory(first))
  const view = computed(() => history.value.present)
  let chosen = first
  const choices = computed(() => {
    if (!sameButCameras(chosen, view.value)) chosen = view.value
    return chosen
  })
  const draft = computed(() => view.value.draft)
  const drafting = signal(loadedDrafting)
  const edited = computed(() => drafting.value?.apply(opened, draft.value) ?? opened)
  const content = computed(() => edited.value.knowledge)
  const checked = opened.checked === true ? opened.knowledge : undefined
  const { told, ready } = lateConflicts(content, checked)
  const builtGraph = stepwise(() => [told.value], graphSteps)
  const graph = builtGraph.result
  const notebook = computed(() => view.value.notebook)
  const marks = computed(() => ({
    ...(drafting.value?.marks(draft.value, opened.knowledge) ?? noMarks),
    notes: notebook.value,
  }))
  // Only what the picture depends on: a moving camera must not lay the whole picture out anew.
  const hidden = computed(() => view.value.hidden)
  const focus = computed(() => view.value.focus)
  const only = computed(() => view.value.only)
  const moved = computed(() => view.value.moved)
  const kinds = computed(() => view.value.kinds)
  const size = computed(() => view.value.size)
  const colour = computed(() => view.value.colour)
  const time = computed(() => hidden.value.time)
  const comparedWith = computed(() => view.value.compared?.with)
  const versions = signal<ReadonlyMap<string, () => Comparison>>(new Map())
  const timeline = lateTimeline(content, time)
  const structure = lateStructure({ knowledge: told, graph, size, kinds, colour }, loadStructure)
  // Until groups are known the kinds stay those of the opening.
  const knowledge = computed(() =>
    kinds.value.from === 'metric'
      ? (structure.grouped.value ?? kinding.knowledgeWith(firstView.kinds, told.value))
      : kinding.knowledgeWith(kinds.value, told.value),
  )
  const notices = signal<readonly Notice[]>([])
  const arrangement = lateArrangement({
    choice: computed(() => view.value.layout),
    knowledge,
    graph,
    failed: () => {
      notices.value = [layoutFailed]
    },
  })
  const { shown: arranged } = arrangement
  const layout = computed(() => arranged.value?.layout ?? edited.value.layout)
  const visible = stepwise(
    () => [
      knowledge.value,
      graph.value,
      { hidden: hidden.value, focus: focus.value, only: only.value },
      hidden.value.range === undefined ? undefined : structure.amountOf.value,
      timeline.times.value,
    ],
    visibleSteps,
  )
  const facets = stepwise(
    () => [knowledge.value, graph.value, { hidden: hidden.value }, visible.result.value],
    facetSteps,
  )
  const placedNodes = stepwise(
    () => [
      knowledge.value,
      graph.value,
      layout.value,
      moved.value,
      scheme.value,
      structure.sizeOf.value,
      marks.value,
      structure.colourOf.value,
    ],
    nodeSteps,
  )
  // The same list while the same nodes have a place, so that a move does not make the edges anew.
  let placed: readonly EntityId[] = []
  const stillPlaced = computed(() => {
    const next = placedNodes.result.value.placed
    if (next.length !== placed.length || next.some((id, at) => id !== placed[at])) placed = next
    return placed
  })
  const placedEdges = stepwise(
    () => [knowledge.value, graph.value, stillPlaced.value, scheme.value, marks.value],
    edgeSteps,
  )
  const nodes = stepwise(() => [placedNodes.result.value, visible.result.value], shownNodeSteps)
  const edges = stepwise(() => [placedEdges.result.value, visible.result.value], shownEdgeSteps)
  const comparison = computed(() => versions.value.get(comparedWith.value ?? '')?.())
  const taken = computed(() => drafting.value?.ghosts(session))
  const bygone: Session['bygone'] = (from) => (from === 'draft' ? taken : comparison).value
  const session: Session = {
    name,
    kinding,
    opened,
    get content() {
      return content.value
    },
    get knowledge() {
      return knowledge.value
    },
    get graph() {
      return graph.value
    },
    get layout() {
      return layout.value
    },
    get ownLayout() {
      return edited.value.layout
    },
    arrangement,
    passages,
    hasPlaces:
      opened.placedByColumns === true ||
      [...opened.knowledge.entities.values()].some(({ place }) => place !== undefined),
    search: lateSearch(content),
    structure,
    timeline,
    history,
    view,
    choices,
    selection: computed(() => {
      const selection = selectionOf(choices.value)
      if (selection.type !== 'gone') return selection
      // Perhaps it is back, or the version has not come yet.
      return bygone(selection.from)?.leadsTo(selection) ?? nothing
    }),
    visible: visible.result,
    facets: facets.result,
    picture: computed(() => {
      const picture = { ...nodes.result.value, edges: edges.result.value }
      return arranged.value?.dressed(picture, scheme.value) ?? picture
    }),
    prepare: async (pace) => {
      // Found later, conflicts would have it all made anew in one piece.
      await ready()
      const parts = [builtGraph, visible, placedNodes, placedEdges, nodes, edges, facets]
      for (const part of parts) await part.prepare(pace)
    },
    noteIds: async (pace) => {
      const { statements } = content.peek()
      for (const records of [graph.peek().edges, statements]) {
        if (records instanceof RecordMap) await paced(records.noteSteps(), pace)
      }
    },
    comparison,
    bygone,
    ghosts: computed(() => comparison.value ?? (taken.value?.isEmpty ? undefined : taken.value)),
    versions,
    scheme,
    notices,
    drafting,
    dispatch: (action, attached) => {
      history.value = advance(history.value, action, attached)
    },
    undo: () => {
      history.value = undo(history.value)
    },
    redo: () => {
      history.value = redo(history.value)
    },
  }
  return session
}
