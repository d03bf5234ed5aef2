import { batch, computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { EntityId } from '../model/ids.ts'
import type { Layout, Point } from '../model/knowledge.ts'
import { startLayout } from '../workers/live-layout.ts'
import type { LiveLayout } from '../workers/live-layout.ts'
import type { Session } from './session.ts'

/** The force layout running in the page: calm, from where the nodes are, until they settle. */
export interface Layouting {
  readonly running: ReadonlySignal<boolean>
  /** Positions on the way; undefined while nothing runs. */
  readonly frame: ReadonlySignal<Layout | undefined>
  readonly start: () => void
  /** Stops where the nodes are now; that is undone like any other step. */
  readonly stop: () => void
  /** A node that is dragged while the layout runs. */
  readonly hold: (id: EntityId, point: Point) => void
}

/** A layout that does not run yet; `still` shows only its end. */
export function createLayouting(session: Session, still: ReadonlySignal<boolean>): Layouting {
  const frame = signal<Layout | undefined>(undefined)
  const run = signal<LiveLayout | undefined>(undefined)
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
  return {
    running: computed(() => run.value !== undefined),
    frame,
    start: () => {
      if (run.peek() !== undefined) return
      const { nodes, edges } = session.picture.peek()
      const { moved } = session.view.peek()
      ids = nodes.map(({ id }) => id)
      const index = new Map(ids.map((id, position) => [id, position]))
      const input = {
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
      run.value = startLayout(
        input,
        ({ positions }) => {
          latest = pointsOf(ids, positions)
          if (!still.peek()) frame.value = latest
        },
        (positions) => {
          if (positions === undefined) {
            session.notices.value = [
              'The layout stopped: its worker could not run in this browser.',
            ]
          }
          finish(positions === undefined ? undefined : pointsOf(ids, positions))
        },
      )
    },
    stop: () => {
      run.peek()?.stop()
      finish(latest)
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
