import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Connection } from '../graph/connecting.ts'
import { edgesAt } from '../graph/graph.ts'
import type { Edge } from '../graph/graph.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { ConnectionSelection } from '../view/view.ts'
import { begun } from './begun.ts'
import type { Session } from './session.ts'

/** What connects the seeds that are selected, and the question for another one. */
export interface Connector {
  /** The seeds to which another is asked for; undefined while nothing is asked. */
  readonly asking: Signal<readonly EntityId[] | undefined>
  readonly answer: (seed: EntityId) => void
  /** Undefined while no seeds are selected, or while their connection is not known. */
  readonly found: ReadonlySignal<Connection | undefined>
  /** What of it the picture brings out. */
  readonly drawn: ReadonlySignal<
    | {
        readonly nodes: readonly EntityId[]
        readonly edges: readonly StatementId[]
        /** The seeds. */
        readonly ends: readonly EntityId[]
      }
    | undefined
  >
}

/** So many shared neighbours are drawn at most. */
const mostDrawn = 12

/** A connector; what computes is loaded with the first connection. */
export function createConnector(session: Session): Connector {
  const asking = signal<readonly EntityId[] | undefined>(undefined)
  const found = signal<Connection | undefined>(undefined)
  const best = signal<((edges: readonly Edge[]) => Edge) | undefined>(undefined)
  let wanted: ConnectionSelection | undefined
  effect(() => {
    const selection = session.selection.value
    wanted = selection.type === 'connection' ? selection : undefined
    if (wanted === undefined) {
      found.value = undefined
      return
    }
    const asked = wanted
    const { graph } = session
    void Promise.all([
      import('./compact.ts').then(({ readyCompact }) => readyCompact(graph)),
      import('../graph/connecting.ts'),
      import('../display/path-prose.ts'),
    ]).then(async ([compact, { connectingSteps }, { bestSupported }]) => {
      const isWanted = (): boolean => asked === wanted
      const connection = await begun(connectingSteps(compact, asked.seeds), isWanted)
      if (connection === undefined || !isWanted()) return
      best.value = bestSupported
      found.value = connection
    })
  })
  return {
    asking,
    answer: (seed) => {
      const seeds = [...new Set([...(asking.peek() ?? []), seed])]
      asking.value = undefined
      if (seeds.length > 1)
        session.dispatch({ type: 'select', selection: { type: 'connection', seeds } })
    },
    found,
    drawn: computed(() => {
      const [connection, bestOf] = [found.value, best.value]
      if (connection === undefined || bestOf === undefined) return undefined
      const shared = connection.shared.slice(0, mostDrawn)
      const ties = shared.flatMap(({ node, by }) =>
        by.flatMap((seed) => {
          const edges = edgesAt(session.graph, seed).filter(
            ({ source, target }) => source === node || target === node,
          )
          return edges.length === 0 ? [] : [bestOf(edges).id]
        }),
      )
      const steps = connection.tree.map(({ edges }) => bestOf(edges).id)
      const nodes = connection.tree.flatMap(({ from, to }) => [from, to])
      return {
        nodes: [...new Set([...connection.seeds, ...nodes, ...shared.map(({ node }) => node)])],
        edges: [...new Set([...steps, ...ties])],
        ends: connection.seeds,
      }
    }),
  }
}
