import { chosenPart, partOffer } from '../graph/part-choice.ts'
import type { OpenedPart, PartChoice } from '../graph/part-choice.ts'
import { widestNeighbourhood } from '../graph/part.ts'
import type { GraphSize } from '../graph/part.ts'
import { skeletonOf } from '../graph/skeleton.ts'
import type { EntityId } from '../model/ids.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { laidOutPart } from '../model/knowledge-part.ts'
import { findByName } from '../view/find-by-name.ts'
import type { FoundPart, ReadingAnswer } from './reading-messages.ts'

/** A graph that is too large to be shown, read and waiting for the choice of a part. */
export interface HeldReading {
  /** Says how large it is, and which parts fit. */
  readonly offer: () => void
  /** Says which nodes are called so, and how far their neighbourhoods go. */
  readonly find: (query: string) => void
  /** Ends with the part that was chosen; says once more what fits where that one does not. */
  readonly open: (choice: PartChoice) => void
}

const mostFound = 6

/** Holds back what was read; `finish` gets what is opened in the end. */
export function holdReading(
  content: LaidOut,
  limit: GraphSize,
  post: (answer: ReadingAnswer) => void,
  finish: (content: LaidOut, part: OpenedPart | undefined) => void,
): HeldReading {
  const { knowledge } = content
  const graph = skeletonOf(knowledge)
  const places = new Map(graph.ids.map((id, place) => [id, place]))
  let finder: ReturnType<typeof findByName> | undefined
  const nameOf = (id: EntityId): string => knowledge.entities.get(id)?.label ?? id
  const degreeAt = (place: number): number =>
    (graph.both.starts[place + 1] ?? 0) - (graph.both.starts[place] ?? 0)
  const foundPart = (id: EntityId): FoundPart => {
    const around = widestNeighbourhood(graph, places.get(id) ?? 0, limit)
    const kind = knowledge.entities.get(id)?.kind
    const kindLabel = kind === undefined ? undefined : knowledge.kinds.get(kind)?.label
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
      finder ??= findByName(knowledge, degreeAt)
      post({ type: 'found', query, found: finder(query, mostFound).map(foundPart) })
    },
    open: (choice) => {
      if (choice.type === 'whole') return finish(content, undefined)
      const chosen = chosenPart(graph, choice, limit)
      if (chosen === undefined) return offer()
      const { kind, part } = chosen
      const holds = (id: EntityId): boolean => part.holds[places.get(id) ?? -1] === 1
      const name = kind.type === 'neighbourhood' ? nameOf(kind.id) : undefined
      finish(laidOutPart(content, holds), {
        kind,
        ...(name === undefined ? {} : { name }),
        of: { nodes: graph.nodeCount, edges: graph.edgeCount },
      })
    },
  }
}
