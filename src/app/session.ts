import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Knowledge, Layout } from '../model/knowledge.ts'
import { buildGraph } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { facetsOf } from '../view/facets.ts'
import type { Facets } from '../view/facets.ts'
import { advance, redo, startHistory, undo } from '../view/history.ts'
import type { History } from '../view/history.ts'
import { buildSearch } from '../view/search.ts'
import type { Search } from '../view/search.ts'
import type { Action } from '../view/update.ts'
import { selectionOf } from '../view/view.ts'
import type { Selection, View } from '../view/view.ts'
import { visibleSet } from '../view/visible.ts'
import type { Visible } from '../view/visible.ts'
import type { Scheme } from '../display/palette.ts'
import { pictureOf } from '../display/picture-of.ts'
import type { Picture } from '../display/picture.ts'

/** `attached`: the action follows from the one before and is undone together with it. */
export type Dispatch = (action: Action, attached?: boolean) => void

/** One open graph: what it says, what the reader has chosen, and all that follows from both. */
export interface Session {
  readonly knowledge: Knowledge
  readonly graph: Graph
  readonly layout: Layout
  readonly search: Search
  readonly history: ReadonlySignal<History>
  readonly view: ReadonlySignal<View>
  readonly selection: ReadonlySignal<Selection>
  readonly visible: ReadonlySignal<Visible>
  readonly facets: ReadonlySignal<Facets>
  readonly picture: ReadonlySignal<Picture>
  readonly scheme: ReadonlySignal<Scheme>
  /** What the reader should know once: one plain sentence each. */
  readonly notices: Signal<readonly string[]>
  readonly dispatch: Dispatch
  readonly undo: () => void
  readonly redo: () => void
}

/** Opens a graph at the view `first`. */
export function createSession(
  knowledge: Knowledge,
  layout: Layout,
  first: View,
  scheme: ReadonlySignal<Scheme>,
): Session {
  const graph = buildGraph(knowledge)
  const history = signal(startHistory(first))
  const view = computed(() => history.value.present)
  // Only what the picture depends on: a moving camera must not lay the whole picture out anew.
  const hidden = computed(() => view.value.hidden)
  const focus = computed(() => view.value.focus)
  const moved = computed(() => view.value.moved)
  const visible = computed(() =>
    visibleSet(knowledge, graph, { ...view.peek(), hidden: hidden.value, focus: focus.value }),
  )
  let index: Search | undefined
  return {
    knowledge,
    graph,
    layout,
    search: (query, limit) => (index ??= buildSearch(knowledge))(query, limit),
    history,
    view,
    selection: computed(() => selectionOf(view.value)),
    visible,
    facets: computed(() => {
      const current = { ...view.peek(), hidden: hidden.value }
      return facetsOf(knowledge, current, visible.value)
    }),
    picture: computed(() =>
      pictureOf(knowledge, graph, layout, moved.value, visible.value, scheme.value),
    ),
    scheme,
    notices: signal([]),
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
}
