import { computed, effect, signal, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Graph } from '../graph/graph.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Arrange, Arrangement, OtherLayout } from './arrangement.ts'
import { sameLayout } from '../view/same-view.ts'
import type { LayoutChoice } from '../view/view.ts'

/** The layouts beside that of the opening, computed when the view first asks for them. */
export interface LateArrangement {
  /**
   * The one of the view, or undefined for the layout of the opening. While it is not known, the
   * picture stays as it is.
   */
  readonly shown: ReadonlySignal<Arrangement | undefined>
  readonly running: ReadonlySignal<boolean>
  /** Computes a layout and says when it is known, unless something else is wanted meanwhile. */
  readonly prepare: (choice: LayoutChoice, then: () => void) => void
  readonly stop: () => void
  /** Ends the computing of a layout that the view has not taken yet; false where none is. */
  readonly abandon: () => boolean
  /** Resolves when nothing is being computed. */
  readonly ready: () => Promise<void>
}

interface Needs {
  readonly choice: ReadonlySignal<LayoutChoice>
  /** With the kinds of the view. */
  readonly knowledge: ReadonlySignal<Knowledge>
  readonly graph: ReadonlySignal<Graph>
  readonly failed: () => void
}

/** So many are kept, for undo and redo. */
const mostKept = 6

/** The layouts of a graph that the view asks for; computed anew when the graph or its kinds change. */
export function lateArrangement(
  { choice, knowledge, graph, failed }: Needs,
  load: () => Promise<Arrange> = async () => (await import('./arranging.ts')).arrange,
): LateArrangement {
  const kept = signal<readonly Arrangement[]>([])
  const run = signal<{ stop: () => void } | undefined>(undefined)
  const known = (wanted: LayoutChoice): Arrangement | undefined =>
    kept.value.find(
      (each) =>
        sameLayout(each.choice, wanted) &&
        each.graph === graph.value &&
        (wanted.by !== 'kind' || each.knowledge === knowledge.value),
    )
  const stop = (): void => {
    run.peek()?.stop()
    run.value = undefined
  }
  const begin = (wanted: OtherLayout, then: () => void): void => {
    stop()
    let end: (() => void) | undefined
    const own = { stop: () => end?.() }
    run.value = own
    const order = { choice: wanted, knowledge: knowledge.peek(), graph: graph.peek() }
    const finish = (made: Arrangement | undefined): void => {
      if (run.peek() !== own) return
      run.value = undefined
      if (made === undefined) return failed()
      kept.value = [made, ...kept.peek()].slice(0, mostKept)
      then()
    }
    load()
      .then((arrange) => {
        if (run.peek() === own) end = arrange(order, finish)
      })
      .catch(() => finish(undefined))
  }
  effect(() => {
    const wanted = choice.value
    if (wanted.by === 'force' || known(wanted) !== undefined) return
    untracked(() => begin(wanted, () => undefined))
  })
  let latest: Arrangement | undefined
  return {
    shown: computed(() => {
      const wanted = choice.value
      latest = wanted.by === 'force' ? undefined : (known(wanted) ?? latest)
      return latest
    }),
    running: computed(() => run.value !== undefined),
    prepare: (wanted, then) => {
      if (wanted.by !== 'force' && known(wanted) === undefined) return begin(wanted, then)
      stop()
      then()
    },
    stop,
    abandon: () => {
      const ofTheView = choice.peek()
      const isOwed = ofTheView.by !== 'force' && known(ofTheView) === undefined
      if (run.peek() === undefined || isOwed) return false
      stop()
      return true
    },
    ready: () =>
      new Promise((resolve) => {
        const leave = effect(() => {
          if (run.value !== undefined) return
          resolve()
          queueMicrotask(() => leave())
        })
      }),
  }
}
