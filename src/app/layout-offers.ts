import { nameOf } from '../display/appearance.ts'
import { mostConnected } from '../graph/graph.ts'
import type { EntityId, PredicateId } from '../model/ids.ts'
import type { Session } from './session.ts'

/** What the layouts that the reader can choose are about. */
export interface LayoutOffers {
  /**
   * The node to be in the middle: the one that is selected, else that of the present layout, else
   * the most connected.
   */
  readonly centre: { readonly id: EntityId; readonly name: string } | undefined
  /** Relations that join something, those with most edges first. */
  readonly relations: readonly {
    readonly id: PredicateId
    readonly label: string
    readonly count: number
  }[]
}

/** The layouts of a session's graph at its present view. */
export function layoutOffers({ graph, knowledge, view, selection }: Session): LayoutOffers {
  const { layout } = view.value
  const selected = selection.value
  const id =
    selected.type === 'node'
      ? selected.id
      : layout.by === 'radial'
        ? layout.centre
        : mostConnected(graph, 1)[0]
  const entity = id === undefined ? undefined : knowledge.entities.get(id)
  const counts = new Map<PredicateId, number>()
  for (let place = 0; place < graph.edges.size; place += 1) {
    const { predicate } = graph.gistAt(place)
    counts.set(predicate, (counts.get(predicate) ?? 0) + 1)
  }
  return {
    centre: entity === undefined ? undefined : { id: entity.id, name: nameOf(entity) },
    relations: [...counts]
      .map(([predicate, count]) => ({
        id: predicate,
        label: knowledge.predicates.get(predicate)?.label ?? predicate,
        count,
      }))
      .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
  }
}

/** What places tell at the present view, in a sentence or two. */
export function layoutWords({ knowledge, view, arrangement }: Session): string {
  const { layout } = view.value
  const unsaid = arrangement.shown.value?.unsaid ?? 0
  const below = (words: string): string =>
    unsaid === 0 ? '' : ` ${unsaid} ${words}, and ${unsaid === 1 ? 'stands' : 'stand'} below.`
  switch (layout.by) {
    case 'force':
      return 'What is connected is near to each other.'
    case 'kind':
      return 'Every kind has a circle of its own.'
    case 'radial': {
      const centre = knowledge.entities.get(layout.centre)
      const name = centre === undefined ? layout.centre : nameOf(centre)
      const reach = unsaid === 1 ? 'node is out of reach' : 'nodes are out of reach'
      return `Rings tell how many steps it is to ${name}.${below(reach)}`
    }
    case 'hierarchy': {
      const label = knowledge.predicates.get(layout.predicate)?.label ?? layout.predicate
      const without = unsaid === 1 ? 'node is without it' : 'nodes are without it'
      return `“${label}” leads ${layout.turned ? 'upwards' : 'downwards'}.${below(without)}`
    }
  }
}
