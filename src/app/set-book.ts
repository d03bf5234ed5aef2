import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { EntityId } from '../model/ids.ts'
import { setsIn, setsText, withName, withSet, withoutSet } from '../view/named-sets.ts'
import type { NamedSets } from '../view/named-sets.ts'
import type { Session } from './session.ts'

/** The reader's named sets of one graph. They are the reader's, not the view's: no link has them. */
export interface SetBook {
  /** With those of their nodes that the graph has. */
  readonly sets: ReadonlySignal<NamedSets>
  readonly add: (name: string, nodes: ReadonlySet<EntityId>) => void
  /** Gives the name that the set then has. */
  readonly rename: (from: string, to: string) => string
  readonly forget: (name: string) => void
  /** The name of the set that was forgotten last, until anything else is done. */
  readonly forgotten: ReadonlySignal<string | undefined>
  readonly putBack: () => void
  /** False where the browser keeps nothing: the sets then end with the visit. */
  readonly kept: ReadonlySignal<boolean>
}

/** The sets that `storage` has of the session's graph. */
export function createSetBook(
  { graph, name: { id } }: Pick<Session, 'graph' | 'name'>,
  storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => localStorage,
): SetBook {
  const key = `orrery:sets:${id}`
  const kept = signal(true)
  // Nodes that this version of the graph lacks are kept: another version may have them again.
  const all = signal(setsIn(read()))
  const before = signal<{ readonly name: string; readonly sets: NamedSets } | undefined>(undefined)
  function read(): string {
    try {
      return storage().getItem(key) ?? ''
    } catch {
      kept.value = false
      return ''
    }
  }
  const put = (sets: NamedSets): void => {
    all.value = sets
    before.value = undefined
    try {
      storage().setItem(key, setsText(sets))
    } catch {
      kept.value = false
    }
  }
  return {
    sets: computed(() => {
      const here = new Set(graph.nodes)
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
    forget: (name) => {
      const sets = all.peek()
      put(withoutSet(sets, name))
      before.value = { name, sets }
    },
    forgotten: computed(() => before.value?.name),
    putBack: () => {
      const { value } = before
      if (value !== undefined) put(value.sets)
    },
    kept,
  }
}
