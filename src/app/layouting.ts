import { batch, computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { EntityId } from '../model/ids.ts'
import type { Layout, Point } from '../model/knowledge.ts'
import type { LayoutInput } from '../layout/layout-input.ts'
import type { LiveLayout } from '../workers/live-layout.ts'
import type { LayoutChoice } from '../view/view.ts'
import { layoutFailed } from './session.ts'
import type { Session } from './session.ts'

/** Laying out in the page: another layout, or forces that move the nodes from where they are. */
export interface Layouting {
  /** True while forces move them. */
  readonly running: ReadonlySignal<boolean>
  /** Whether the ways to lay out are on offer. */
  readonly open: Signal<boolean>
  /** Takes another layout as soon as it is known. */
  readonly take: (layout: LayoutChoice) => void
  /** Positions on the way; undefined while no forces move them. */
  readonly frame: ReadonlySignal<Layout | undefined>
  /** Lets forces move the nodes until they settle. */
  readonly start: () => void
  /** Stops; what forces have moved stays where it is now, and that is undone like any other step. */
  readonly stop: () => void
  /**
   * Ends what is under way without a trace: a layout that was asked for, or forces, whose nodes go
   * back to where they were. False where nothing is.
   */
  readonly abandon: () => boolean
  /** A node that is dragged while the layout runs. */
  readonly hold: (id: EntityId, point: Point) => void
}

/** A layout that does not run yet; `still` shows only its end. */
export function createLayouting(session: Session, still: ReadonlySignal<boolean>): Layouting {
  const frame = signal<Layout | undefined>(undefined)
  const run = signal<Pick<LiveLayout, 'stop' | 'pin'> | undefined>(undefined)
  let ids: readonly EntityId[] = []
  let latest: Layout | undefined

  const finish = (points: Layout | undefined): void => {
    batch(() => {
      run.value = undefined
      if (points !== undefined) session.dispatch({ type: 'lay-out', points })
      frame.value = undefined
    })
    latest = undefined
  }
  const inputNow = (): LayoutInput => {
    const { nodes, edges } = session.picture.peek()
    const { moved } = session.view.peek()
    ids = nodes.map(({ id }) => id)
    const index = new Map(ids.map((id, position) => [id, position]))
    return {
      nodes: nodes.map(({ id, x, y, size }) => ({
        id,
        x,
        y,
        size,
        fixed: moved.get(id)?.pinned === true,
      })),
      edges: edges.map(({ source, target }) => ({
        source: index.get(source) ?? 0,
        target: index.get(target) ?? 0,
      })),
    }
  }
  const stop = (): void => {
    session.arrangement.stop()
    if (run.peek() === undefined) return
    run.peek()?.stop()
    finish(latest)
  }
  return {
    running: computed(() => run.value !== undefined),
    open: signal(false),
    frame,
    take: (layout) => {
      stop()
      session.arrangement.prepare(layout, () => session.dispatch({ type: 'take-layout', layout }))
    },
    start: () => {
      if (run.peek() !== undefined) return
      session.arrangement.stop()
      let live: LiveLayout | undefined
      const own: NonNullable<typeof run.value> = {
        stop: () => live?.stop(),
        pin: (index, point) => live?.pin(index, point),
      }
      run.value = own
      const fail = (): void => {
        session.notices.value = [layoutFailed]
        finish(undefined)
      }
      void import('../workers/live-layout.ts').then(({ startLayout }) => {
        // Stopped before it was loaded.
        if (run.peek() !== own) return
        live = startLayout(
          inputNow(),
          ({ positions }) => {
            latest = pointsOf(ids, positions)
            if (!still.peek()) frame.value = latest
          },
          (positions) => (positions === undefined ? fail() : finish(pointsOf(ids, positions))),
        )
      }, fail)
    },
    stop,
    abandon: () => {
      if (run.peek() === undefined) return session.arrangement.abandon()
      run.peek()?.stop()
      finish(undefined)
      return true
    },
    hold: (id, point) => {
      const index = ids.indexOf(id)
      // A node that a filter hid when the layout began takes no part in it.
      if (index !== -1) run.peek()?.pin(index, point)
    },
  }
}

function pointsOf(ids: readonly EntityId[], positions: Float32Array): Layout {
  return new Map(
    ids.map((id, index) => [
      id,
      { x: positions[index * 2] ?? 0, y: positions[index * 2 + 1] ?? 0 },
    ]),
  )
}
