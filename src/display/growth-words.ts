import type { Edge } from '../graph/graph.ts'
import type { Reason } from '../graph/ranked-neighbours.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { nameOf } from './appearance.ts'
import { bestSupported } from './path-prose.ts'
import { verbPhrase } from './verb-phrase.ts'

/** Why a neighbour is worth showing, as a sentence: "The only link between Qwen and Hangzhou." */
export function reasonText(knowledge: Knowledge, reason: Reason): string {
  const name = (id: EntityId): string => nameIn(knowledge, id)
  switch (reason.type) {
    case 'shared':
      return `Shared by ${reason.count} of the ${reason.of} nodes shown.`
    case 'only-link':
      return `The only link between ${name(reason.from)} and ${name(reason.to)}.`
    case 'common':
      return reason.count === 1
        ? '1 more neighbour in common with it.'
        : `${reason.count} more neighbours in common with it.`
    case 'leaf':
      return `Joined with ${name(reason.of)} and nothing else.`
    case 'degree':
      return `${reason.neighbours} neighbours.`
  }
}

/** How a neighbour `from` and the node belong together: "Launched Qwen", "Shanghai plans it". */
export function tieText(knowledge: Knowledge, edges: readonly Edge[], from: EntityId): string {
  const edge = bestSupported(edges)
  const to = edge.source === from ? edge.target : edge.source
  const phrase = verbPhrase(knowledge, edge, from)
  const more = edges.length > 1 ? `, and ${edges.length - 1} more` : ''
  if (phrase.reversed) return `${nameIn(knowledge, to)} ${phrase.text} it${more}.`
  const verb = phrase.text.slice(0, 1).toUpperCase() + phrase.text.slice(1)
  return `${verb} ${nameIn(knowledge, to)}${more}.`
}

/** "Alibaba, Shanghai and 3 more". */
export function listText(names: readonly string[], most = 3): string {
  const [last, ...others] = names.toReversed()
  if (last === undefined) return 'nothing'
  if (names.length > most + 1)
    return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`
}

function nameIn(knowledge: Knowledge, id: EntityId): string {
  const entity = knowledge.entities.get(id)
  return entity === undefined ? id : nameOf(entity)
}
