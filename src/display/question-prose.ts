import { relationLabel } from '../graph/relations.ts'
import type { KindId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { AskedRelation, Place, Question, QuestionStep } from '../view/question.ts'
import { nameOf } from './appearance.ts'
import { pluralVerb } from './plural-verb.ts'
import { hasInverse, needsVerb, withVerb } from './verb-phrase.ts'

/** A question in words: "Models launched by institutions based in Shanghai". */
export function questionText(knowledge: Knowledge, { start, steps }: Question): string {
  const places = [start, ...steps.map(({ place }) => place)]
  const clauses = steps.map((step, index) => clause(knowledge, step, places[index]))
  const first = placeText(knowledge, start)
  return (start.type === 'node' ? first : capital(first)) + clauses.join('')
}

/** "5 models", "1 model", "5 nodes": how many nodes there are of what a place asks for. */
export function countText(knowledge: Knowledge, place: Place, count: number): string {
  const kind = place.type === 'kind' ? knowledge.kinds.get(place.id) : undefined
  if (kind === undefined || kind.plural === kind.label) {
    return `${count} ${count === 1 ? 'node' : 'nodes'}`
  }
  return `${count} ${inSentence(count === 1 ? kind.label : kind.plural)}`
}

/** What a relation is called in the direction that is asked for; "joined with" for any. */
export function relationText(knowledge: Knowledge, relation: AskedRelation | undefined): string {
  if (relation === undefined) return 'joined with'
  const { predicate, direction } = relation
  return relationLabel(knowledge, predicate, direction === 'either' ? 'both' : direction)
}

/** "Models", or “Montague” where a kind has no plural of its own. */
export function kindText({ kinds }: Knowledge, id: KindId): string {
  return kinds.get(id)?.plural ?? 'Nodes without a kind'
}

function placeText(knowledge: Knowledge, place: Place): string {
  if (place.type === 'any') return 'nodes'
  if (place.type === 'node') {
    const entity = knowledge.entities.get(place.id)
    return entity === undefined ? place.id : nameOf(entity)
  }
  const kind = knowledge.kinds.get(place.id)
  // A column's value is the name of its kind and has no plural.
  return kind !== undefined && kind.plural === kind.label
    ? `nodes of “${kind.label}”`
    : inSentence(kindText(knowledge, place.id))
}

/** " launched by institutions", " that support models", ", which supports models". */
function clause(
  knowledge: Knowledge,
  { relation, place }: QuestionStep,
  before: Place | undefined,
): string {
  const what = placeText(knowledge, place)
  if (relation === undefined) return ` joined with ${what}`
  const one = before?.type === 'node' && knowledge.entities.get(before.id)?.isPlural !== true
  const pronoun = before?.type === 'node' ? ', which' : ' that'
  const known = knowledge.predicates.get(relation.predicate)
  const reads = known?.type === 'relation' && hasInverse(known)
  if (relation.direction === 'in' && !reads) {
    const label = relationText(knowledge, { ...relation, direction: 'out' })
    return `${pronoun} ${one ? 'gets' : 'get'} “${label}” from ${what}`
  }
  const label = relationText(knowledge, relation)
  if (!needsVerb(label)) return `${pronoun} ${one ? label : pluralVerb(label)} ${what}`
  // "launched by" and "based in" follow the noun by themselves; "part of" does not.
  const follows = /^\S+ed\b| by$/.test(label)
  return follows ? ` ${label} ${what}` : `${pronoun} ${withVerb(label, one ? 'is' : 'are')} ${what}`
}

/** "Institutions" becomes "institutions"; "AI models" stay what they are. */
function inSentence(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function capital(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
