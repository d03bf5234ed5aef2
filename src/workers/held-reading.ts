import { chosenPart, partOffer } from '../graph/part-choice.ts'
import type { OpenedPart, PartChoice } from '../graph/part-choice.ts'
import { widestNeighbourhood } from '../graph/part.ts'
import type { GraphSize } from '../graph/part.ts'
import type { Skeleton } from '../graph/skeleton.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { findByName } from '../view/find-by-name.ts'
import type { FoundPart, ReadingAnswer } from './reading-messages.ts'

/** A graph that is too large to be shown, read and waiting for the choice of a part. */
export interface HeldReading {
  /** Says how large it is, and which parts fit. */
  readonly offer: () => void
  /** Says which nodes are called so, and how far their neighbourhoods go. */
  readonly find: (query: string) => void
  /** Ends with the part that was chosen; says once more what fits where that one does not. */
  readonly open: (choice: PartChoice) => void | Promise<void>
}

const mostFound = 6

/** What is held back. */
export interface HeldGraph {
  readonly size: GraphSize
  readonly skeleton: () => Skeleton
  /** What its nodes are called, and their kinds. */
  readonly names: () => Pick<Knowledge, 'entities' | 'kinds'>
  /** Opens all of it, or a part. */
  readonly open: (part?: ChosenPart) => void | Promise<void>
}

export interface ChosenPart {
  /** 1 by the places of the skeleton for each node of the part. */
  readonly holds: Uint8Array
  readonly opened: OpenedPart
}

/** Holds a graph back that is over the limit. */
export function holdReading(
  held: HeldGraph,
  limit: GraphSize,
  post: (answer: ReadingAnswer) => void,
): HeldReading {
  const [graph, names] = [held.skeleton(), held.names()]
  const places = new Map(graph.ids.map((id, place) => [id, place]))
  let finder: ReturnType<typeof findByName> | undefined
  const nameOf = (id: EntityId): string => names.entities.get(id)?.label ?? id
  const degreeAt = (place: number): number =>
    (graph.both.starts[place + 1] ?? 0) - (graph.both.starts[place] ?? 0)
  const foundPart = (id: EntityId): FoundPart => {
    const around = widestNeighbourhood(graph, places.get(id) ?? 0, limit)
    const kind = names.entities.get(id)?.kind
    const kindLabel = kind === undefined ? undefined : names.kinds.get(kind)?.label
    return {
      id,
      name: nameOf(id),
      ...(kindLabel === undefined ? {} : { kind: kindLabel }),
      ...(around === undefined ? {} : { around: { steps: around.steps, size: around.size } }),
    }
  }
  const offer = (): void => post({ type: 'too-large', offer: partOffer(graph, limit) })
  return {
    offer,
    find: (query) => {
      finder ??= findByName(names, degreeAt)
      post({ type: 'found', query, found: finder(query, mostFound).map(foundPart) })
    },
    open: (choice) => {
      if (choice.type === 'whole') return held.open()
      const chosen = chosenPart(graph, choice, limit)
      if (chosen === undefined) return offer()
      const { kind, part } = chosen
      const name = kind.type === 'neighbourhood' ? nameOf(kind.id) : undefined
      return held.open({
        holds: part.holds,
        opened: {
          kind,
          ...(name === undefined ? {} : { name }),
          of: { nodes: graph.nodeCount, edges: graph.edgeCount },
        },
      })
    },
  }
}
