import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Connector } from './connector.ts'
import type { Pathfinder } from './pathfinder.ts'
import type { Session } from './session.ts'

/** True for a statement that is about the selection: by its id, its subject and its entity, if any. */
export type IsSelected = (id: StatementId, subject: EntityId, object?: EntityId) => boolean

/** Where the selection and what is found for it are. */
export interface Selecting {
  readonly session: Session
  readonly pathfinder: Pathfinder
  readonly connector: Connector
}

/** The path or connection that is selected. */
export function broughtOut({
  pathfinder,
  connector,
}: Pick<Selecting, 'pathfinder' | 'connector'>): Connector['drawn'] {
  return computed(() => {
    const chosen = pathfinder.path.value
    if (chosen === undefined) return connector.drawn.value
    const { nodes } = chosen.path
    return {
      nodes,
      edges: chosen.told.map(({ id }) => id),
      ends: [...nodes.slice(0, 1), ...nodes.slice(-1)],
    }
  })
}

/** Which statements other views than the picture bring out. */
export function selectedStatements(selecting: Selecting): ReadonlySignal<IsSelected> {
  const brought = broughtOut(selecting)
  return computed((): IsSelected => {
    const selection = selecting.session.selection.value
    if (selection.type === 'edge') return (id) => id === selection.id
    if (selection.type === 'node')
      return (_id, subject, object) => subject === selection.id || object === selection.id
    const edges = new Set(brought.value?.edges)
    return (id) => edges.has(id)
  })
}
