import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { EntityId } from '../model/ids.ts'
import { withName, withSet, withoutSet } from '../model/named-sets.ts'
import type { NamedSets } from '../model/named-sets.ts'
import type { Session } from './session.ts'

/** The reader's named sets of one graph. Every change of them is a step that can be undone. */
export interface SetBook {
  /** With those of their nodes that the graph has. */
  readonly sets: ReadonlySignal<NamedSets>
  readonly add: (name: string, nodes: ReadonlySet<EntityId>) => void
  /** Gives the name that the set then has. */
  readonly rename: (from: string, to: string) => string
  readonly forget: (name: string) => void
}

/** The sets of the session's notebook. */
export function createSetBook(session: Session): SetBook {
  const all = computed(() => session.view.value.notebook.sets)
  const put = (sets: NamedSets): void => {
    const { notebook } = session.view.peek()
    session.dispatch({ type: 'write', notebook: { ...notebook, sets } })
  }
  return {
    sets: computed(() => {
      const here = new Set(session.graph.nodes)
      return new Map(
        [...all.value].map(([name, nodes]) => [
          name,
          new Set([...nodes].filter((node) => here.has(node))),
        ]),
      )
    }),
    add: (name, nodes) => put(withSet(all.peek(), name, nodes)),
    rename: (from, to) => {
      const place = [...all.peek().keys()].indexOf(from)
      put(withName(all.peek(), from, to))
      return [...all.peek().keys()][place] ?? from
    },
    forget: (name) => put(withoutSet(all.peek(), name)),
  }
}
